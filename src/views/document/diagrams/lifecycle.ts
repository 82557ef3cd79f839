import type { Design, EntityDesign } from '../../../design/model.js';
import type { StatesDiagram } from '../../../diagrams/model.js';
import { counted } from '../words.js';
import { drawn, type DiagramWords } from './words.js';

/** Undefined where the entity has no lifecycle. */
export function lifecycleDiagram(design: Design, entity: EntityDesign): DiagramWords | undefined {
  const model = lifecycleModel(entity);
  return model && drawn(design, model);
}

export function lifecycleModel({ entity, names, route }: EntityDesign): StatesDiagram | undefined {
  const { lifecycle } = entity;
  if (!lifecycle) return undefined;
  const { actions, states, initial, field } = lifecycle;
  const events = actions.filter(({ emits }) => emits !== undefined).length;
  const said = events === 0 ? 'none emits an event' : `${counted(events, 'emits', 'emit')} an event`;
  return {
    kind: 'states',
    title: `Lifecycle of ${names.article} ${names.textOne}`,
    caption: `${counted(states.length, 'value')} of ${field}, changed by ${counted(actions.length, 'action')} below /api/v1${route}; ${said}.`,
    states,
    initial,
    transitions: actions.flatMap(({ name, from, to }) => from.map((state) => ({ from: state, to, label: name }))),
  };
}
