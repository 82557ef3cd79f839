import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Blueprint } from '../../src/blueprint/model.js';
import { readBlueprint } from '../../src/blueprint/read.js';
import { arbitraryBlueprint, arbitrarySource } from '../support/arbitrary-blueprint.js';
import { arbitraryHostileName } from '../support/arbitrary-text.js';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 30);

function errorsIn(text: string): string[] {
  return readBlueprint(text, 'blueprint.yaml')
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ at, code, message }) => `${at.line}:${at.column} ${code} ${message}`);
}

/** Without positions, which are all that may depend on how the file is written. */
function meaningOf(blueprint: Blueprint | undefined): unknown {
  return JSON.parse(
    JSON.stringify(blueprint, (key, value: unknown) => (key === 'at' || key === 'places' ? undefined : value)),
  );
}

describe('a random legal blueprint', () => {
  it('has no errors', () => {
    fc.assert(
      fc.property(arbitraryBlueprint(), (text) => {
        expect(errorsIn(text)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('means the same whatever the order of its keys', () => {
    fc.assert(
      fc.property(arbitrarySource(), fc.infiniteStream(fc.nat()), (source, choices) => {
        const written = stringify(source);
        const reordered = stringify(withKeysReordered(parse(written), choices));
        expect(meaningOf(readBlueprint(reordered, 'b').blueprint)).toEqual(
          meaningOf(readBlueprint(written, 'b').blueprint),
        );
      }),
      { numRuns },
    );
  });

  it('is never accepted with a name that means something else', () => {
    fc.assert(
      fc.property(arbitrarySource(), arbitraryHostileName, fc.nat(), (source, name, at) => {
        const hostile = withKeyRenamed(source, at, name);
        fc.pre(hostile !== undefined);
        expect(readBlueprint(stringify(hostile), 'b').diagnostics.length).toBeGreaterThan(0);
      }),
      { numRuns },
    );
  });

  it('is refused or understood after any damage, never more than that', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        arbitraryBlueprint(),
        fc.nat(),
        fc.nat({ max: 30 }),
        fc.string({ unit: 'binary', maxLength: 5 }),
        (text, at, length, insert) => {
          const start = at % text.length;
          const damaged = text.slice(0, start) + insert + text.slice(start + length);
          expect(() => readBlueprint(damaged, 'blueprint.yaml')).not.toThrow();
        },
      ),
      { numRuns: numRuns * 5 },
    );
  });
});

describe('any text', () => {
  it('never throws', () => {
    const yamlish = fc.array(
      fc.constantFrom(
        'blueprint: 1',
        '\n',
        '  ',
        '- ',
        ': ',
        '[',
        ']',
        '{',
        '}',
        '"',
        "'",
        '|',
        '>',
        '&a',
        '*a',
        '!!x',
        '#',
        'a',
        '?',
        '\t',
        '<<',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          yamlish.map((parts) => parts.join('')),
        ),
        (text) => {
          const { blueprint, diagnostics } = readBlueprint(text, 'any.yaml');
          expect(blueprint === undefined || diagnostics.length >= 0).toBe(true);
          expect(diagnostics.every(({ at }) => at.line >= 1 && at.column >= 1)).toBe(true);
        },
      ),
      { numRuns: numRuns * 20 },
    );
  });
});

/** Other order of all maps; lists keep theirs. */
function withKeysReordered(value: unknown, choices: Iterator<number>): unknown {
  if (Array.isArray(value)) return value.map((item) => withKeysReordered(item, choices));
  if (typeof value !== 'object' || value === null) return value;
  const rest = Object.entries(value);
  const entries: [string, unknown][] = [];
  while (rest.length > 0) {
    const [entry] = rest.splice((choices.next().value as number) % rest.length, 1);
    entries.push([entry![0], withKeysReordered(entry![1], choices)]);
  }
  return Object.fromEntries(entries);
}

/** Gives one entity, field or relation another name. */
function withKeyRenamed(source: Record<string, unknown>, at: number, name: string): unknown {
  const copy = structuredClone(source) as {
    contexts: Record<string, { entities?: Record<string, { fields: Record<string, unknown> }> }>;
  };
  const maps = Object.values(copy.contexts).flatMap(({ entities }) =>
    entities ? Object.values(entities).map(({ fields }) => fields) : [],
  );
  const map = maps[at % maps.length];
  const keys = Object.keys(map ?? {});
  const key = keys[at % Math.max(1, keys.length)];
  if (!map || key === undefined || name === key || isFine(name)) return undefined;
  const value = map[key];
  delete map[key];
  Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** Words that are reserved for entities only make good names of fields. */
const isFine = (name: string): boolean => ['select', 'owner', 'identity', 'audit'].includes(name);
