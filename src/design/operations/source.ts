import type { Design, EntityDesign } from '../model.js';
import { referrersOf } from '../referrers.js';

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
  const referrers = referrersOf(entities);
  const weight = ({ entity, names, actions }: EntityDesign): number => {
    const own = new Set(actions.flatMap(({ action }) => action.emits ?? []));
    const consumers = awaited.filter((event) => own.has(event) || event.startsWith(`${names.one}.`)).length;
    return 1000 * consumers + 10 * own.size + actions.length + (referrers.get(entity.name) ?? 0);
  };
  const candidates = entities.filter(({ writable, parent }) => writable && parent === undefined);
  const [first, ...rest] = candidates.length > 0 ? candidates : entities;
  if (!first) throw new Error('A system has an entity.');
  return rest.reduce((best, entity) => (weight(entity) > weight(best) ? entity : best), first);
}

/**
 * What people do with a new row of the entity: the action from its first state after which the most can still happen, without
 * coming back to the beginning.
 */
export function mainAction({ entity, actions }: EntityDesign): EntityDesign['actions'][number] | undefined {
  const initial = entity.lifecycle?.initial;
  if (initial === undefined) return undefined;
  const ahead = (state: string, seen: readonly string[]): number => {
    const onward = actions.filter(({ action }) => action.from.includes(state));
    if (onward.some(({ action }) => action.to === initial)) return -1;
    const next = onward.filter(({ action }) => !seen.includes(action.to));
    return next.length === 0 ? 0 : Math.max(...next.map(({ action }) => 1 + ahead(action.to, [...seen, action.to])));
  };
  const first = actions.filter(({ action }) => action.from.includes(initial) && action.to !== initial);
  const weight = ({ action }: (typeof first)[number]): number =>
    2 * ahead(action.to, [initial, action.to]) + (action.emits === undefined ? 0 : 1);
  return [...first].sort((left, right) => weight(right) - weight(left))[0];
}

/** Where jobs wait. */
export function queueServer({ stack }: Pick<OperationsSource, 'stack'>): 'Redis' | 'RabbitMQ' {
  return stack.queue === 'rabbitmq' ? 'RabbitMQ' : 'Redis';
}
