import type { Design } from '../../../design/model.js';
import { counted } from '../words.js';

/** A picture of the document, and the id of the section that holds it. */
export interface Figure {
  readonly shows: string;
  readonly section: string;
}

/** The list of figures, in the order of the sections. */
export function figuresOf({ entities, contexts, operations }: Design): Figure[] {
  const withLifecycle = entities.filter(({ entity }) => entity.lifecycle);
  const recorded = operations.events.some((event) => event.recorded);
  return [
    { shows: 'people and systems around it', section: 'system-architecture' },
    { shows: 'what runs and what it talks to', section: 'system-architecture' },
    { shows: `map of ${counted(contexts.length, 'context')}`, section: 'module-decomposition' },
    ...(withLifecycle.length > 0
      ? [{ shows: counted(withLifecycle.length, 'lifecycle'), section: 'module-decomposition' }]
      : []),
    { shows: 'signing in', section: 'security' },
    { shows: 'refreshing, with a stolen token', section: 'security' },
    { shows: `${counted(entities.length, 'entity', 'entities')} at a glance`, section: 'data-layer' },
    { shows: 'entities of each context', section: 'data-layer' },
    ...(operations.queues.length > 0 ? [{ shows: 'events to queues to jobs', section: 'async-processing' }] : []),
    ...(recorded ? [{ shows: 'from a write to its consumers', section: 'async-processing' }] : []),
    { shows: 'machines and networks', section: 'deployment' },
    { shows: 'rollout of a release', section: 'deployment' },
  ];
}
