import { isMap, isScalar, isSeq, type LineCounter, type Node, type Scalar } from 'yaml';
import type { Position } from './diagnostic.js';

/** One value of the file together with the key it stands under: answers where things are. */
export class Place {
  constructor(
    private readonly text: string,
    private readonly lines: LineCounter,
    private readonly value: Node | null,
    private readonly key?: Node,
  ) {}

  /** Where the item is named: its key, or its text where it stands in a list. */
  get at(): Position {
    return this.key ? this.startOf(this.key) : this.valueAt;
  }

  /** Where its value begins. */
  get valueAt(): Position {
    return this.value?.range ? this.startOf(this.value) : this.key ? this.startOf(this.key) : { line: 1, column: 1 };
  }

  has(key: string | number): boolean {
    return this.find(key) !== undefined;
  }

  /** The value under a key or list position; this place itself where there is none, so that a finding still has a home. */
  child(key: string | number): Place {
    return this.find(key) ?? this;
  }

  /** Follows a path as far as it exists. */
  descend(path: readonly PropertyKey[]): Place {
    const [key, ...rest] = path;
    const next = key === undefined || typeof key === 'symbol' ? undefined : this.find(key);
    return next ? next.descend(rest) : this;
  }

  /** The position of the character at `offset` inside the text that the value holds, as it was written. */
  within(offset: number): Position {
    if (!isScalar(this.value) || !this.value.range || typeof this.value.value !== 'string') return this.valueAt;
    return this.positionOf(sourceOffset(this.text, this.value, offset));
  }

  private find(key: string | number): Place | undefined {
    if (isMap(this.value)) {
      const pair = this.value.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      return pair && new Place(this.text, this.lines, pair.value as Node | null, pair.key as Node);
    }
    if (isSeq(this.value) && typeof key === 'number' && key < this.value.items.length) {
      return new Place(this.text, this.lines, this.value.items[key] as Node | null);
    }
    return undefined;
  }

  private startOf(node: Node): Position {
    return this.positionOf(node.range?.[0] ?? 0);
  }

  private positionOf(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

/**
 * Finds the character of the file that became character `offset` of a scalar. Quotes, escapes and folded lines make the text in the
 * file longer than the value, so both are walked side by side; where they cannot be matched, the start of the scalar has to do.
 */
function sourceOffset(text: string, scalar: Scalar, offset: number): number {
  const value = scalar.value as string;
  const [start, end] = scalar.range!;
  let source = scalar.type === 'QUOTE_SINGLE' || scalar.type === 'QUOTE_DOUBLE' ? start + 1 : start;
  if (scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED') source = text.indexOf('\n', start) + 1;
  for (let index = 0; index < value.length; index += 1) {
    while (source < end && isLayout(text[source]!) && !sameCharacter(text[source]!, value[index]!)) source += 1;
    if (index === offset) return source;
    if (scalar.type === 'QUOTE_DOUBLE' && text[source] === '\\') source += escapeLength(text, source);
    else if (scalar.type === 'QUOTE_SINGLE' && text.startsWith("''", source)) source += 2;
    else if (sameCharacter(text[source] ?? '', value[index]!)) source += 1;
    else return start;
  }
  return Math.min(source, end);
}

const isLayout = (character: string): boolean => /\s/.test(character);

/** A folded line break reads as one space. */
const sameCharacter = (written: string, read: string): boolean =>
  written === read || (read === ' ' && written === '\n');

function escapeLength(text: string, at: number): number {
  return { x: 4, u: 6, U: 10 }[text[at + 1] ?? ''] ?? 2;
}
