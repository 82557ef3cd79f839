import type { Design, EntityDesign } from '../model.js';

/** What the operation of the system follows from. */
export type OperationsSource = Pick<
  Design,
  'blueprint' | 'product' | 'entities' | 'contexts' | 'permissions' | 'roles' | 'stack' | 'scale' | 'endpoints'
>;

/**
 * The entity that the rest of the system waits for: the one whose events set off most; else the writable one that others refer to
 * most. Examples and business metrics are about it.
 */
export function leadingEntity({ blueprint, entities }: Pick<OperationsSource, 'blueprint' | 'entities'>): EntityDesign {
  const awaited = [
    ...blueprint.reactions.flatMap(({ trigger }) => ('on' in trigger ? trigger.on : [])),
    ...(blueprint.webhooks?.events ?? []),
  ];
  const weight = ({ entity, names, actions }: EntityDesign): number => {
    const own = new Set(actions.flatMap(({ action }) => action.emits ?? []));
    const consumers = awaited.filter((event) => own.has(event) || event.startsWith(`${names.one}.`)).length;
    const referrers = entities.flatMap(({ references }) => references).filter(({ target }) => target === entity.name);
    return 1000 * consumers + 10 * own.size + actions.length + referrers.length;
  };
  const candidates = entities.filter(({ writable, parent }) => writable && parent === undefined);
  const [first, ...rest] = candidates.length > 0 ? candidates : entities;
  if (!first) throw new Error('A system has an entity.');
  return rest.reduce((best, entity) => (weight(entity) > weight(best) ? entity : best), first);
}

/** Where jobs wait. */
export function queueServer({ stack }: Pick<OperationsSource, 'stack'>): 'Redis' | 'RabbitMQ' {
  return stack.queue === 'rabbitmq' ? 'RabbitMQ' : 'Redis';
}
