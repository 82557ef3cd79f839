import { kebabCase } from '../../text/case.js';
import type { Fact } from '../fact.js';
import { STAGES, type Staged } from '../scale/model.js';
import { figure } from './facts.js';
import { attemptsOf, integrationQueue, plannedJobs, type PlannedJob } from './jobs.js';
import type { HousekeepingDesign, JobDesign, OperationsDesign, QueueDesign, QueueKind } from './model.js';
import type { OperationsSource } from './source.js';

/** How jobs of one kind behave: milliseconds, times and seconds. */
interface Behaviour {
  readonly serviceMs: number;
  readonly serviceBecause: string;
  readonly timeoutMs: number;
  readonly attempts: number;
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
  readonly freshnessS: number;
}

const BEHAVIOUR: Readonly<Record<QueueKind, Behaviour>> = {
  context: {
    serviceMs: 60,
    serviceBecause: 'One transaction: read, check, write, audit, event.',
    timeoutMs: 10_000,
    attempts: 6,
    backoffMs: 1000,
    maxBackoffMs: 60_000,
    freshnessS: 60,
  },
  notifications: {
    serviceMs: 300,
    serviceBecause: 'A template is filled in and handed to a mail service.',
    timeoutMs: 10_000,
    attempts: 8,
    backoffMs: 5000,
    maxBackoffMs: 300_000,
    freshnessS: 120,
  },
  integration: {
    serviceMs: 0,
    serviceBecause: 'A quarter of the time-out of the service: a healthy answer comes well before it.',
    timeoutMs: 5000,
    attempts: 8,
    backoffMs: 2000,
    maxBackoffMs: 300_000,
    freshnessS: 300,
  },
  webhooks: {
    serviceMs: 500,
    serviceBecause: 'A request to a server of the customer’s choice.',
    timeoutMs: 10_000,
    attempts: 12,
    backoffMs: 10_000,
    maxBackoffMs: 3_600_000,
    freshnessS: 300,
  },
  maintenance: {
    serviceMs: 2000,
    serviceBecause: 'Deletes in slices of a thousand rows.',
    timeoutMs: 300_000,
    attempts: 3,
    backoffMs: 60_000,
    maxBackoffMs: 600_000,
    freshnessS: 3600,
  },
};

/** Share of the time that a slot is busy at peak: above it, waiting grows faster than load. */
const UTILISATION = 0.6;
const PURPOSE: Readonly<Record<Exclude<QueueKind, 'context' | 'integration'>, string>> = {
  notifications: 'tells people what happened',
  webhooks: 'tells subscribed systems what happened',
  maintenance: 'does what the clock asks for',
};

/** One queue per context that reacts, per external service, and for each way of telling others. Empty where nothing is asked for. */
export function queuesOf(
  source: OperationsSource,
  housekeeping: readonly HousekeepingDesign[],
): readonly QueueDesign[] {
  const planned = plannedJobs(source);
  if (planned.length === 0) return [];
  const jobs = [...planned, ...housekeeping.map(housekeepingJob)];
  const names = [...new Set(jobs.map(({ queue }) => queue))].sort((left, right) => rank(left) - rank(right));
  const ofEvents = jobs.filter(({ job }) => job.startedBy !== 'clock').length;
  return names.map((name) =>
    queueOf(
      name,
      jobs.filter(({ queue }) => queue === name),
      ofEvents,
      source,
    ),
  );

  function rank(name: string): number {
    const kinds: QueueKind[] = ['context', 'notifications', 'integration', 'webhooks', 'maintenance'];
    const position = source.contexts.findIndex(({ context }) => kebabCase(context.name) === name);
    return 1000 * kinds.indexOf(jobs.find(({ queue }) => queue === name)?.kind ?? 'context') + position;
  }
}

function housekeepingJob({ name, cron, does, idempotency }: HousekeepingDesign): PlannedJob {
  const job = { trigger: `cron ${cron}`, startedBy: 'clock', effect: does, priority: 'low', idempotency } as const;
  return { queue: 'maintenance', kind: 'maintenance', name, job };
}

function queueOf(
  name: string,
  planned: readonly PlannedJob[],
  ofEvents: number,
  source: OperationsSource,
): QueueDesign {
  const kind = planned[0]?.kind ?? 'context';
  const behaviour = behaviourOf(name, kind, source);
  const { attempts, backoffMs, maxBackoffMs, freshnessS } = behaviour;
  const rule = (key: string, label: string, value: number, unit: Fact['unit'], text: string): Fact =>
    figure([`queue.${name}.${key}`, `${label} of ${name}`], value, unit, 'rule', text);
  const peak = peakOf(name, planned, ofEvents, source);
  const serviceMs = rule('serviceMs', 'mean time of one job', behaviour.serviceMs, 'ms', behaviour.serviceBecause);
  const jobs = planned.map((one): JobDesign => ({ ...one.job, name: one.name, attempts: attemptsOf(one, attempts) }));
  const concurrency = concurrencyOf(name, kind, serviceMs, peak, source);
  const waits = backoffs(attempts, backoffMs, maxBackoffMs);
  return {
    name,
    kind,
    purpose: purposeOf(name, kind, jobs, source),
    jobs,
    serviceMs,
    concurrency,
    attempts: rule('attempts', 'tries', attempts, 'times', 'Enough to outlast a restart of what the job needs.'),
    backoffMs: rule('backoffMs', 'first wait', backoffMs, 'ms', 'Longer than the fault of a moment lasts.'),
    maxBackoffMs: rule('maxBackoffMs', 'longest wait', maxBackoffMs, 'ms', 'Beyond it, waiting only delays the news.'),
    totalBackoff: figure(
      [`queue.${name}.totalBackoff`, `waits of all retries of ${name} together, at most`],
      Math.round(waits.reduce((sum, wait) => sum + wait, 0) / 6000) / 10,
      'min',
      'modelled',
      `Σ min(${backoffMs} ms × 2^(n−1), ${maxBackoffMs} ms) for n = 1 to ${attempts - 1}.`,
      { from: ['attempts', 'backoffMs', 'maxBackoffMs'].map((key) => `operations.queue.${name}.${key}`) },
    ),
    busyPercent: busyOf(name, serviceMs, concurrency, peak, source),
    timeoutMs: rule(
      'timeoutMs',
      'time limit of one job',
      behaviour.timeoutMs,
      'ms',
      'A job that hangs gives its slot back.',
    ),
    peakJobsPerMinute: peak,
    freshnessS: figure(
      [`queue.${name}.freshnessS`, `time from the cause to the end of a job of ${name}`],
      freshnessS,
      's',
      'target',
      'Holds after one failed try and its wait.',
    ),
    deadLetterQueue: `${name}-dead`,
    part:
      kind === 'context'
        ? 'reactions'
        : kind === 'maintenance'
          ? 'schedules'
          : kind === 'integration'
            ? 'integrations'
            : kind,
  };
}

/** The waits between the tries of one job, without jitter, which shortens them. */
export function backoffs(attempts: number, firstMs: number, longestMs: number): readonly number[] {
  return Array.from({ length: Math.max(0, attempts - 1) }, (_, index) => Math.min(firstMs * 2 ** index, longestMs));
}

function behaviourOf(name: string, kind: QueueKind, { blueprint }: OperationsSource): Behaviour {
  const usual = BEHAVIOUR[kind];
  const service = blueprint.integrations.find((one) => integrationQueue(one.name) === name);
  if (!service) return usual;
  // Besides the call, a job reads its event and stores the answer.
  return { ...usual, serviceMs: service.timeoutMs / 4, timeoutMs: service.timeoutMs + BEHAVIOUR.context.timeoutMs };
}

function purposeOf(name: string, kind: QueueKind, jobs: readonly JobDesign[], { blueprint }: OperationsSource): string {
  if (kind === 'context' && !blueprint.contexts.some((context) => kebabCase(context.name) === name))
    return 'passes on what follows from events';
  if (kind === 'context')
    return `changes ${name} ${hasEventJobs({ jobs }) ? 'when something happens elsewhere' : 'by the clock'}`;
  if (kind !== 'integration') return PURPOSE[kind];
  const service = blueprint.integrations.find((one) => integrationQueue(one.name) === name);
  return service ? `talks to ${service.name} (${service.kind})` : 'talks to an external service';
}

/** The share of the system's jobs that goes through a queue: events are taken as equally frequent. */
function peakOf(
  name: string,
  planned: readonly PlannedJob[],
  ofEvents: number,
  { scale }: OperationsSource,
): Staged<Fact> {
  const own = planned.filter(({ job }) => job.startedBy !== 'clock').length;
  return staged((stage) => {
    const total = scale.workload[stage].peakJobsPerMinute;
    return figure(
      [`queue.${name}.peakJobsPerMinute.${stage}`, `jobs per minute of ${name} at peak, ${stage}`],
      ofEvents === 0 ? 0 : (total.value * own) / ofEvents,
      'jobs/min',
      'modelled',
      `${own} of ${ofEvents} jobs that events start run here, each taken as equally frequent.`,
      { from: [total.id] },
    );
  });
}

/** Little's law at the busiest stage: jobs at work = arrivals × time of one job, divided among the workers. */
function concurrencyOf(
  name: string,
  kind: QueueKind,
  serviceMs: Fact,
  peak: Staged<Fact>,
  { scale }: OperationsSource,
): Fact {
  const needed = STAGES.map((stage) => {
    const atWork = ((peak[stage].value / 60) * serviceMs.value) / 1000;
    return Math.ceil(atWork / UTILISATION / Math.max(1, scale.capacity[stage].workerPods.value));
  });
  return figure(
    [`queue.${name}.concurrency`, `jobs of ${name} at work in one worker`],
    Math.max(kind === 'maintenance' ? 1 : 2, ...needed),
    'none',
    'modelled',
    `Little’s law: arrivals × time of one job ÷ ${UTILISATION * 100} % busy ÷ workers, at the busiest stage; ${kind === 'maintenance' ? 'one at a time suffices' : '2 at least, so that one slow job does not hold up the rest'}.`,
    {
      from: [serviceMs.id, ...STAGES.flatMap((stage) => [peak[stage].id, scale.capacity[stage].workerPods.id])],
      source: 'J. D. C. Little, A Proof for the Queuing Formula L = λW, Operations Research 9 (1961)',
    },
  );
}

/** The event that examples follow to its end, with the job that it sets off. */
export function leadingEvent({
  events,
  queues,
}: Pick<OperationsDesign, 'events' | 'queues'>): { readonly event: string; readonly job: string } | undefined {
  const heard = events.filter(({ recorded, consumers }) => recorded && consumers.length > 0);
  const queue = leadingQueue(queues);
  const job = queue?.jobs.find(({ trigger }) => heard.some(({ type }) => type === trigger));
  if (job) return { event: job.trigger, job: job.name };
  const [first] = heard;
  return first?.consumers[0] && { event: first.type, job: first.consumers[0].job };
}

function busyOf(name: string, serviceMs: Fact, slots: Fact, peak: Staged<Fact>, { scale }: OperationsSource): Fact {
  const workers = scale.capacity.months36.workerPods;
  const atWork = (peak.months36.value * serviceMs.value) / 60_000;
  return figure(
    [`queue.${name}.busyPercent`, `slots of ${name} busy at the peak of 36 months`],
    Math.round((100 * atWork) / (slots.value * Math.max(1, workers.value))),
    'percent',
    'modelled',
    'Jobs at work ÷ slots of all workers.',
    { from: [peak.months36.id, serviceMs.id, slots.id, workers.id] },
  );
}

/** The queue that examples are about: the one whose work is most urgent. */
export function leadingQueue(queues: readonly QueueDesign[]): QueueDesign | undefined {
  const weight = (queue: QueueDesign): number =>
    (hasEventJobs(queue) ? 4 : 0) +
    (queue.jobs.some(({ priority }) => priority === 'high') ? 2 : 0) +
    (queue.kind === 'context' ? 1 : 0);
  return queues.reduce<QueueDesign | undefined>(
    (best, queue) => (best === undefined || weight(queue) > weight(best) ? queue : best),
    undefined,
  );
}

/** Whether something else than the clock starts its work: only then can a job be late after its cause. */
export function hasEventJobs({ jobs }: Pick<QueueDesign, 'jobs'>): boolean {
  return jobs.some(({ startedBy }) => startedBy !== 'clock');
}

export const PRIORITIES: OperationsDesign['priorities'] = {
  high: figure(['priority.high', 'number of high priority'], 1, 'none', 'rule', 'Runs before all others of its queue.'),
  normal: figure(['priority.normal', 'number of normal priority'], 5, 'none', 'rule', 'Leaves room on both sides.'),
  low: figure(['priority.low', 'number of low priority'], 10, 'none', 'rule', 'Runs when nothing else waits.'),
};

function staged<Value>(make: (stage: (typeof STAGES)[number]) => Value): Staged<Value> {
  return { launch: make('launch'), months12: make('months12'), months36: make('months36') };
}
