import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MAX_COLUMNS } from '../../src/diagrams/ascii/text.js';
import { asciiOf } from '../../src/diagrams/draw.js';
import type { Diagram, Message, TiersDiagram } from '../../src/diagrams/model.js';
import { hostile } from '../support/hostile-text.js';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 100);
const base = { title: 'Any', caption: '' };

/** A word that is found again wherever it is printed. */
const word = fc.stringMatching(/^[a-z]{2,8}$/);
const title = fc.oneof(
  word,
  fc.tuple(word, word).map((words) => words.join(' ')),
);

/** Rows of boxes with arrows between any two of them. */
function arbitraryTiers(text: fc.Arbitrary<string>): fc.Arbitrary<TiersDiagram> {
  const box = fc.record({ title: text, lines: fc.array(text, { maxLength: 3 }), designed: fc.boolean() });
  const tier = fc.record({ title: text, boxes: fc.array(box, { minLength: 1, maxLength: 6 }) });
  const arrow = fc.record({ from: fc.nat(), to: fc.nat(), label: text, designed: fc.boolean() });
  return fc
    .tuple(fc.array(tier, { minLength: 1, maxLength: 5 }), fc.array(arrow, { maxLength: 12 }))
    .map(([tiers, arrows]) => {
      const named = tiers.map((one, row) => ({
        ...one,
        boxes: one.boxes.map((own, column) => ({ ...own, id: `box${row}_${column}` })),
      }));
      const ids = named.flatMap(({ boxes }) => boxes.map(({ id }) => id));
      const idAt = (index: number): string => ids[index % ids.length] ?? '';
      return {
        ...base,
        kind: 'tiers',
        tiers: named,
        arrows: arrows.map(({ from, to, ...rest }) => ({ ...rest, from: idAt(from), to: idAt(to) })),
      };
    });
}

function arbitrarySequence(text: fc.Arbitrary<string>): fc.Arbitrary<Diagram> {
  return fc
    .tuple(
      fc.array(text, { minLength: 1, maxLength: 6 }),
      fc.array(fc.record({ from: fc.nat(), to: fc.nat(), text, reply: fc.boolean() }), { maxLength: 8 }),
      fc.array(text, { maxLength: 3 }),
    )
    .map(([titles, sent, conditions]) => {
      const actors = titles.map((one, index) => ({ id: `actor${index}`, title: one, designed: index % 2 === 1 }));
      const idAt = (index: number): string => `actor${index % actors.length}`;
      const steps = sent.map(({ from, to, ...rest }): Message => ({
        ...rest,
        kind: 'message',
        from: idAt(from),
        to: idAt(to),
      }));
      const branches = conditions.map((when) => ({ when, steps }));
      return {
        ...base,
        kind: 'sequence',
        actors,
        steps: branches.length === 0 ? steps : [...steps, { kind: 'branches', branches }],
      };
    });
}

function arbitraryStates(): fc.Arbitrary<Diagram> {
  const states = fc.uniqueArray(word, { minLength: 1, maxLength: 8 });
  const transition = fc.record({ from: fc.nat(), to: fc.nat(), label: word });
  return fc.tuple(states, fc.array(transition, { maxLength: 12 })).map(([names, transitions]) => {
    const stateAt = (index: number): string => names[index % names.length] ?? '';
    return {
      ...base,
      kind: 'states',
      states: names,
      initial: names[0] ?? '',
      transitions: transitions.map(({ from, to, label }) => ({ from: stateAt(from), to: stateAt(to), label })),
    };
  });
}

function arbitraryEntities(text: fc.Arbitrary<string>): fc.Arbitrary<Diagram> {
  const column = fc.record({
    name: text,
    type: text,
    keys: fc.subarray(['PK', 'FK', 'UK'] as const),
    optional: fc.boolean(),
  });
  const entity = fc.record({ title: text, columns: fc.array(column, { minLength: 1, maxLength: 6 }) });
  return fc
    .tuple(
      fc.array(entity, { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(), text), { maxLength: 8 }),
    )
    .map(([entities, relations]) => {
      const idAt = (index: number): string => `entity${index % entities.length}`;
      return {
        ...base,
        kind: 'entities',
        groups: [{ title: 'Group', entities: entities.map((one, index) => ({ ...one, id: `entity${index}` })) }],
        relations: relations.map(([from, to, label]) => ({
          from: idAt(from),
          to: idAt(to),
          fromCount: 'many',
          toCount: 'one',
          label,
        })),
      };
    });
}

const readable = fc.oneof(arbitraryTiers(title), arbitrarySequence(title), arbitraryStates(), arbitraryEntities(title));
const unreadable = fc.oneof(arbitraryTiers(hostile), arbitrarySequence(hostile), arbitraryEntities(hostile));

describe('a diagram in characters, whatever it shows', () => {
  it('has lines of at most 120 columns without blanks at their ends', () => {
    fc.assert(
      fc.property(fc.oneof(readable, unreadable), fc.constantFrom('unicode', 'ascii'), (diagram, charset) => {
        for (const line of asciiOf(diagram, charset).split('\n')) {
          expect([...line].length).toBeLessThanOrEqual(MAX_COLUMNS);
          expect(line).toBe(line.trimEnd());
        }
      }),
      { numRuns },
    );
  });

  it('holds 7-bit characters only where that is asked for', () => {
    fc.assert(
      fc.property(fc.oneof(readable, unreadable), (diagram) => {
        expect(asciiOf(diagram, 'ascii')).toMatch(/^[\x20-\x7e\n]*$/);
      }),
      { numRuns },
    );
  });

  it('never ends the fence it stands in', () => {
    fc.assert(
      fc.property(unreadable, (diagram) => {
        expect(asciiOf(diagram, 'unicode')).not.toContain('`');
      }),
      { numRuns },
    );
  });

  it('says every word of its boxes, actors, states, tables and arrows', () => {
    fc.assert(
      fc.property(readable, (diagram) => {
        const drawn = asciiOf(diagram, 'unicode');
        expect(wordsOf(diagram).filter((one) => !drawn.includes(one))).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('closes every box, and leaves no line without an end', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryTiers(word), arbitraryStates()), (diagram) => {
        expect(looseEnds(asciiOf(diagram, 'unicode'))).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(readable, (diagram) => {
        expect(asciiOf(diagram, 'unicode')).toBe(asciiOf(structuredClone(diagram), 'unicode'));
      }),
      { numRuns: Math.ceil(numRuns / 5) },
    );
  });
});

/** Words that a reader looks for. */
function wordsOf(diagram: Diagram): string[] {
  const texts = (): string[] => {
    switch (diagram.kind) {
      case 'tiers':
        return [
          ...diagram.tiers.flatMap((tier) => [tier.title, ...tier.boxes.flatMap((box) => [box.title, ...box.lines])]),
          ...diagram.arrows.map(({ label }) => label),
        ];
      case 'sequence':
        return [
          ...diagram.actors.map((actor) => actor.title),
          ...diagram.steps.flatMap((step) => (step.kind === 'message' ? [step.text] : [])),
        ];
      case 'states':
        return [...diagram.states, ...diagram.transitions.map(({ label }) => label)];
      case 'entities':
        return diagram.groups.flatMap(({ entities }) =>
          entities.flatMap((one) => [one.title, ...one.columns.map(({ name }) => name)]),
        );
      case 'dependencies':
        return diagram.nodes.map((node) => node.title);
    }
  };
  return [...new Set(texts().flatMap((text) => text.split(' ')))];
}

/** Directions in which each sign has a line. */
const ARMS: Readonly<Record<string, string>> = {
  '│': 'ud',
  '╎': 'ud',
  '─': 'lr',
  '╌': 'lr',
  '┌': 'dr',
  '┐': 'dl',
  '└': 'ur',
  '┘': 'ul',
  '├': 'udr',
  '┤': 'udl',
  '┬': 'dlr',
  '┴': 'ulr',
  '┼': 'udlr',
};
/** Where the line of a head comes from. */
const HEADS: Readonly<Record<string, string>> = { '▼': 'u', '▲': 'd', '▶': 'l', '◀': 'r' };
const STEPS = { u: [-1, 0, 'd'], d: [1, 0, 'u'], l: [0, -1, 'r'], r: [0, 1, 'l'] } as const;

/** Places where a line leads to nothing: neither to another line, nor to a head, nor to a label that stands in it. */
function looseEnds(drawing: string): string[] {
  const [picture = ''] = drawing.split(/^╌╌╌ designed/m);
  const rows = picture.split('\n').map((row) => [...row]);
  const at = (y: number, x: number): string => rows[y]?.[x] ?? ' ';
  return rows.flatMap((row, y) =>
    row.flatMap((sign, x) => {
      const arms = [...(ARMS[sign] ?? HEADS[sign] ?? '')] as (keyof typeof STEPS)[];
      return arms.flatMap((arm) => {
        const [dy, dx, back] = STEPS[arm];
        const other = at(y + dy, x + dx);
        const isMet = (ARMS[other] ?? HEADS[other] ?? '').includes(back);
        // Labels of arrows to a neighbour interrupt the arrow, with a blank or a mark beside the line.
        const isLabel =
          dy === 0 && (other === ' ' || /[0-9)]/.test(other)) && /^ ?[a-z0-9]/.test(labelFrom(row, x, dx));
        return isMet || isLabel ? [] : [`${y + 1}:${x + 1} ${sign} ${arm}`];
      });
    }),
  );
}

/** What stands in the line from here on, read from left to right. */
function labelFrom(row: readonly string[], x: number, dx: number): string {
  const rest = dx > 0 ? row.slice(x + 1) : row.slice(0, x).reverse();
  const end = rest.findIndex((sign) => sign in ARMS);
  const label = end < 0 ? [] : rest.slice(0, end);
  return (dx > 0 ? label : label.reverse()).join('');
}
