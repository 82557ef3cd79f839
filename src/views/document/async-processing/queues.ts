import type { Design } from '../../../design/model.js';
import { hasEventJobs, leadingQueue } from '../../../design/operations/queues.js';
import type { EventDesign } from '../../../design/operations/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { markdownTableCell, markdownText } from '../../../text/escape.js';
import { quoted } from '../quoted.js';
import { amount, code, counted, label, list, number } from '../words.js';
import type { AsyncWords } from './index.js';

const BY_CLOCK = 'by the clock';

/** What flows through which queue. */
export function topologyWords(
  design: Design,
): Pick<AsyncWords, 'topologyLead' | 'queues' | 'hasEvents' | 'events' | 'silent'> {
  const { queues, events } = design.operations;
  const { names } = leadingEntity(design);
  const heard = events.filter(({ consumers }) => consumers.length > 0);
  const silent = events.filter(({ consumers }) => consumers.length === 0);
  return {
    topologyLead:
      queues.length === 0
        ? `There is no topology: requests for ${names.textMany} end in PostgreSQL. The first consumer of an event of ${names.textMany} adds one queue, named after the context that reacts.`
        : `Each context that reacts has a queue of its own, and so has each external service: when one stands still, ${code(leadingQueue(queues)?.name ?? '')} and whatever else of the ${counted(queues.length, 'queue')} is sound do not. A queue for each of the ${counted(queues.flatMap(({ jobs }) => jobs).length, 'job')} was declined, as it would only multiply connections.`,
    queues: queues.map((queue) => ({
      name: code(queue.name),
      purpose: markdownTableCell(queue.purpose),
      jobs: number(queue.jobs.length),
      peak: hasEventJobs(queue) ? number(queue.peakJobsPerMinute.launch.value) : BY_CLOCK,
      later: hasEventJobs(queue) ? number(queue.peakJobsPerMinute.months36.value) : BY_CLOCK,
    })),
    hasEvents: heard.length > 0,
    events: heard.map((event) => ({
      event: quoted(event.type),
      source: sourceOf(event),
      recorded: event.recorded ? label('outbox') : label(event.origin === 'partner' ? 'integrations' : 'outbox-relay'),
      sets: event.consumers.map(({ job }) => code(job)).join(', '),
    })),
    silent:
      silent.length === 0
        ? ''
        : `${number(silent.length)} of ${counted(events.length, 'event')} ${silent.length === 1 ? 'is' : 'are'} recorded and set off nothing so far: ${list(silent.map(({ type }) => quoted(type)))}; they cost a row each and are there for the first consumer.`,
  };
}

function sourceOf({ origin, source }: EventDesign): string {
  if (origin === 'partner') return source;
  return origin === 'reaction' ? source : code(source);
}

/** Jobs that the clock does not keep in the table of housekeeping. */
export function jobRows({ operations }: Design): AsyncWords['jobs'] {
  return operations.queues.flatMap(({ name, jobs }) =>
    jobs.map((job) => ({
      name: `${code(job.name)} in ${code(name)}`,
      trigger: quoted(job.trigger),
      effect: `${quoted(job.effect)}${job.where === undefined ? '' : ` where ${quoted(job.where)}`}`,
      priority: job.priority,
      idempotency: job.idempotency,
    })),
  );
}

export function retryWords(design: Design): Pick<AsyncWords, 'retryLead' | 'retries' | 'retryExample'> {
  const { queues, handling, housekeeping } = design.operations;
  const { names } = leadingEntity(design);
  if (queues.length === 0) {
    return {
      retryLead: `Nothing of ${markdownText(design.product.title)} is retried by itself. A request about ${names.article} ${names.textOne} fails to its caller, who sees by 503 or 429 and ${code('Retry-After')} when to come back; a clock statement such as ${code(housekeeping[0]?.name ?? '')} runs again the next night and finds what was left.`,
      retries: [],
      retryExample: '',
    };
  }
  const special = queues
    .flatMap((queue) => queue.jobs.map((job) => ({ queue, job })))
    .filter(({ queue, job }) => job.attempts.basis === 'given' && job.attempts.value !== queue.attempts.value);
  return {
    retryLead: `The wait after try n will be \`min(first × 2^(n − 1), longest)\`, less a random share of up to ${amount(handling.jitterPercent)} of it (${label('queues')}), so that ${code(leadingQueue(queues)?.jobs[0]?.name ?? '')} and its neighbours do not all come back in the same second. How long the retries last together decides how long what ${code(leadingQueue(queues)?.name ?? '')} needs may be away before somebody has to replay:`,
    retries: queues.map((queue) => ({
      queue: code(queue.name),
      tries: number(queue.attempts.value),
      first: seconds(queue.backoffMs.value),
      longest: seconds(queue.maxBackoffMs.value),
      together: amount(queue.totalBackoff),
      limit: seconds(queue.timeoutMs.value),
    })),
    retryExample: special
      .map(
        ({ queue, job }) =>
          `The blueprint gives ${code(job.name)} in ${code(queue.name)} its own number: ${counted(job.attempts.value, 'try', 'tries')} instead of ${number(queue.attempts.value)}.`,
      )
      .join(' '),
  };
}

function seconds(ms: number): string {
  const s = ms / 1000;
  return s <= 60 ? `${number(s)} s` : `${number(s / 60)} min`;
}

export function concurrencyWords(
  design: Design,
): Pick<AsyncWords, 'concurrencyLead' | 'hasSlots' | 'concurrency' | 'priorityLead'> {
  const { operations, scale, product } = design;
  const { queues, priorities } = operations;
  const { names } = leadingEntity(design);
  if (queues.length === 0) {
    return {
      concurrencyLead: `No job competes with another: the clock statements run one after the other, and each takes one of the ${amount(scale.poolSize)} of the pool for as long as it deletes. Requests for ${names.textMany} are limited by rate and pool instead.`,
      hasSlots: false,
      concurrency: [],
      priorityLead: `Priorities begin to matter when two kinds of work wait for the same slot; ${product.name} has one kind, its requests.`,
    };
  }
  const workers = Math.max(1, scale.capacity.months36.workerPods.value);
  const urgent = queues.flatMap(({ jobs }) =>
    jobs.filter(({ priority }) => priority === 'high').map(({ name }) => code(name)),
  );
  const slots = queues.reduce((sum, { concurrency }) => sum + concurrency.value, 0);
  return {
    concurrencyLead: `Slots follow from Little’s law: jobs at work are arrivals times the time of one, at the busiest stage, and the slots of each of ${counted(workers, 'worker')} are sized so that they are not busy all the time. All ${number(slots)} slots of one worker share its ${amount(scale.poolSize)} to PostgreSQL; a job holds one only inside its transaction, never while it waits for ${design.blueprint.integrations[0]?.name ?? 'somebody outside'}.`,
    hasSlots: queues.some(hasEventJobs),
    concurrency: queues.filter(hasEventJobs).map((queue) => ({
      queue: code(queue.name),
      time: amount(queue.serviceMs),
      peak: number(queue.peakJobsPerMinute.months36.value),
      slots: number(queue.concurrency.value),
      busy: amount(queue.busyPercent),
    })),
    priorityLead:
      urgent.length === 0
        ? `All jobs but the nightly ones have the normal priority (${number(priorities.normal.value)}): nothing in the blueprint says that one of ${counted(queues.length, 'queue')} must not wait behind another job.`
        : `${list(urgent)} ${urgent.length === 1 ? 'has' : 'have'} priority ${number(priorities.high.value)} and overtake${urgent.length === 1 ? 's' : ''} what waits in the same queue; others have ${number(priorities.normal.value)}, nightly ones ${number(priorities.low.value)}. A priority moves a job within its queue only: ${code(leadingQueue(queues)?.name ?? '')} never takes a slot of ${code(queues.at(-1)?.name ?? '')}.`,
  };
}
