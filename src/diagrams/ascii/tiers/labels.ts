import { columns, MAX_COLUMNS, wrap } from '../text.js';
import type { Thread } from './route.js';

export interface Label {
  /** Column of each line. */
  readonly at: readonly number[];
  readonly lines: readonly string[];
}

/**
 * Right of the end that meets the lower box; left of it where only there its words have room. Below the bend of an arrow to a
 * neighbour. `lines` are the columns of everything that stands at that height. Where there is no room at all stands a mark, and the label
 * is said below the diagram.
 */
export function labelsOf(
  threads: readonly Thread[],
  lines: readonly number[],
  markOf: (label: string) => string,
): ReadonlyMap<Thread, Label> {
  const labels = new Map<Thread, Label>();
  let used = -1;
  const labelled = threads.filter(({ isLabelled, arrow }) => isLabelled && arrow.label !== '');
  for (const thread of [...labelled].sort((a, b) => a.endX - b.endX)) {
    if (thread.endsAt === 'top') {
      labels.set(thread, belowBend(thread, markOf));
      continue;
    }
    const { endX, arrow } = thread;
    const previous = Math.max(used, ...lines.filter((x) => x < endX));
    const right = Math.min(MAX_COLUMNS + 1, ...lines.filter((x) => x > endX)) - endX - 3;
    const left = endX - previous - 4;
    const longest = Math.max(...arrow.label.split(' ').map(columns));
    const isLeft = right < longest && left >= longest;
    const room = isLeft ? Math.min(left, longest * 2) : right;
    const words = room < longest ? [markOf(arrow.label)] : wrap(arrow.label, room);
    const at = words.map((line) => (isLeft ? endX - 1 - columns(line) : endX + 2));
    labels.set(thread, { at, lines: words });
    used = isLeft ? endX : endX + 1 + Math.max(...words.map(columns));
  }
  return labels;
}

function belowBend({ arrow, topX, endX }: Thread, markOf: (label: string) => string): Label {
  const room = Math.abs(topX - endX) - 1;
  const longest = Math.max(...arrow.label.split(' ').map(columns));
  const lines = room < longest ? [markOf(arrow.label)] : wrap(arrow.label, room);
  return { at: lines.map(() => Math.min(topX, endX) + 1), lines };
}
