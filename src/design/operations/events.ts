import { byCodePoint } from '../../text/order.js';
import type { EventDesign, QueueDesign } from './model.js';
import type { OperationsSource } from './source.js';

/** What lifecycles emit, and whatever else something waits for; each with who waits for it. */
export function eventsOf(
  { blueprint, entities }: Pick<OperationsSource, 'blueprint' | 'entities'>,
  queues: readonly Pick<QueueDesign, 'name' | 'jobs'>[],
): readonly EventDesign[] {
  const emitted = entities.flatMap(({ entity, actions }) =>
    actions.flatMap(({ action }) =>
      action.emits === undefined
        ? []
        : [{ type: action.emits, source: `${entity.name}.${action.name}`, context: entity.context }],
    ),
  );
  const awaited = [
    ...blueprint.reactions.flatMap(({ trigger }) => ('on' in trigger ? trigger.on : [])),
    ...(blueprint.webhooks?.events ?? []),
    ...blueprint.integrations.flatMap(({ name, receives }) => receives.map((event) => `${name}.${event}`)),
    ...blueprint.reactions.flatMap(({ effect }) => ('emit' in effect ? effect.emit : [])),
  ];
  const types = [...new Set([...emitted.map(({ type }) => type), ...awaited])].sort(byCodePoint);
  return types.map((type) => ({
    type,
    ...originOf(type),
    consumers: queues.flatMap(({ name, jobs }) =>
      jobs.filter(({ trigger }) => trigger === type).map((job) => ({ queue: name, job: job.name })),
    ),
  }));

  function originOf(type: string): Omit<EventDesign, 'type' | 'consumers'> {
    const sources = emitted.filter((event) => event.type === type);
    if (sources.length > 0) {
      const { context } = sources[0]!;
      return { origin: 'action', source: sources.map(({ source }) => source).join(', '), context, recorded: true };
    }
    const [head = ''] = type.split('.');
    const row = entities.find(({ names }) => names.one === head);
    if (row && /\.(?:created|updated|deleted)$/.test(type)) {
      return { origin: 'row', source: row.entity.name, context: row.context.name, recorded: false };
    }
    if (blueprint.integrations.some(({ name }) => type.startsWith(`${name}.`))) {
      return { origin: 'partner', source: head, recorded: false };
    }
    return { origin: 'reaction', source: 'a reaction', recorded: false };
  }
}
