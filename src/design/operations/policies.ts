import type { Integration } from '../../blueprint/model.js';
import { CONSTANTS } from '../constants.js';
import type { Fact } from '../fact.js';
import { figure } from './facts.js';
import { integrationQueue } from './jobs.js';
import type { BreakerDesign, DependencyPolicy, QueueDesign } from './model.js';
import { settingOf } from './settings.js';
import { leadingEntity } from '../leading-entity.js';
import { queueServer, type OperationsSource } from './source.js';

/** What every process waits for, how long, and what happens without it: what is written first, then what is designed. */
export function policiesOf(source: OperationsSource, queues: readonly QueueDesign[]): readonly DependencyPolicy[] {
  return [...apiPolicies(source), ...workerPolicies(source, queues), ...storagePolicies(source)];
}

const CLIENT = 'packages/database/src/client.ts';
const PLATFORM = 'apps/api/src/platform.module.ts';

function apiPolicies(source: OperationsSource): DependencyPolicy[] {
  const { names } = leadingEntity(source);
  const request = settingOf('REQUEST_TIMEOUT_MS', 'time that a request may take', 'ms', source);
  return [
    {
      id: 'client-api',
      caller: 'client',
      callee: 'API',
      what: 'reading and answering one request',
      timeoutMs: request,
      retries: 'The client, after 503 or 429, as Retry-After says',
      noBreaker: '`/ready` takes a process out.',
      whenDown: `A request for ${names.textMany} that takes longer is answered 503 \`REQUEST_TIMEOUT\`.`,
      part: 'request-timeout',
      where: 'apps/api/src/app.ts',
    },
    {
      id: 'api-postgresql-connect',
      caller: 'API',
      callee: 'PostgreSQL',
      what: 'getting a connection',
      timeoutMs: CONSTANTS.databaseConnectTimeout,
      retries: 'None: the request fails, the client decides',
      noBreaker: 'The pool and `/ready` do its work.',
      whenDown: `${names.Many} can be neither read nor written: 500 \`INTERNAL\`, and \`/ready\` answers 503 until it is back.`,
      part: 'connection-pool',
      where: CLIENT,
    },
    {
      id: 'api-postgresql-transaction',
      caller: 'API',
      callee: 'PostgreSQL',
      what: 'one transaction and its statements',
      timeoutMs: request,
      retries: 'None: the client is told',
      noBreaker: 'The server ends the statement itself.',
      whenDown: `The server rolls the change of the ${names.textOne} back; nothing of it is kept.`,
      part: 'connection-pool',
      where: PLATFORM,
    },
    {
      id: 'readiness-postgresql',
      caller: '/ready',
      callee: 'PostgreSQL and Redis',
      what: 'each check',
      timeoutMs: CONSTANTS.readinessTimeout,
      retries: 'The platform asks again',
      noBreaker: 'A probe is one itself.',
      whenDown: 'PostgreSQL decides, Redis is only reported.',
      part: 'health',
      where: CONSTANTS.readinessTimeout.where,
    },
    {
      id: 'api-redis',
      caller: 'API',
      callee: 'Redis',
      what: 'one command',
      timeoutMs: CONSTANTS.redisTimeout,
      retries: `${CONSTANTS.redisRetries.value} further try`,
      noBreaker: 'The client refuses at once while disconnected.',
      whenDown: 'Each process counts the rate limits itself.',
      part: 'rate-limits',
      where: PLATFORM,
    },
    {
      id: 'commands-postgresql',
      caller: 'migrate and seed',
      callee: 'PostgreSQL',
      what: 'one transaction',
      timeoutMs: CONSTANTS.commandTransactionTimeout,
      retries: 'None: the command ends with an error',
      noBreaker: 'A command runs once.',
      whenDown: 'The release stops before the first new process.',
      part: 'migrations',
      where: CLIENT,
    },
  ];
}

function workerPolicies(source: OperationsSource, queues: readonly QueueDesign[]): DependencyPolicy[] {
  if (queues.length === 0) return [];
  const { blueprint } = source;
  const server = queueServer(source);
  const inside = queues.filter(({ kind }) => kind === 'context').map(({ name }) => name);
  const webhooks = queues.find(({ kind }) => kind === 'webhooks');
  const timeout = (id: string, value: number, text: string): Fact =>
    figure([`policy.${id}.timeoutMs`, `time-out of ${id}`], value, 'ms', 'rule', text);
  return [
    {
      id: 'worker-postgresql',
      caller: 'worker',
      callee: 'PostgreSQL',
      what: 'one transaction',
      timeoutMs: timeout('worker-postgresql', 10_000, 'Nobody waits for the answer; longer means stuck.'),
      retries: 'The job, with backoff',
      noBreaker: 'The queue holds the jobs meanwhile.',
      whenDown: `Jobs${inside.length > 0 ? ` of ${inside.join(', ')}` : ''} wait in their queues, and events in the outbox.`,
      part: 'worker',
    },
    {
      id: 'worker-queues',
      caller: 'worker',
      callee: `${server} of the queues`,
      what: 'one command',
      timeoutMs: timeout('worker-queues', 5000, 'A fail-over takes longer; the client reconnects.'),
      retries: 'Without end, at growing intervals',
      noBreaker: 'Nothing can be done without it.',
      whenDown: `Events stay in \`outbox_events\`, unpublished; ${queues.length} queues stand still and lose nothing.`,
      part: 'outbox-relay',
    },
    ...blueprint.integrations.map((integration): DependencyPolicy => integrationPolicy(integration, queues)),
    ...(webhooks
      ? [
          {
            id: 'worker-webhook-receiver',
            caller: 'worker',
            callee: 'webhook receivers',
            what: 'one delivery',
            timeoutMs: timeout(
              'worker-webhook-receiver',
              10_000,
              'A receiver that takes longer should put its work in a queue of its own.',
            ),
            retries: `${webhooks.attempts.value - 1}, with backoff`,
            breaker: breakerOf('worker-webhook-receiver', 10_000, 'a receiver'),
            whenDown: `Deliveries to that receiver of ${webhooks.jobs.length} event types wait; other receivers are not held up.`,
            part: 'webhooks',
          } as const,
        ]
      : []),
  ];
}

function integrationPolicy(
  { name, kind, timeoutMs, at }: Integration,
  queues: readonly QueueDesign[],
): DependencyPolicy {
  const queue = queues.find((one) => one.name === integrationQueue(name));
  const calls = queue?.jobs.filter(({ effect }) => effect.startsWith(`${name}.`)) ?? [];
  const waiting =
    calls.length > 0
      ? `${calls.map(({ name: job }) => job).join(', ')} ${calls.length === 1 ? 'waits' : 'wait'} in ${integrationQueue(name)}`
      : kind.includes('email')
        ? 'messages wait in notifications'
        : `nothing waits: ${name} only calls us`;
  return {
    id: `worker-${name}`,
    caller: 'worker',
    callee: name,
    what: 'one call',
    timeoutMs: figure(
      [`policy.worker-${name}.timeoutMs`, `time-out of ${name}`],
      timeoutMs,
      'ms',
      'given',
      `The blueprint gives ${name} ${timeoutMs} ms, or takes the default of an integration.`,
      { at },
    ),
    retries: retriesOf(queue),
    breaker: breakerOf(`worker-${name}`, timeoutMs, name),
    whenDown: `No request of a person waits for ${name}; ${waiting}.`,
    part: 'integrations',
  };
}

function retriesOf(queue: QueueDesign | undefined): string {
  if (!queue) return 'Those of notifications';
  const usual = queue.attempts.value - 1;
  const own = queue.jobs.filter(({ attempts }) => attempts.value - 1 !== usual);
  const exceptions = own.map(({ name, attempts }) => `; ${name} ${attempts.value - 1}`).join('');
  return `${usual}, with backoff${exceptions}`;
}

const FAILURES = 5;

/** Opens before a slow partner can eat the worker's time; one probe tells whether it is back. */
function breakerOf(id: string, timeoutMs: number, whom: string): BreakerDesign {
  const head = (key: string, label: string) =>
    [`policy.${id}.breaker.${key}`, `${label} of the breaker of ${whom}`] as const;
  const lost = (FAILURES * timeoutMs) / 1000;
  return {
    failures: figure(
      head('failures', 'failures'),
      FAILURES,
      'times',
      'rule',
      `${FAILURES} × ${timeoutMs} ms = ${lost} s of a worker’s time are lost before it opens.`,
    ),
    windowS: figure(head('windowS', 'window'), 60, 's', 'rule', 'Failures further apart are accidents.'),
    openS: figure(head('openS', 'open time'), 30, 's', 'rule', 'About the time that a restart takes.'),
    halfOpenProbes: figure(head('halfOpenProbes', 'probes'), 1, 'times', 'rule', 'One call risks little.'),
  };
}

function storagePolicies({ entities }: OperationsSource): DependencyPolicy[] {
  const [first] = entities.flatMap(({ entity, fields }) =>
    fields.filter(({ field }) => field.type.kind === 'file').map(({ name }) => `${entity.name}.${name}`),
  );
  if (first === undefined) return [];
  return [
    {
      id: 'api-object-storage',
      caller: 'API',
      callee: 'object storage',
      what: 'signing an upload or a download',
      timeoutMs: figure(
        ['policy.api-object-storage.timeoutMs', 'time-out of object storage'],
        2000,
        'ms',
        'rule',
        'The bytes pass by the API: only addresses are signed.',
      ),
      retries: 'One, at once',
      breaker: breakerOf('api-object-storage', 2000, 'object storage'),
      whenDown: `Rows stay usable; \`${first}\` can be neither sent nor fetched and is answered 503.`,
      part: 'file-storage',
    },
  ];
}
