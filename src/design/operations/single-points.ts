import { figure } from './facts.js';
import type { QueueDesign, SinglePoint } from './model.js';
import { leadingEntity } from '../leading-entity.js';
import { type OperationsSource } from './source.js';

/** What stops the system, or a part of it, when it alone fails. */
export function singlePointsOf(source: OperationsSource, queues: readonly QueueDesign[]): readonly SinglePoint[] {
  const { blueprint, stack, scale } = source;
  const { names } = leadingEntity(source);
  const compose = stack.deploy === 'compose';
  const rto = (id: string, label: string, minutes: number, text: string) =>
    figure([`singlePoint.${id}.minutes`, `time until ${label} is back`], minutes, 'min', 'target', text);
  const workers = Math.max(0, Math.round(scale.capacity.launch.workerPods.value));
  const [region] = blueprint.constraints.regions;
  return [
    {
      component: compose ? 'the host' : 'PostgreSQL primary',
      effect: `No ${names.textOne} can be read or written; nobody can sign in.`,
      detection: '`/ready` answers 503; alert DatabaseUnreachable',
      mitigation: compose
        ? `Backups lie elsewhere; a new host is started from ${source.product.name}’s repository and the last backup.`
        : `The standby takes over; what a client saw as saved of ${names.textMany} is on both.`,
      timeToRecover: compose
        ? rto('host', 'the host', 120, 'A new host, images, restore: as long as business data may take.')
        : rto('database', 'PostgreSQL', 2, 'Fail-over of a managed PostgreSQL takes one to two minutes.'),
    },
    {
      component: 'Redis',
      effect:
        queues.length === 0
          ? `Rate limits of ${source.product.name} are counted per process; nothing else uses it.`
          : `Rate limits are counted per process, and ${queues.length} queues stand still.`,
      detection: '`redis` is down in `/ready`',
      mitigation:
        queues.length === 0 ? 'None needed.' : `Events wait in \`outbox_events\` and are published afterwards.`,
      timeToRecover: rto('redis', 'Redis', 5, 'Restart, or fail-over of a managed Redis.'),
    },
    ...(queues.length > 0
      ? [
          {
            component: `outbox relay (one at work, ${workers} ready)`,
            effect: `Nothing follows from events: ${queues
              .map(({ name }) => name)
              .slice(0, 3)
              .join(', ')} get no jobs.`,
            detection: 'alert OutboxStalled',
            mitigation: 'Another worker takes its lock.',
            timeToRecover: rto('relay', 'the relay', 1, 'The lock ends with its session.'),
          },
        ]
      : []),
    ...blueprint.integrations.map(({ name, kind }) => ({
      component: `${name} (${kind})`,
      effect: `What needs ${name} is late, and nothing else.`,
      detection: `alert ${pascal(name)}BreakerOpen`,
      mitigation: `Jobs for ${name} wait; people are told in the product.`,
      timeToRecover: rto(name, name, 240, `Not in our hands: after ${name} is back, the queue is worked off.`),
    })),
    ...(compose
      ? []
      : [
          {
            component: region === undefined ? 'the region' : `the region ${region}`,
            effect: 'Everything is away.',
            detection: 'probes from outside',
            mitigation: `Backups with all ${names.textMany} are copied to another region and restored there.`,
            timeToRecover: rto('region', 'the region', 240, 'Infrastructure from code, then restore.'),
          },
        ]),
    {
      component: 'ACCESS_TOKEN_SECRET',
      effect: 'Lost: everybody signs in again. Leaked: tokens can be forged.',
      detection: 'audit log, secret scanner',
      mitigation: 'A new secret and a restart.',
      timeToRecover: rto('secret', 'sign-in', 15, 'One rollout.'),
    },
  ];
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
