import type { Arrow } from '../../model.js';
import { labelColumns, type Placed, type PlacedBox } from './place.js';

/** What an arrow does between two rows: it comes from above at `topX` and leaves at `endX`, downwards or, to a neighbour, upwards. */
export interface Thread {
  readonly arrow: Arrow;
  readonly topX: number;
  readonly endX: number;
  readonly endsAt: 'top' | 'bottom';
  /** Where the head is, if it is in this channel. */
  readonly headAt?: 'topX' | 'endX';
  /** Labels stand where the arrow meets the lower box. */
  readonly isLabelled: boolean;
}

/** What lies between a row and the next one, or below the last row. */
export interface Channel {
  readonly threads: readonly Thread[];
  /** Columns of lanes that pass through. */
  readonly passing: readonly { readonly x: number; readonly arrow: Arrow }[];
}

export interface Routed {
  readonly channels: readonly Channel[];
  /** Columns that arrows take beside each row. */
  readonly beside: readonly (readonly { readonly x: number; readonly arrow: Arrow }[])[];
}

interface Link {
  readonly arrow: Arrow;
  readonly upper: PlacedBox;
  readonly lower: PlacedBox;
  /** Column beside the rows, for an arrow that passes some. */
  readonly lane?: number;
}

/** Arrows that pass at least one row. */
export function lanesNeeded(placed: Placed): number {
  return Math.max(0, ...linksOf(placed).map(({ lane }) => (lane === undefined ? 0 : lane + 1)));
}

export function route(placed: Placed): Routed {
  const links = linksOf(placed);
  const laneX = (lane: number): number => placed.right + 1 + lane * placed.laneWidth;
  const ports = portsOf(placed, links, laneX);

  const channels = placed.rows.map((_, row): Channel => {
    const threads = links.flatMap((link): Thread[] => {
      const { arrow, upper, lower, lane } = link;
      const top = ports.get(link)?.top ?? 0;
      const bottom = ports.get(link)?.bottom ?? 0;
      const isDown = arrow.from === upper.box.id;
      const base = { arrow, isLabelled: true } as const;
      if (upper.row === lower.row) {
        return row === upper.row ? [{ ...base, topX: top, endX: bottom, endsAt: 'top', headAt: 'endX' }] : [];
      }
      const begins = row === upper.row;
      const ends = row === lower.row - 1;
      if (begins && ends) {
        return [{ ...base, topX: top, endX: bottom, endsAt: 'bottom', headAt: isDown ? 'endX' : 'topX' }];
      }
      const x = laneX(lane ?? 0);
      const head = isDown ? ends : begins;
      const headAt = head ? { headAt: isDown ? ('endX' as const) : ('topX' as const) } : {};
      if (begins) return [{ arrow, isLabelled: false, topX: top, endX: x, endsAt: 'bottom', ...headAt }];
      if (ends) return [{ ...base, topX: x, endX: bottom, endsAt: 'bottom', ...headAt }];
      return [];
    });
    const passing = links
      .filter(({ upper, lower }) => row > upper.row && row < lower.row - 1)
      .map(({ arrow, lane }) => ({ arrow, x: laneX(lane ?? 0) }));
    return { threads, passing };
  });

  const beside = placed.rows.map((_, row) =>
    links
      .filter(({ upper, lower }) => row > upper.row && row < lower.row)
      .map(({ arrow, lane }) => ({ arrow, x: laneX(lane ?? 0) })),
  );
  return { channels, beside };
}

/** Each arrow with its upper and its lower end; those that pass rows get a lane, the shortest the innermost. */
function linksOf({ arrows, boxes }: Placed): Link[] {
  const links = arrows.flatMap((arrow): Link[] => {
    const from = boxes.get(arrow.from);
    const to = boxes.get(arrow.to);
    if (!from || !to) throw new Error(`The arrow ${arrow.from} → ${arrow.to} leads to no box.`);
    const [upper, lower] = from.row <= to.row ? [from, to] : [to, from];
    return [{ arrow, upper, lower }];
  });
  const taken: Link[][] = [];
  const long = links
    .filter(({ upper, lower }) => lower.row - upper.row > 1)
    .sort((a, b) => a.lower.row - a.upper.row - (b.lower.row - b.upper.row));
  const laneOf = new Map<Link, number>();
  for (const link of long) {
    const free = taken.findIndex((lane) => lane.every((other) => !overlap(link, other)));
    const lane = free < 0 ? taken.length : free;
    (taken[lane] ??= []).push(link);
    laneOf.set(link, lane);
  }
  return links.map((link) => {
    const lane = laneOf.get(link);
    return lane === undefined ? link : { ...link, lane };
  });
}

function overlap(a: Link, b: Link): boolean {
  return a.upper.row < b.lower.row && b.upper.row < a.lower.row;
}

interface Ports {
  top: number;
  bottom: number;
}

/** Where each arrow leaves the one box and meets the other: apart from each other, and straight below where that is possible. */
function portsOf(placed: Placed, links: readonly Link[], laneX: (lane: number) => number): Map<Link, Ports> {
  const ports = new Map<Link, Ports>(links.map((link) => [link, { top: 0, bottom: 0 }]));
  const portOf = (link: Link): Ports => ports.get(link) ?? { top: 0, bottom: 0 };

  for (const box of placed.boxes.values()) {
    const leaving = links
      .flatMap((link) => {
        const { upper, lower, lane } = link;
        const end = lane === undefined ? middle(lower) : laneX(lane);
        const isSibling = upper.row === lower.row;
        return [
          ...(upper === box ? [{ link, side: 'top' as const, end }] : []),
          ...(isSibling && lower === box ? [{ link, side: 'bottom' as const, end: middle(upper) }] : []),
        ];
      })
      .sort((a, b) => a.end - b.end);
    leaving.forEach(({ link, side }, index) => {
      const even = box.x + Math.round(((index + 1) * (box.width - 1)) / (leaving.length + 1));
      const { lower, lane } = link;
      const isAlone = leaving.length === 1 && lane === undefined && lower !== box;
      portOf(link)[side] = isAlone ? within(within(even, lower), box) : even;
    });
  }

  for (const box of placed.boxes.values()) {
    const arriving = links
      .filter(({ upper, lower }) => lower === box && upper.row !== lower.row)
      .map((link) => ({
        link,
        start: link.lane === undefined ? portOf(link).top : beforeTheEnd(box, link.arrow.label),
      }))
      .sort((a, b) => (a.link.lane ?? -1) - (b.link.lane ?? -1) || a.start - b.start);
    const wanted = arriving.map(({ link, start }) => ({ x: start, room: labelColumns(link.arrow.label) + 3 }));
    const at = spread(wanted, box.x + 2, box.x + box.width - 3);
    arriving.forEach(({ link }, index) => {
      portOf(link).bottom = at[index] ?? box.x + 2;
    });
  }
  keepApart(links, portOf);
  return ports;
}

/** Where an arrow from a lane meets a box: as far right as its label allows. */
function beforeTheEnd({ x, width }: PlacedBox, label: string): number {
  return x + width - 1 - labelColumns(label);
}

/** As near as possible to where they want to be, with room for the label of each, between two columns. */
function spread(wanted: readonly { x: number; room: number }[], least: number, most: number): number[] {
  const asked = wanted.slice(0, -1).reduce((total, { room }) => total + room, 0);
  const share = asked === 0 ? 1 : Math.min(1, (most - least) / asked);
  const rooms = wanted.map(({ room }) => Math.max(2, Math.floor(room * share)));
  const at = wanted.map(({ x }) => Math.min(most, Math.max(least, x)));
  for (let index = 1; index < at.length; index += 1) {
    at[index] = Math.max(at[index] ?? 0, (at[index - 1] ?? 0) + (rooms[index - 1] ?? 0));
  }
  let limit = most;
  for (let index = at.length - 1; index >= 0; index -= 1) {
    at[index] = Math.min(at[index] ?? 0, limit);
    limit = (at[index] ?? 0) - (rooms[index - 1] ?? 0);
  }
  return at;
}

/** Two arrows never share a column between the same rows, or they would look like one. */
function keepApart(links: readonly Link[], portOf: (link: Link) => Ports): void {
  for (const link of links) {
    const channel = link.lower.row - 1;
    if (link.upper.row === link.lower.row) continue;
    const others = links.filter((other) => other !== link);
    const taken = others.flatMap((other) => {
      const { top, bottom } = portOf(other);
      const isSibling = other.upper.row === other.lower.row;
      return [
        ...(other.upper.row === channel ? [top] : []),
        ...((isSibling ? other.upper.row === channel : other.lower.row === link.lower.row) ? [bottom] : []),
      ];
    });
    const { top, bottom } = portOf(link);
    const isStraight = link.upper.row === channel && top === bottom;
    if (isStraight && !taken.includes(bottom)) continue;
    const { x, width } = link.lower;
    const inside = SHIFTS.map((shift) => bottom + shift).filter((at) => at > x && at < x + width - 1);
    const best = inside.find((at) => taken.every((other) => Math.abs(other - at) > 1));
    portOf(link).bottom = best ?? inside.find((at) => !taken.includes(at)) ?? bottom;
  }
}

const SHIFTS = [0, 1, -1, 2, -2, 3, -3, 4, -4] as const;

/** The column, or the nearest one where an arrow may meet the box. */
function within(column: number, { x, width }: PlacedBox): number {
  return Math.min(x + width - 3, Math.max(x + 2, column));
}

function middle({ x, width }: PlacedBox): number {
  return x + Math.floor(width / 2);
}
