import { entitiesSource } from './mermaid/entities.js';
import { dependenciesFlowchart, tiersFlowchart } from './mermaid/flowchart.js';
import { sequenceSource } from './mermaid/sequence.js';
import { statesSource } from './mermaid/states.js';
import { drawDependencies } from './ascii/dependencies.js';
import { drawEntities } from './ascii/entities.js';
import { drawSequence } from './ascii/sequence.js';
import { drawStates } from './ascii/states.js';
import { drawTiers } from './ascii/tiers/draw.js';
import { clean } from './ascii/text.js';
import type { Charset, Diagram } from './model.js';

/** The diagram in characters, at most 120 in a line. */
export function asciiOf(diagram: Diagram, charset: Charset): string {
  const readable = cleaned(diagram, charset);
  switch (readable.kind) {
    case 'tiers':
      return drawTiers(readable, charset);
    case 'dependencies':
      return drawDependencies(readable, charset);
    case 'sequence':
      return drawSequence(readable, charset);
    case 'states':
      return drawStates(readable, charset);
    case 'entities':
      return drawEntities(readable, charset);
  }
}

/** The diagram as Mermaid source. */
export function mermaidOf(diagram: Diagram): string {
  switch (diagram.kind) {
    case 'tiers':
      return tiersFlowchart(diagram);
    case 'dependencies':
      return dependenciesFlowchart(diagram);
    case 'sequence':
      return sequenceSource(diagram);
    case 'states':
      return statesSource(diagram);
    case 'entities':
      return entitiesSource(diagram);
  }
}

/** Every text of the diagram in the characters it may be drawn with, before anything is measured. */
function cleaned<Value>(value: Value, charset: Charset): Value {
  if (typeof value === 'string') return clean(value, charset) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => cleaned(one, charset)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one, charset)])) as Value;
}
