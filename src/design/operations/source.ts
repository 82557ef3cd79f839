import type { Design, EntityDesign } from '../model.js';

/** What the operation of the system follows from. */
export type OperationsSource = Pick<
  Design,
  'blueprint' | 'product' | 'entities' | 'contexts' | 'permissions' | 'roles' | 'stack' | 'scale' | 'endpoints'
>;

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
