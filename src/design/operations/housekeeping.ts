import { figure } from './facts.js';
import type { HandlingDesign, HousekeepingDesign, RelayDesign } from './model.js';
import type { OperationsSource } from './source.js';

/** What the clock starts in every system, and what the blueprint's retention asks for. */
export function housekeepingOf({ blueprint, entities }: OperationsSource): readonly HousekeepingDesign[] {
  const { retentionDays } = blueprint.qualities;
  const announces = entities.some(({ actions }) => actions.some(({ action }) => action.emits !== undefined));
  return [
    {
      name: 'delete-ended-sessions',
      cron: '15 2 * * *',
      does: 'deletes refresh tokens past their end',
      table: 'refresh_tokens',
      idempotency: 'A deleted token is not found again.',
      part: 'schedules',
    },
    {
      name: 'delete-old-invitations',
      cron: '25 2 * * *',
      does: 'deletes invitations that ended unused',
      table: 'invitations',
      idempotency: 'A deleted invitation is not found again.',
      part: 'schedules',
    },
    ...(announces
      ? [
          {
            name: 'delete-published-events',
            cron: '35 2 * * *',
            does: 'deletes events that were published long ago',
            table: 'outbox_events',
            idempotency: 'A deleted event is not found again.',
            part: 'schedules',
          } as const,
        ]
      : []),
    ...(retentionDays === undefined
      ? []
      : [
          {
            name: 'delete-expired-records',
            cron: '45 2 * * *',
            does: `deletes audit records older than ${retentionDays} days`,
            table: 'audit_log',
            idempotency: 'A deleted row is not found again.',
            part: 'retention',
          } as const,
        ]),
  ];
}

const POLL_MS = 500;
const BATCH = 100;

/** The outbox is polled: no message is lost when a notification of the database is. */
export function relayOf(): RelayDesign {
  const perMinute = (60_000 / POLL_MS) * BATCH;
  return {
    pollMs: figure(
      ['relay.pollMs', 'time between two looks at the outbox'],
      POLL_MS,
      'ms',
      'rule',
      'Half of what feels like at once.',
    ),
    batch: figure(['relay.batch', 'events taken at a time'], BATCH, 'none', 'rule', 'One statement, and short locks.'),
    eventsPerMinute: figure(
      ['relay.eventsPerMinute', 'events a minute by polling alone'],
      perMinute,
      'jobs/min',
      'modelled',
      `60,000 ms ÷ ${POLL_MS} ms × ${BATCH} events.`,
      { from: ['operations.relay.pollMs', 'operations.relay.batch'] },
    ),
    keptDays: figure(
      ['relay.keptDays', 'time that published events stay'],
      7,
      'days',
      'rule',
      'Friday’s fault, found on Monday, replayed.',
    ),
    alarmS: figure(
      ['relay.alarmS', 'oldest unpublished event that alarms'],
      60,
      's',
      'rule',
      'Above a poll, below every objective.',
    ),
  };
}

const BULLMQ = 'BullMQ, Retrying failing jobs, https://docs.bullmq.io/guide/retrying-failing-jobs';

export const HANDLING: HandlingDesign = {
  jitterPercent: figure(
    ['handling.jitterPercent', 'share of a wait that chance takes away'],
    50,
    'percent',
    'rule',
    'Jobs that failed together come back spread over half of their wait.',
    { source: BULLMQ },
  ),
  lostWorkers: figure(
    ['handling.lostWorkers', 'workers that a job may lose'],
    1,
    'times',
    'rule',
    'One worker may be replaced in the middle of a job; a job that ends two of them is the cause.',
  ),
  deadDays: figure(
    ['handling.deadDays', 'time that dead jobs stay'],
    14,
    'days',
    'rule',
    'Two weeks: also a holiday ends before.',
  ),
  doneHours: figure(
    ['handling.doneHours', 'time that finished jobs stay'],
    24,
    'h',
    'rule',
    'To answer whether it ran today.',
  ),
};
