import { CONSTANTS } from '../constants.js';
import { integrationQueue } from './jobs.js';
import type { QueueDesign, RunbookDesign } from './model.js';
import { leadingQueue } from './queues.js';
import { leadingEntity } from '../leading-entity.js';
import { type OperationsSource } from './source.js';

/** Five failures, and what the person on call does: first look, then stop the damage, then mend. */
export function runbooksOf(source: OperationsSource, queues: readonly QueueDesign[]): readonly RunbookDesign[] {
  return [
    apiErrors(source),
    database(source),
    ...(queues.length > 0 ? [jobs(queues)] : []),
    ...partner(source, queues),
    redis(source, queues),
    release(source),
  ];
}

function shell({ stack, product }: OperationsSource) {
  const compose = stack.deploy === 'compose';
  return {
    logs: compose ? 'docker compose logs --since 15m api' : `kubectl -n ${product.name} logs deploy/api --since=15m`,
    restart: compose ? 'docker compose up --detach --wait' : `kubectl -n ${product.name} rollout restart deploy/api`,
    back: compose ? 'docker compose up --detach --wait' : `kubectl -n ${product.name} rollout undo deploy/api`,
    sql: compose
      ? `docker compose exec postgres psql --username ${product.database}_owner ${product.database}`
      : 'psql "$MIGRATION_DATABASE_URL"',
  };
}

function apiErrors(source: OperationsSource): RunbookDesign {
  const { names } = leadingEntity(source);
  const { logs, back } = shell(source);
  return {
    id: 'api-errors',
    title: 'The API answers with errors',
    symptom: `Clients get 5xx when they read or change ${names.textMany}; the error budget burns.`,
    steps: [
      `Look which route fails: \`${logs} | grep '"level":"error"'\`; the other line with the same correlationId names the route, the organization and the user of the ${names.textMany}.`,
      `If a release is younger than the errors about ${names.textMany}, go back first and look afterwards: \`${back}\` with the image before.`,
      `If \`REQUEST_TIMEOUT\` prevails, go to the runbook of the database: requests for ${names.textMany} wait for it.`,
      `If one organization makes most of the load, lower RATE_LIMIT_PER_ORGANIZATION and restart; ${names.textMany} of the others come back at once.`,
    ],
    afterwards: `Write down which error of ${names.textMany} no test had found, and add the test.`,
  };
}

function database(source: OperationsSource): RunbookDesign {
  const { names, table } = leadingEntity(source);
  const { sql } = shell(source);
  return {
    id: 'database',
    title: 'PostgreSQL is away, full or slow',
    symptom: `\`/ready\` answers 503, or requests for ${names.textMany} wait ${CONSTANTS.databaseConnectTimeout.value / 1000} s for a connection.`,
    steps: [
      `Is it there? \`${sql} -c 'SELECT 1'\`. If not: wait for the fail-over, or restore; no ${names.textOne} is written meanwhile, and none is lost.`,
      `Who holds connections? \`SELECT state, count(*), max(now() - xact_start) FROM pg_stat_activity WHERE application_name = '${source.product.name}' GROUP BY state\`.`,
      `What is slow? \`SELECT pid, now() - query_start AS took, query FROM pg_stat_activity WHERE state = 'active' ORDER BY took DESC LIMIT 5\`; a scan of \`${table}\` without its tenant index is the first suspect.`,
      `End one statement with \`SELECT pg_cancel_backend(pid)\`; its request of ${names.textMany} answers 500, and nothing of it is kept.`,
      `Is the disk full? Storage grows first with \`audit_log\` and \`${table}\`; enlarge it, then look at retention.`,
    ],
    afterwards: `Compare the plan of the slow statement with the indexes of \`${table}\` in section 7.`,
  };
}

function jobs(queues: readonly QueueDesign[]): RunbookDesign {
  const first = leadingQueue(queues);
  const name = first?.name ?? 'maintenance';
  const job = first?.jobs[0]?.name ?? 'the job';
  return {
    id: 'jobs',
    title: 'Jobs are late or dead',
    symptom: `Work that follows from events, such as \`${job}\`, happens late or not at all.`,
    steps: [
      `Which queue? Look at \`jobs_waiting\` and \`jobs_dead\` of ${queues.map((queue) => `\`${queue.name}\``).join(', ')}.`,
      `Waiting and nothing dead: look at \`outbox_oldest_event_seconds\`, restart the relay if it grows, else add a worker for \`${name}\`.`,
      `Dead: read the reason kept with the job in \`${first?.deadLetterQueue ?? 'the dead-letter queue'}\`; one reason for all means a fault of the code or a partner, so go back or wait.`,
      `When the cause is gone, replay: \`node apps/worker/dist/replay.js ${name} --since 1h\`; it is safe because every job of \`${name}\` may run twice.`,
    ],
    afterwards: `A job of \`${name}\` that died of its data gets a test with that data.`,
  };
}

function partner({ blueprint }: OperationsSource, queues: readonly QueueDesign[]): RunbookDesign[] {
  const [first] = blueprint.integrations;
  if (!first) return [];
  const names = blueprint.integrations.map(({ name }) => name).join(', ');
  const queue = queues.find(({ name }) => name === integrationQueue(first.name))?.name ?? 'notifications';
  return [
    {
      id: 'partner',
      title: `${blueprint.integrations.length === 1 ? first.name : 'An external service'} is away`,
      symptom: `The breaker of ${blueprint.integrations.length === 1 ? first.name : `one of ${names}`} is open; its jobs wait.`,
      steps: [
        `Look at the status page of ${blueprint.integrations.length === 1 ? first.name : `the service (${names})`}, and at \`integration_call_duration_seconds\` by outcome: time-outs speak for them, refusals for us.`,
        `With 401 or 403: the key of ${first.name} was changed or withdrawn; put the new one into the secret store and restart the worker.`,
        `Let \`${queue}\` wait; its jobs stay and run when the probe of the breaker succeeds.`,
        `If it takes more than an hour, tell the customers what is late: ${
          queues
            .find(({ name }) => name === queue)
            ?.jobs.map((job) => job.name)
            .join(', ') ?? 'messages'
        }.`,
      ],
      afterwards: `Check that \`${queue}-dead\` is empty; replay what is in it.`,
    },
  ];
}

function redis(source: OperationsSource, queues: readonly QueueDesign[]): RunbookDesign {
  const { product, stack } = source;
  const leading = leadingEntity(source).names;
  const ping =
    stack.deploy === 'compose' ? 'docker compose exec redis redis-cli ping' : 'redis-cli -u "$REDIS_URL" ping';
  return {
    id: 'redis',
    title: 'Redis is away or full',
    symptom:
      queues.length > 0
        ? `\`redis\` is down in \`/ready\`; ${queues.length} queues stand still, requests go on.`
        : `\`redis\` is down in \`/ready\`; requests for ${leading.textMany} go on.`,
    steps: [
      `Ask it: \`${ping}\`, then \`INFO memory\`.`,
      `Nothing has to be done for requests about ${leading.textMany}: every process counts its rate limits itself.`,
      queues.length > 0
        ? `Full: with \`noeviction\` new jobs of \`${leadingQueue(queues)?.name ?? ''}\` are refused and stay in the outbox; remove finished jobs or enlarge it.`
        : `Full: counters of ${product.name} that were not used for longest are dropped by themselves.`,
      queues.length > 0
        ? `Lost: start an empty one and publish the events about ${leading.textMany} since the last job again, with \`node apps/worker/dist/publish-again.js --since 1h\`.`
        : `Lost: start an empty one; the limits of ${product.name} begin to count anew.`,
    ],
    afterwards: `Look whether ${queues.length > 0 ? `jobs about ${leading.textMany} were done twice and did no harm` : `somebody used the time to ask for ${leading.textMany} too often`}.`,
  };
}

function release(source: OperationsSource): RunbookDesign {
  const { names } = leadingEntity(source);
  const { back } = shell(source);
  return {
    id: 'release',
    title: 'A release does harm',
    symptom: `Processes restart, or ${names.textMany} come in no more, after a new version.`,
    steps: [
      `Go back: \`${back}\` with the image before. Migrations only add, so the code before still fits the schema of ${names.textMany}.`,
      `Look at the last line before the end of a process that served ${names.textMany}: \`unexpected error\` carries the stack, and lines about the environment name the faulty variable.`,
      `Write one ${names.textOne} through the API with the seeded organization and read it back.`,
    ],
    afterwards: `The failing case of ${names.textMany} becomes an end-to-end test before the version is released again.`,
  };
}
