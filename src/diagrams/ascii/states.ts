import type { Arrow, Charset, StatesDiagram, Tier, TiersDiagram } from '../model.js';
import { columns, MAX_COLUMNS } from './text.js';
import { drawTiers } from './tiers/draw.js';

/** The longest way through the states in a row, what branches off below. */
export function drawStates(diagram: StatesDiagram, charset: Charset): string {
  const marks = charset === 'unicode' ? { first: '●', last: '◉' } : { first: '*', last: '(*)' };
  const legend = `${marks.first} where it begins   ${marks.last} where it ends`;
  return `${drawTiers(tiersOf(diagram, marks), charset)}\n\n${legend}`;
}

interface Marks {
  readonly first: string;
  readonly last: string;
}

function tiersOf(diagram: StatesDiagram, marks: Marks): TiersDiagram {
  const { initial, states, transitions } = diagram;
  const titleOf = (state: string): string => {
    const isLast = transitions.every(({ from, to }) => from !== state || to === state);
    return [...(state === initial ? [marks.first] : []), state, ...(isLast ? [marks.last] : [])].join(' ');
  };
  const boxOf = (state: string) => ({ id: state, title: titleOf(state), lines: [] });
  const arrows = joined(transitions);
  const path = longestPath(initial, arrows);
  const others = states.filter((state) => !path.includes(state));
  const tiers: Tier[] = [...inRows(path, arrows), others]
    .filter((row) => row.length > 0)
    .map((row) => ({ title: '', boxes: row.map(boxOf) }));
  return { kind: 'tiers', title: diagram.title, caption: diagram.caption, tiers, arrows };
}

/** One arrow from a state to another, whatever the number of actions that lead there. */
function joined(transitions: StatesDiagram['transitions']): Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const { from, to, label } of transitions) {
    const key = JSON.stringify([from, to]);
    const known = arrows.get(key);
    arrows.set(key, { from, to, label: known ? `${known.label}, ${label}` : label });
  }
  return [...arrows.values()];
}

/** Enough to find the way through any lifecycle that a person would write. */
const MOST_STEPS = 20_000;

function longestPath(initial: string, arrows: readonly Arrow[]): string[] {
  let longest: string[] = [initial];
  let steps = 0;
  const walk = (path: readonly string[]): void => {
    steps += 1;
    if (path.length > longest.length) longest = [...path];
    if (steps > MOST_STEPS) return;
    for (const { from, to } of arrows) {
      if (from === path.at(-1) && !path.includes(to)) walk([...path, to]);
    }
  };
  walk([initial]);
  return longest;
}

/** The path in as many rows as its boxes and labels need. */
function inRows(path: readonly string[], arrows: readonly Arrow[]): string[][] {
  const rows: string[][] = [];
  let width = 0;
  path.forEach((state, index) => {
    const label = arrows.find(({ from, to }) => from === path[index - 1] && to === state)?.label ?? '';
    const asked = Math.max(9, columns(state) + 6) + Math.min(18, columns(label)) + 4;
    const row = rows.at(-1);
    if (row && width + asked <= MAX_COLUMNS) {
      row.push(state);
      width += asked;
    } else {
      rows.push([state]);
      width = asked;
    }
  });
  return rows;
}
