import type { DependenciesDiagram, TiersDiagram } from '../model.js';
import { quoted, spoken } from './text.js';

const DESIGNED = '  classDef designed stroke-dasharray: 5 5';

export function tiersFlowchart(diagram: TiersDiagram): string {
  const boxes = diagram.tiers.flatMap((tier) => tier.boxes);
  const designed = boxes.filter((box) => box.designed).map(({ id }) => idOf(id));
  const tiers = diagram.tiers.flatMap(({ title, boxes: own }, index) => {
    const lines = own.map((box) => `  ${idOf(box.id)}[${quoted(box.title, ...box.lines)}]`);
    if (title === '') return lines;
    return [`  subgraph tier_${index + 1}[${quoted(title)}]`, ...lines.map((line) => `  ${line}`), '  end'];
  });
  const arrows = diagram.arrows.map(({ from, to, label, designed: isDesigned }) => {
    const line = isDesigned ? '-.->' : '-->';
    return `  ${idOf(from)} ${line}${label === '' ? '' : `|${quoted(label)}|`} ${idOf(to)}`;
  });
  const classes = designed.length === 0 ? [] : [DESIGNED, `  class ${designed.join(',')} designed`];
  return ['flowchart TB', ...spoken(diagram), ...tiers, ...arrows, ...classes].join('\n');
}

export function dependenciesFlowchart(diagram: DependenciesDiagram): string {
  const nodes = diagram.nodes.map(({ id, title, about }) => {
    return `  ${idOf(id)}[${quoted(title, ...(about === '' ? [] : [about]))}]`;
  });
  const arrows = diagram.uses.map(({ from, to }) => `  ${idOf(from)} --> ${idOf(to)}`);
  return ['flowchart BT', ...spoken(diagram), ...nodes, ...arrows].join('\n');
}

/** A name of its own, since words such as `end` mean something to Mermaid. */
function idOf(id: string): string {
  return `n_${id.replaceAll(/\W/g, '_')}`;
}
