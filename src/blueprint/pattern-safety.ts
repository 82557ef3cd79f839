import { parsePattern, UnsupportedPattern, type PatternNode, type Range } from './pattern-parser.js';

/** Why a pattern must not be run on what strangers send; nothing if it may. */
export function patternProblem(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    return `It is not a regular expression: ${(error as Error).message.replace(/^Invalid regular expression: /, '')}.`;
  }
  try {
    return isExponential(parsePattern(pattern))
      ? 'Some texts would take it forever: it can match the same text in many ways.'
      : undefined;
  } catch (error) {
    if (error instanceof UnsupportedPattern) return `${error.message} cannot be judged for running time.`;
    throw error;
  }
}

/** The position automaton of a pattern (Glushkov): every character of the pattern is a state. */
interface Automaton {
  readonly sets: (readonly Range[])[];
  /** How many ways lead from one state to the next. */
  readonly follow: Map<number, number>[];
}

interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly empty: boolean;
}

/** Counts are cut: two of a kind show every ambiguity that twenty do. */
const MANY = 2;
const MOST_STATES = 300;

function isExponential(pattern: PatternNode): boolean {
  const automaton: Automaton = { sets: [], follow: [] };
  build(pattern, automaton);
  return hasAmbiguousLoop(automaton);
}

function build(node: PatternNode, automaton: Automaton): Part {
  switch (node.kind) {
    case 'set': {
      const state = automaton.sets.push(node.ranges) - 1;
      if (state > MOST_STATES) throw new UnsupportedPattern('A pattern this long');
      automaton.follow.push(new Map());
      return { first: [state], last: [state], empty: false };
    }
    case 'choice': {
      const parts = node.items.map((item) => build(item, automaton));
      return {
        first: parts.flatMap((part) => part.first),
        last: parts.flatMap((part) => part.last),
        empty: parts.some((part) => part.empty),
      };
    }
    case 'sequence':
      return node.items.reduce<Part>(
        (before, item) => concatenated(before, build(item, automaton), automaton),
        NOTHING,
      );
    case 'repeat':
      return repetition(node, automaton);
  }
}

const NOTHING: Part = { first: [], last: [], empty: true };

function concatenated(before: Part, after: Part, automaton: Automaton): Part {
  connect(before.last, after.first, automaton);
  return {
    first: before.empty ? [...before.first, ...after.first] : before.first,
    last: after.empty ? [...before.last, ...after.last] : after.last,
    empty: before.empty && after.empty,
  };
}

function repetition(node: Extract<PatternNode, { kind: 'repeat' }>, automaton: Automaton): Part {
  let whole = NOTHING;
  for (let index = 0; index < Math.min(node.min, MANY); index += 1) {
    whole = concatenated(whole, build(node.item, automaton), automaton);
  }
  if (node.max === Infinity) {
    const loop = build(node.item, automaton);
    connect(loop.last, loop.first, automaton);
    return concatenated(whole, { ...loop, empty: true }, automaton);
  }
  // `x{1,3}` is `x(x(x)?)?`: the third can only follow the second.
  const optional = Array.from({ length: Math.min(node.max - node.min, MANY) }, () => build(node.item, automaton));
  const rest = optional.reduceRight<Part>(
    (after, item) => ({ ...concatenated(item, after, automaton), empty: true }),
    NOTHING,
  );
  return concatenated(whole, rest, automaton);
}

function connect(from: readonly number[], to: readonly number[], { follow }: Automaton): void {
  for (const left of from) for (const right of to) follow[left]!.set(right, (follow[left]!.get(right) ?? 0) + 1);
}

/** A state that the same text leads back to in two ways doubles the work with every round. */
function hasAmbiguousLoop({ sets, follow }: Automaton): boolean {
  const size = sets.length;
  const reach = (starts: readonly number[], next: (pair: number) => readonly number[]): Set<number> => {
    const seen = new Set(starts);
    const waiting = [...starts];
    for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
      for (const other of next(pair)) if (!seen.has(other) && seen.add(other)) waiting.push(other);
    }
    return seen;
  };
  const next = (pair: number): number[] => {
    const [left, right] = [Math.floor(pair / size), pair % size];
    return [...follow[left]!.keys()].flatMap((a) =>
      [...follow[right]!.keys()].filter((b) => overlap(sets[a]!, sets[b]!)).map((b) => a * size + b),
    );
  };
  for (let state = 0; state < size; state += 1) {
    const twice = [...follow[state]!].filter(([, ways]) => ways > 1).map(([target]) => target * size + target);
    if (twice.some((pair) => reach([pair], next).has(state * size + state))) return true;
    const apart = [...reach([state * size + state], next)].filter((pair) => Math.floor(pair / size) !== pair % size);
    if (apart.some((pair) => reach([pair], next).has(state * size + state))) return true;
  }
  return false;
}

function overlap(left: readonly Range[], right: readonly Range[]): boolean {
  return left.some(([from, to]) => right.some(([otherFrom, otherTo]) => from <= otherTo && otherFrom <= to));
}
