import type { Arrow, Box, TiersDiagram } from '../../model.js';
import { columns, MAX_COLUMNS, wrap } from '../text.js';

/** Between the boxes of a row, and between the lanes beside the rows. */
const GAP = 3;
const LANE_WIDTH = 3;
const MAX_TITLE = 14;
const MAX_BOX = 46;
const MIN_BOX = 9;
/** Least columns between arrows at the lower side of a box. */
const PORT = 4;
/** Of a label that stands beside an arrow. */
const MAX_LABEL = 18;

export interface PlacedBox {
  readonly box: Box;
  readonly row: number;
  readonly x: number;
  readonly width: number;
  readonly title: readonly string[];
  readonly lines: readonly string[];
}

export interface PlacedRow {
  readonly title: readonly string[];
  readonly boxes: readonly PlacedBox[];
  readonly height: number;
  /** Arrows to a neighbour in the row. */
  readonly across: readonly Across[];
}

export interface Across {
  readonly arrow: Arrow;
  readonly left: PlacedBox;
  readonly right: PlacedBox;
  readonly label: readonly string[];
}

export interface Placed {
  readonly rows: readonly PlacedRow[];
  readonly boxes: ReadonlyMap<string, PlacedBox>;
  /** Arrows that are not drawn within a row. */
  readonly arrows: readonly Arrow[];
  /** Column right of every box, where lanes begin. */
  readonly right: number;
  readonly laneWidth: number;
}

/** Boxes in rows, as wide as they need to be. A tier that does not fit in one row takes several. */
export function place(diagram: TiersDiagram, lanes: number): Placed {
  const titles = diagram.tiers.map(({ title }) => (title === '' ? [] : wrap(title, MAX_TITLE)));
  const left = Math.max(0, ...titles.flat().map((line) => columns(line) + 2));
  const room = MAX_COLUMNS - left - lanes * LANE_WIDTH;
  const drafts = diagram.tiers.flatMap(({ boxes }, tier) =>
    rowsOf(boxes, { arrows: diagram.arrows, tierOf: tiersById(diagram) }, room).map((row, index) => ({
      ...row,
      title: index === 0 ? (titles[tier] ?? []) : [],
    })),
  );
  const widest = Math.max(...drafts.map(({ total }) => total));
  const rows = drafts.map((draft, index) => placeRow(draft, index, left + Math.floor((widest - draft.total) / 2)));
  const drawn = new Set(rows.flatMap(({ across }) => across.map(({ arrow }) => arrow)));
  return {
    rows,
    boxes: new Map(rows.flatMap(({ boxes }) => boxes.map((box) => [box.box.id, box]))),
    arrows: diagram.arrows.filter((arrow) => !drawn.has(arrow)),
    right: left + widest + 1,
    laneWidth: LANE_WIDTH,
  };
}

interface RowDraft {
  readonly title: readonly string[];
  readonly boxes: readonly Box[];
  readonly widths: readonly number[];
  /** After each box but the last. */
  readonly gaps: readonly Gap[];
  readonly total: number;
}

interface Gap {
  readonly width: number;
  readonly arrow?: Arrow;
  readonly label: readonly string[];
}

/** The arrows of a diagram, and in which tier each box stands. */
interface Plan {
  readonly arrows: readonly Arrow[];
  readonly tierOf: ReadonlyMap<string, number>;
}

function tiersById({ tiers }: TiersDiagram): ReadonlyMap<string, number> {
  return new Map(tiers.flatMap(({ boxes }, tier) => boxes.map(({ id }) => [id, tier])));
}

function rowsOf(boxes: readonly Box[], plan: Plan, room: number): Omit<RowDraft, 'title'>[] {
  const rows: Omit<RowDraft, 'title'>[] = [];
  for (let rest = boxes; rest.length > 0;) {
    let count = rest.length;
    while (count > 1 && leastTotal(rest.slice(0, count), plan) > room) count -= 1;
    rows.push(draftOf(rest.slice(0, count), plan, room));
    rest = rest.slice(count);
  }
  return rows;
}

function leastTotal(boxes: readonly Box[], plan: Plan): number {
  return sum([...gapsOf(boxes, plan.arrows).map(({ width }) => width), ...boxes.map((box) => leastWidth(box, plan))]);
}

/** As wide as their texts are; the widest give way where that is too much. */
function draftOf(boxes: readonly Box[], plan: Plan, room: number): Omit<RowDraft, 'title'> {
  const gaps = gapsOf(boxes, plan.arrows);
  const between = sum(gaps.map(({ width }) => width));
  const least = boxes.map((box) => Math.min(leastWidth(box, plan), room));
  const widths = boxes.map((box, index) => {
    const natural = Math.max(...[box.title, ...box.lines].map((line) => columns(line) + 4));
    return Math.max(Math.min(natural, MAX_BOX), least[index] ?? 0);
  });
  while (sum(widths) + between > room) {
    const spare = widths.map((width, index) => (width > (least[index] ?? 0) ? width : 0));
    const widest = spare.indexOf(Math.max(...spare));
    if (spare[widest] === 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return { boxes, gaps, widths, total: sum(widths) + between };
}

/** Wide enough for the longest word in the box, and for the labels of the arrows that end at the box, side by side. */
function leastWidth(box: Box, { arrows, tierOf }: Plan): number {
  const tier = tierOf.get(box.id) ?? 0;
  const ends = arrows.filter(({ to, from }) => {
    const other = to === box.id ? from : from === box.id ? to : undefined;
    return other !== undefined && (tierOf.get(other) ?? 0) < tier;
  });
  const word = Math.max(...[box.title, ...box.lines].flatMap((line) => line.split(' ')).map(columns)) + 4;
  const meeting = arrows.flatMap(({ from, to }) => [from, to]).filter((id) => id === box.id).length;
  return Math.max(
    MIN_BOX,
    Math.min(word, 30),
    PORT * (meeting - ends.length) + 2,
    sum(ends.map(({ label }) => labelColumns(label) + 4)) + 2,
  );
}

/** Columns that a label beside an arrow asks for, wrapped where it is long. */
export function labelColumns(label: string): number {
  return Math.max(Math.min(10, columns(label)), longestWord(label));
}

/** Columns of the longest word; a name that is longer than this is broken. */
function longestWord(label: string): number {
  return Math.min(28, Math.max(...label.split(' ').map(columns)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function gapsOf(boxes: readonly Box[], arrows: readonly Arrow[]): Gap[] {
  return boxes.slice(1).map((right, index) => {
    const between = arrows.filter((one) => connects(one, boxes[index], right));
    const arrow = between.find(({ to }) => to === right.id) ?? between[0];
    if (!arrow) return { width: GAP, label: [] };
    const label = arrow.label === '' ? [] : wrap(arrow.label, Math.max(MAX_LABEL, longestWord(arrow.label)));
    return { width: Math.max(5, ...label.map((line) => columns(line) + 4)), arrow, label };
  });
}

function connects({ from, to }: Arrow, left: Box | undefined, right: Box): boolean {
  return (from === left?.id && to === right.id) || (to === left?.id && from === right.id);
}

function placeRow({ title, boxes, gaps, widths }: RowDraft, row: number, start: number): PlacedRow {
  let x = start;
  const placed = boxes.map((box, index): PlacedBox => {
    const width = widths[index] ?? MIN_BOX;
    const one = {
      box,
      row,
      x,
      width,
      title: wrap(box.title, width - 4),
      lines: box.lines.flatMap((line) => wrap(line, width - 4)),
    };
    x += width + (gaps[index]?.width ?? 0);
    return one;
  });
  const across = gaps.flatMap(({ arrow, label }, index): Across[] => {
    const left = placed[index];
    const right = placed[index + 1];
    return arrow && left && right ? [{ arrow, left, right, label }] : [];
  });
  const height = Math.max(
    ...placed.map((one) => one.title.length + one.lines.length + 2),
    ...across.map(({ label }) => 2 * label.length + 1),
    title.length,
  );
  return { title, boxes: placed, height, across };
}
