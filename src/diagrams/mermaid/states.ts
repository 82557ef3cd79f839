import type { StatesDiagram } from '../model.js';
import { quoted, spoken, unquoted } from './text.js';

export function statesSource(diagram: StatesDiagram): string {
  const { states, initial, transitions } = diagram;
  const idOf = (state: string): string => `s_${states.indexOf(state) + 1}`;
  const last = states.filter((state) => transitions.every(({ from, to }) => from !== state || to === state));
  return [
    'stateDiagram-v2',
    ...spoken(diagram),
    ...states.map((state) => `  state ${quoted(state)} as ${idOf(state)}`),
    `  [*] --> ${idOf(initial)}`,
    ...transitions.map(({ from, to, label }) => `  ${idOf(from)} --> ${idOf(to)} : ${unquoted(label)}`),
    ...last.map((state) => `  ${idOf(state)} --> [*]`),
  ].join('\n');
}
