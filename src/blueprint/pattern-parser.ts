/** The part of ECMAScript's regular expressions whose running time we can judge. */
export type PatternNode =
  | { readonly kind: 'set'; readonly ranges: readonly Range[] }
  | { readonly kind: 'sequence' | 'choice'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly item: PatternNode; readonly min: number; readonly max: number };

/** Code points, both ends included. */
export type Range = readonly [number, number];

const LAST = 0x10ffff;
const DIGIT: Range[] = [[48, 57]];
const WORD: Range[] = [...DIGIT, [65, 90], [95, 95], [97, 122]];
const SPACE: Range[] = [
  [9, 13],
  [32, 32],
  [160, 160],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
];
const CLASSES: Readonly<Record<string, Range[]>> = {
  d: DIGIT,
  w: WORD,
  s: SPACE,
  D: complement(DIGIT),
  W: complement(WORD),
  S: complement(SPACE),
};
const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11 };

export class UnsupportedPattern extends Error {}

/** Parses a pattern that `RegExp` has accepted before; throws `UnsupportedPattern` for what goes beyond. */
export function parsePattern(pattern: string): PatternNode {
  const characters = [...pattern];
  let at = 0;
  const node = choice();
  return node;

  function choice(): PatternNode {
    const items = [sequence()];
    while (characters[at] === '|') {
      at += 1;
      items.push(sequence());
    }
    return items.length === 1 ? items[0]! : { kind: 'choice', items };
  }

  function sequence(): PatternNode {
    const items: PatternNode[] = [];
    while (at < characters.length && characters[at] !== '|' && characters[at] !== ')') {
      const item = atom();
      if (item) items.push(repeated(item));
    }
    return { kind: 'sequence', items };
  }

  function atom(): PatternNode | undefined {
    const character = characters[at]!;
    at += 1;
    if (character === '^' || character === '$') return undefined;
    if (character === '.')
      return set(
        complement([
          [10, 10],
          [13, 13],
          [0x2028, 0x2029],
        ]),
      );
    if (character === '(') return group();
    if (character === '[') return set(bracket());
    if (character === '\\') return set(escape());
    return set([single(character)]);
  }

  function group(): PatternNode {
    if (characters[at] === '?') {
      if (characters[at + 1] !== ':') throw new UnsupportedPattern('Look-around and named groups');
      at += 2;
    }
    const inner = choice();
    at += 1;
    return inner;
  }

  function repeated(item: PatternNode): PatternNode {
    const counts = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/.exec(characters.slice(at, at + 24).join(''));
    if (!counts) return item;
    at += counts[0].length;
    const [, sign, from, comma, to] = counts;
    if (sign === '*') return { kind: 'repeat', item, min: 0, max: Infinity };
    if (sign === '+') return { kind: 'repeat', item, min: 1, max: Infinity };
    if (sign === '?') return { kind: 'repeat', item, min: 0, max: 1 };
    const max = comma === undefined ? Number(from) : to === '' ? Infinity : Number(to);
    return { kind: 'repeat', item, min: Number(from), max };
  }

  function bracket(): Range[] {
    const negated = characters[at] === '^';
    if (negated) at += 1;
    const ranges: Range[] = [];
    while (characters[at] !== ']') {
      const from = member();
      if (characters[at] === '-' && characters[at + 1] !== ']' && from.length === 1 && from[0]![0] === from[0]![1]) {
        at += 1;
        ranges.push([from[0]![0], member()[0]![1]]);
      } else ranges.push(...from);
    }
    at += 1;
    return negated ? complement(ranges) : ranges;
  }

  function member(): Range[] {
    const character = characters[at]!;
    at += 1;
    return character === '\\' ? escape() : [single(character)];
  }

  function escape(): Range[] {
    const character = characters[at]!;
    at += 1;
    const known = CLASSES[character];
    if (known) return known;
    if (CONTROLS[character] !== undefined) return [[CONTROLS[character], CONTROLS[character]]];
    if (/[A-Za-z0-9]/.test(character)) throw new UnsupportedPattern(`\\${character}`);
    return [single(character)];
  }
}

function set(ranges: readonly Range[]): PatternNode {
  return { kind: 'set', ranges };
}

function single(character: string): Range {
  const code = character.codePointAt(0)!;
  return [code, code];
}

function complement(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  let next = 0;
  for (const [from, to] of [...ranges].sort((left, right) => left[0] - right[0])) {
    if (from > next) result.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= LAST) result.push([next, LAST]);
  return result;
}
