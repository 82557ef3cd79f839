import { columns, MAX_COLUMNS, wrap } from '../text.js';
import type { Notes } from './notes.js';
import type { Thread } from './route.js';

export interface Label {
  /** Column of each line. */
  readonly at: readonly number[];
  readonly lines: readonly string[];
}

/**
 * Right of the end that meets the lower box; left of it where only there its words have room; a mark where they have none. `lines` are
 * the columns of everything that stands at that height.
 */
export function labelsOf(
  threads: readonly Thread[],
  lines: readonly number[],
  notes: Notes,
): ReadonlyMap<Thread, Label> {
  const labels = new Map<Thread, Label>();
  let used = -1;
  const labelled = threads.filter(
    ({ isLabelled, arrow, endsAt }) => isLabelled && arrow.label !== '' && endsAt === 'bottom',
  );
  for (const thread of [...labelled].sort((a, b) => a.endX - b.endX)) {
    const { endX, arrow } = thread;
    const previous = Math.max(used, ...lines.filter((x) => x < endX));
    const right = Math.min(MAX_COLUMNS + 1, ...lines.filter((x) => x > endX)) - endX - 3;
    const left = endX - previous - 4;
    const longest = Math.max(...arrow.label.split(' ').map(columns));
    const isLeft = right < longest && left >= longest;
    const room = isLeft ? Math.min(left, longest * 2) : right;
    const words = room < longest ? [notes.markOf(arrow, room)] : wrap(arrow.label, room);
    const at = words.map((line) => (isLeft ? endX - 1 - columns(line) : endX + 2));
    labels.set(thread, { at, lines: words });
    used = isLeft ? endX : endX + 1 + Math.max(...words.map(columns));
  }
  return labels;
}

/** Where in the line of an arrow to a neighbour its label has room between the columns that cross the line; a mark where it has none. */
export function labelInLine(
  { arrow, topX, endX }: Thread,
  crossing: readonly number[],
  notes: Notes,
): { readonly x: number; readonly text: string } | undefined {
  if (arrow.label === '') return undefined;
  const [left, right] = topX < endX ? [topX, endX] : [endX, topX];
  const stops = [left, ...crossing.filter((x) => x > left && x < right).sort((a, b) => a - b), right];
  const gaps = stops
    .slice(1)
    .map((stop, index) => ({ from: stops[index] ?? left, room: stop - (stops[index] ?? left) - 1 }));
  const widest = gaps.reduce((best, gap) => (gap.room > best.room ? gap : best));
  const text = columns(arrow.label) + 2 <= widest.room ? ` ${arrow.label} ` : notes.markOf(arrow, widest.room);
  return { text, x: widest.from + 1 + Math.max(0, Math.floor((widest.room - columns(text)) / 2)) };
}
