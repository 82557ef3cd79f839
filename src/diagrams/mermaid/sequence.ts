import type { SequenceDiagram, Step } from '../model.js';
import { spoken, unquoted } from './text.js';

export function sequenceSource(diagram: SequenceDiagram): string {
  const actors = diagram.actors.map(({ id, title, designed }) => {
    return `  participant ${idOf(id)} as ${unquoted(designed ? `${title} (designed)` : title)}`;
  });
  const steps = diagram.steps.flatMap((step) => linesOf(step)).map((line) => `  ${line}`);
  return ['sequenceDiagram', ...spoken(diagram), '  autonumber', ...actors, ...steps].join('\n');
}

function linesOf(step: Step): string[] {
  switch (step.kind) {
    case 'message':
      return [`${idOf(step.from)}${step.reply ? '-->>' : '->>'}${idOf(step.to)}: ${unquoted(step.text)}`];
    case 'note': {
      const over = step.from === step.to ? idOf(step.from) : `${idOf(step.from)},${idOf(step.to)}`;
      return [`Note over ${over}: ${unquoted(step.text)}`];
    }
    case 'branches': {
      const first = step.branches.length === 1 ? 'opt' : 'alt';
      const parts = step.branches.flatMap(({ when, steps }, index) => [
        `${index === 0 ? first : 'else'} ${unquoted(when)}`,
        ...steps.flatMap((one) => linesOf(one)).map((line) => `  ${line}`),
      ]);
      return [...parts, 'end'];
    }
  }
}

function idOf(id: string): string {
  return `p_${id.replaceAll(/\W/g, '_')}`;
}
