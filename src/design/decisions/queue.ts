import { amount, counted, number } from '../amount.js';
import type { Fact } from '../fact.js';
import { figure } from './figure.js';
import { PUBLISHED, RULES } from './published.js';
import type { OptionRule, Question } from './question.js';
import type { Situation } from './situation.js';
import { ease, grade } from './weights.js';

const { bullmqSuits, bullmqLimit, complexRouting } = RULES;

const bullmq: OptionRule = {
  id: 'bullmq',
  title: 'BullMQ on Redis',
  product: { version: 'BullMQ 6, Redis 8', supportedUntil: 'the next major', licence: 'MIT' },
  evidence: [bullmqSuits, bullmqLimit, PUBLISHED.bullmqEmptyJobs],
  unfit: ({ jobs, routes, blueprint }) => {
    if (jobs.months12.value > bullmqLimit.value)
      return `${amount(jobs.months12)} in 12 months, over the limit of ${amount(bullmqLimit)}`;
    if (routes > complexRouting.value)
      return `${number(routes)} routes from events to consumers, over the limit of ${amount(complexRouting)}`;
    return needsOrder(blueprint) ? 'the blueprint asks for strict order over all consumers' : undefined;
  },
  scores: (s) => ({
    throughput: [
      ease(s.jobs.months36.value, [bullmqSuits.value, 20_000, 30_000, 40_000, bullmqLimit.value]),
      `${amount(share(s))} of its limit at 36 months`,
    ],
    operations: [5, `no new server for ${counted(s.engineers.value, 'engineer')}`],
    jobs: [5, 'all three are built in'],
    durability: [3, 'as durable as Redis'],
    routing: [2, 'filters in code'],
    skills: [4, 'TypeScript, the language of the team'],
  }),
  pros: (s) => [
    s.jobs.months36.value === 0
      ? `it is planned with up to ${amount(bullmqLimit)}, and no job about ${s.main.many} is modelled yet`
      : `${amount(s.jobs.months36)} (modelled at 36 months) is ${amount(share(s))} of the ${amount(bullmqLimit)} up to which it is planned with`,
    `the Redis that counts the rate limits is there already, and no further service is run for ${routesText(s)} from event to job`,
  ],
  cons: ({ main, jobs }) => [
    `a Redis that loses its last second loses jobs about ${main.many}, which the outbox in PostgreSQL must then send again`,
    jobs.launch.value === 0
      ? `others measured ${amount(PUBLISHED.bullmqEmptyJobs)} empty jobs a second, but a job about ${main.many} would write to PostgreSQL and be bound by it`
      : `jobs about ${main.many} write to PostgreSQL and are bound by it: ${amount(jobs.launch)} (modelled at launch) against ${amount(PUBLISHED.bullmqEmptyJobs)} empty ones a second that others measured`,
  ],
  costs: ({ main, routes }) => [
    `Order is kept inside one queue only: two jobs about the same ${main.one} may overtake each other, so each must be safe to repeat.`,
    `Routing stays in code, as a table in the worker for ${routesText({ routes })}, and not as bindings that an operator can change.`,
  ],
  risks: ({ main }) => [
    {
      risk: `Redis runs out of memory while jobs about ${main.many} pile up`,
      mitigation: `no eviction on the queue's Redis, an alert on the age of the oldest job, and the outbox keeps what about ${main.many} is not sent yet`,
    },
  ],
  revisitWhen: ({ jobs, routes, main }) => [
    `jobs about ${main.many} and the rest exceed ${amount(bullmqLimit)} at peak (modelled at 36 months: ${number(jobs.months36.value)})`,
    `events about ${main.many} and the rest have more than ${amount(complexRouting)} routes to consumers (declared today: ${number(routes)})`,
  ],
  change: ({ routes }) =>
    `the relay publishes to queues in Redis instead of exchanges for ${routesText({ routes })}, one server less to run`,
};

const rabbitmq: OptionRule = {
  id: 'rabbitmq',
  title: 'RabbitMQ',
  product: { version: 'RabbitMQ 4.2', supportedUntil: 'the next minor release', licence: 'MPL-2.0' },
  evidence: [bullmqLimit, complexRouting],
  scores: ({ engineers }) => ({
    throughput: [5, 'quorum queues spread over nodes'],
    operations: [
      engineers.value <= RULES.smallTeam.value ? 1 : 2,
      `three more nodes for ${number(engineers.value)} engineers`,
    ],
    jobs: [2, 'delays and schedules need plugins'],
    durability: [5, 'replicated to a majority of nodes'],
    routing: [5, 'exchanges and bindings, single active consumer'],
    skills: [3, 'AMQP has to be learned'],
  }),
  pros: ({ jobs, main }) => [
    `messages about ${main.many} are on a majority of its nodes before they are acknowledged`,
    `it has room beyond ${amount(bullmqLimit)}, more than ${main.many} and the rest ask for (modelled at 36 months: ${number(jobs.months36.value)})`,
  ],
  cons: ({ engineers, routes }) => [
    `${counted(engineers.value, 'engineer')} would patch and watch a cluster of its own, of which only the newest minor release is maintained for everybody`,
    `delays, priorities and schedules of ${routesText({ routes })} would be rebuilt on plugins`,
  ],
  costs: ({ engineers }) => [
    `A cluster of its own is patched, watched and backed up by ${counted(engineers.value, 'engineer')}, beside Redis, which stays for the rate limits.`,
  ],
  risks: ({ main }) => [
    {
      risk: `a partition of the cluster stops the confirmation of messages about ${main.many}`,
      mitigation:
        'an odd number of nodes in three zones, publisher confirms, and the outbox as the source to send from again',
    },
  ],
  revisitWhen: ({ jobs, main }) => [
    `${main.many} and the rest ask for less than ${amount(bullmqSuits)} at peak for a year (modelled at 12 months: ${number(jobs.months12.value)})`,
  ],
  change: ({ routes, blueprint }) =>
    `a third kind of server, AMQP instead of BullMQ in the worker, and ${routesText({ routes })} of ${blueprint.name} as bindings`,
};

export const queueOptions: readonly OptionRule[] = [bullmq, rabbitmq];

export const queue: Question = {
  id: 'queue',
  slot: 'queue',
  title: 'Queue',
  question: 'Which queue carries the work?',
  options: queueOptions,
  figures: (s) => [share(s)],
  context: ({ jobs, routes, events, blueprint, main }) => [
    routes === 0
      ? `No reaction, schedule or webhook is declared: the queue is designed for the first that follows from ${main.many}.`
      : `${counted(events.length, 'event')} and ${counted(blueprint.reactions.length, 'reaction')} make ${counted(routes, 'route')} from events and schedules to consumers.`,
    jobs.months36.value === 0
      ? `Nothing waits for an event about ${main.many}, so no job is modelled at any stage.`
      : `The worker is asked for ${amount(jobs.launch)} at launch, ${amount(jobs.months12)} after 12 and ${amount(jobs.months36)} after 36 months, all modelled at peak.`,
  ],
  criteria: ({ jobs, engineers, routes, main, blueprint }) => [
    {
      id: 'throughput',
      label: 'throughput',
      weight: grade(jobs.months36.value, [2_000, bullmqSuits.value, 30_000, bullmqLimit.value]),
      because: `${amount(jobs.months36)} are modelled at 36 months.`,
      from: [jobs.months36],
    },
    {
      id: 'operations',
      label: 'effort to run',
      weight: 6 - grade(engineers.value, [4, 8, 16, 32]),
      because: `${counted(engineers.value, 'engineer')} build and run the system.`,
      from: [engineers],
    },
    {
      id: 'jobs',
      label: 'delays, priorities, schedules',
      weight: Math.min(
        5,
        2 + blueprint.reactions.filter(({ trigger, priority }) => !('on' in trigger) || priority !== undefined).length,
      ),
      because: 'Schedules and priorities ask for it.',
    },
    {
      id: 'durability',
      label: 'durability of messages',
      weight: 2,
      because: `The outbox in PostgreSQL is what must not lose an event about ${main.many}; the queue may.`,
    },
    {
      id: 'routing',
      label: 'routing and order',
      weight: needsOrder(blueprint) ? 5 : grade(routes, [15, 30, 45, complexRouting.value]),
      because: `${routesText({ routes })} from events to consumers.`,
    },
    { id: 'skills', label: 'skills', weight: 2, because: 'One language for API and worker.' },
  ],
  alternatives: ({ main }) => [
    { scenario: `all changes of one ${main.one} handled strictly in order over many consumers`, option: 'RabbitMQ' },
    { scenario: 'a handful of jobs and no Redis', option: 'polling the outbox in PostgreSQL' },
  ],
};

/** `11 routes`, or what there is to come. */
function routesText({ routes }: Pick<Situation, 'routes'>): string {
  return routes === 0 ? 'the first route' : counted(routes, 'route');
}

function needsOrder({ qualities }: Situation['blueprint']): boolean {
  return qualities.ordering === 'strict';
}

/** How much of its limit BullMQ is asked for at 36 months. */
function share({ jobs: { months36 } }: Situation): Fact {
  return figure(
    'queue.share',
    'share of the limit of BullMQ at 36 months',
    (months36.value / bullmqLimit.value) * 100,
    'percent',
    { text: `${amount(months36)} ÷ ${amount(bullmqLimit)}`, from: [months36, bullmqLimit] },
  );
}
