import { isBetterInBlock, scalar, scalarKey, scalarLines } from './yaml-scalar.js';

/** Keys and list positions from the root to a value. */
export type Path = readonly (string | number)[];

export interface Layout {
  /** Characters that a line may have. */
  readonly width: number;
  /** Whether the collection at a path is written line by line, however short it is. */
  readonly standsAlone: (path: Path) => boolean;
  /** Whether a blank line parts the items of the collection at a path. */
  readonly isSpacious: (path: Path) => boolean;
}

/** The entry `key: value` of a map as lines: `{ … }` and `[…]` on one line where they fit, else one line for each item. */
export function entryLines(margin: string, key: string, value: unknown, path: Path, layout: Layout): string[] {
  return valueLines(`${margin}${scalarKey(key)}:`, value, path, layout);
}

function valueLines(start: string, value: unknown, path: Path, layout: Layout): string[] {
  const indent = start.search(/\S/) + 2;
  if (!isCollection(value)) return scalarLines(value, start, indent, layout.width);
  const short = flow(value, path, layout, layout.width - start.length - 1);
  if (short !== undefined) return [`${start} ${short}`];
  const margin = ' '.repeat(indent);
  const children = Array.isArray(value)
    ? value.map((item, index) => itemLines(margin, item, [...path, index], layout))
    : entriesOf(value).map(([key, child]) => entryLines(margin, key, child, [...path, key], layout));
  const isSpacious = layout.isSpacious(path);
  return [start, ...children.flatMap((lines, at) => (isSpacious && at > 0 ? ['', ...lines] : lines))];
}

/** A map in a list begins on the line of its dash. */
function itemLines(margin: string, item: unknown, path: Path, layout: Layout): string[] {
  const [dash = '', first, ...rest] = valueLines(`${margin}-`, item, path, layout);
  return isCollection(item) && first !== undefined
    ? [`${dash} ${first.trimStart()}`, ...rest]
    : compact([dash, first, ...rest]);
}

/** The collection on one line of at most `room` characters, if it fits and nothing in it needs lines or reads better without quotes. */
function flow(value: object, path: Path, layout: Layout, room: number): string | undefined {
  const isList = Array.isArray(value);
  const entries = isList ? value.map((item: unknown, index) => [index, item] as const) : entriesOf(value);
  if (entries.length === 0) return isList ? '[]' : '{}';
  if (layout.standsAlone(path)) return undefined;
  let text = '';
  for (const [key, child] of entries) {
    const short = flowItem(child, [...path, key], layout, room - text.length);
    if (short === undefined) return undefined;
    text += `${text === '' ? '' : ', '}${isList ? '' : `${scalarKey(String(key))}: `}${short}`;
    if (text.length + (isList ? 2 : 4) > room) return undefined;
  }
  return isList ? `[${text}]` : `{ ${text} }`;
}

function flowItem(value: unknown, path: Path, layout: Layout, room: number): string | undefined {
  if (isCollection(value)) return flow(value, path, layout, room);
  return isBetterInBlock(value) ? undefined : scalar(value, true);
}

/** What is `undefined` was not given. */
const entriesOf = (value: object): [string, unknown][] =>
  Object.entries(value).filter((entry): entry is [string, unknown] => entry[1] !== undefined);

const compact = (lines: readonly (string | undefined)[]): string[] => lines.filter((line) => line !== undefined);

const isCollection = (value: unknown): value is object => typeof value === 'object' && value !== null;
