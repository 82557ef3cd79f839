import type { Arrow, Charset, TiersDiagram } from '../../model.js';
import { Canvas } from '../canvas.js';
import { columns, MAX_COLUMNS, wrap } from '../text.js';
import { labelInLine, labelsOf } from './labels.js';
import { Notes } from './notes.js';
import { place, type Placed, type PlacedBox, type PlacedRow } from './place.js';
import { lanesNeeded, route, type Channel, type Thread } from './route.js';
import { isStraight, tracksOf } from './tracks.js';

/** Boxes in rows, arrows between them. Labels stand beside the part of the arrow that meets the lower box. */
export function drawTiers(diagram: TiersDiagram, charset: Charset): string {
  const notes = new Notes();
  const placed = placeWithLanes(diagram, notes);
  const { channels, beside } = route(placed);
  const canvas = new Canvas(charset);
  let y = 0;
  placed.rows.forEach((row, index) => {
    drawRow(canvas, row, y);
    for (const { x, arrow } of beside[index] ?? []) canvas.vertical(x, y - 1, y + row.height, arrow.designed);
    y += row.height;
    const channel = channels[index] ?? { threads: [], passing: [] };
    y += drawChannel({ canvas, channel, y, hasRowBelow: index < placed.rows.length - 1, notes });
  });
  const titleOf = (id: string): string => placed.boxes.get(id)?.box.title ?? id;
  const said = notes.lines(titleOf, charset === 'unicode' ? '→' : '->').flatMap((line) => wrap(line, MAX_COLUMNS));
  return [canvas.toString(), ...(said.length > 0 ? [said.join('\n')] : []), ...legend(diagram, charset)].join('\n\n');
}

/** More lanes than this leave no room for the boxes. */
const MAX_LANES = 10;

/** Lanes take room from the boxes, and narrower rows may need more lanes. Where that never ends, long arrows are listed, not drawn. */
function placeWithLanes(diagram: TiersDiagram, notes: Notes): Placed {
  for (let lanes = 0; lanes <= MAX_LANES; lanes += 1) {
    const placed = place(diagram, lanes);
    if (lanesNeeded(placed) <= lanes) return placed;
  }
  const placed = place(diagram, 0);
  const rowOf = (id: string): number => placed.boxes.get(id)?.row ?? 0;
  const isLong = ({ from, to }: Arrow): boolean => Math.abs(rowOf(from) - rowOf(to)) > 1;
  for (const arrow of placed.arrows.filter(isLong)) notes.list(arrow);
  return { ...placed, arrows: placed.arrows.filter((arrow) => !isLong(arrow)) };
}

function legend({ tiers, arrows }: TiersDiagram, charset: Charset): string[] {
  const isMarked = [...tiers.flatMap(({ boxes }) => boxes), ...arrows].some(({ designed }) => designed === true);
  const sample = charset === 'unicode' ? '╌╌╌' : '...';
  return isMarked ? [`${sample} designed: not in the repository yet`] : [];
}

function drawRow(canvas: Canvas, { title, boxes, height, across }: PlacedRow, y: number): void {
  title.forEach((line, index) => canvas.text(0, y + Math.floor((height - title.length) / 2) + index, line));
  for (const box of boxes) drawBox(canvas, box, y, height);
  for (const { arrow, left, right, label } of across) {
    const middle = y + Math.max(Math.floor(height / 2), label.length);
    const [from, to] = [left.x + left.width, right.x - 1];
    const goesRight = arrow.to === right.box.id;
    canvas.horizontal(middle, goesRight ? from - 1 : from, goesRight ? to : to + 1, arrow.designed);
    canvas.head(goesRight ? to : from, middle, goesRight ? 'right' : 'left');
    label.forEach((line, index) => {
      const start = from + Math.floor((to - from + 1 - columns(line)) / 2);
      canvas.text(start, middle - label.length + index, line);
    });
  }
}

function drawBox(canvas: Canvas, { box, x, width, title, lines }: PlacedBox, y: number, height: number): void {
  canvas.frame(x, y, width, height, box.designed);
  [...title, ...lines].forEach((line, index) => canvas.text(x + 2, y + 1 + index, line));
}

interface ChannelDrawing {
  readonly canvas: Canvas;
  readonly channel: Channel;
  /** First line below the row. */
  readonly y: number;
  readonly hasRowBelow: boolean;
  readonly notes: Notes;
}

/** Draws the arrows below a row. Returns how many lines they take. */
function drawChannel({ canvas, channel, y, hasRowBelow, notes }: ChannelDrawing): number {
  const { threads, passing } = channel;
  if (threads.length === 0 && passing.length === 0) return hasRowBelow ? 1 : 0;
  const tracks = tracksOf(threads);
  const ends = [
    ...threads.filter(({ endsAt }) => endsAt === 'bottom').map(({ endX }) => endX),
    ...passing.map(({ x }) => x),
  ];
  const labels = labelsOf(threads, ends, notes);
  const labelHeight = Math.max(0, ...[...labels.values()].map(({ lines }) => lines.length));
  const head = threads.some(({ headAt, endsAt }) => headAt === 'topX' || endsAt === 'top') ? 1 : 0;
  const firstTrack = y + head;
  const firstLabel = firstTrack + Math.max(0, ...[...tracks.values()].map((track) => track + 1));
  const height = firstLabel - y + (hasRowBelow ? labelHeight + 1 : 0);

  for (const { x, arrow } of passing) canvas.vertical(x, y - 1, y + height, arrow.designed);
  for (const thread of threads) {
    const { topX, endX, endsAt, arrow, headAt } = thread;
    const bend = firstTrack + (tracks.get(thread) ?? 0);
    // A line that ends in a head stops there; any other joins the border of the box.
    const topY = headAt === 'topX' ? y : y - 1;
    const endY = endsAt === 'top' ? y : headAt === 'endX' ? y + height - 1 : y + height;
    if (isStraight(thread)) canvas.vertical(topX, topY, endY, arrow.designed);
    else {
      canvas.vertical(topX, topY, bend, arrow.designed);
      canvas.horizontal(bend, topX, endX, arrow.designed);
      canvas.vertical(endX, bend, endY, arrow.designed);
    }
    if (headAt === 'endX') canvas.head(endX, endsAt === 'top' ? y : y + height - 1, endsAt === 'top' ? 'up' : 'down');
    if (headAt === 'topX') canvas.head(topX, y, 'up');
    const label = labels.get(thread);
    label?.lines.forEach((line, index) => canvas.text(label.at[index] ?? 0, firstLabel + index, line));
  }
  for (const thread of threads.filter(({ endsAt }) => endsAt === 'top')) {
    const inLine = labelInLine(thread, crossingAt(thread, threads, tracks), notes);
    if (inLine) canvas.text(inLine.x, firstTrack + (tracks.get(thread) ?? 0), inLine.text);
  }
  return height;
}

/** Columns in which other arrows cross the line of this one. */
function crossingAt(thread: Thread, threads: readonly Thread[], tracks: ReadonlyMap<Thread, number>): number[] {
  const own = tracks.get(thread) ?? 0;
  return threads
    .filter((other) => other !== thread)
    .flatMap((other) => {
      const track = tracks.get(other);
      if (track === undefined) return [other.topX];
      const above = track > own ? [other.topX] : [];
      const below = other.endsAt === 'bottom' ? track < own : track > own;
      return [...above, ...(below ? [other.endX] : [])];
    });
}
