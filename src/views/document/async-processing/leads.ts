import type { Design } from '../../../design/model.js';
import { leadingQueue } from '../../../design/operations/queues.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { queueServer } from '../../../design/operations/source.js';
import { markdownText } from '../../../text/escape.js';
import { quoted } from '../quoted.js';
import { amount, code, counted, label, list, number } from '../words.js';
import type { AsyncWords } from './index.js';

type Leads = Pick<
  AsyncWords,
  | 'lead'
  | 'outboxLead'
  | 'relayLead'
  | 'deadLead'
  | 'deadLetters'
  | 'poisonLead'
  | 'poison'
  | 'clockLead'
  | 'housekeeping'
>;

/** What each part of the section is about, for a system with queues and for one without. */
export function leads(design: Design): Leads {
  return { ...opening(design), ...outbox(design), ...deadLetters(design), ...poison(design), ...clock(design) };
}

function opening(design: Design): Pick<Leads, 'lead'> {
  const { operations, entities, product, blueprint } = design;
  const { queues, events, housekeeping } = operations;
  const { names } = leadingEntity(design);
  const jobs = queues.flatMap((queue) => queue.jobs);
  if (queues.length === 0) {
    const statements = counted(housekeeping.length, 'statement');
    const partners = blueprint.integrations.map(({ name }) => name);
    const outside =
      partners.length === 0
        ? 'no reaction, no external service and no subscriber'
        : `no reaction that would use ${list(partners)}, and no subscriber`;
    return {
      lead: `Nothing in ${markdownText(product.title)} happens after the answer: of its ${counted(entities.length, 'entity', 'entities')}, ${events.length === 0 ? 'none announces an event' : `${counted(events.length, 'event')} come`} that somebody waits for, and the blueprint names ${outside}. So there is neither a queue nor a worker to run; the clock starts ${statements} a night, and the table for events is ready for the first one about ${names.textMany}.`,
    };
  }
  const [busiest] = [...events].sort((left, right) => right.consumers.length - left.consumers.length);
  const heard = events.filter(({ consumers }) => consumers.length > 0).length;
  const recorded = events.filter((event) => event.recorded).length;
  const alone =
    busiest && busiest.consumers.length > 1
      ? `; ${quoted(busiest.type)} alone starts ${number(busiest.consumers.length)}`
      : '';
  const announcing =
    recorded === 0
      ? `Announcing is ${label('outbox')} as a function that no service of ${names.textMany} calls yet`
      : `Announcing is ${label('outbox')}: each of ${counted(recorded, 'event')} is stored in the transaction that made it true, beside the change of its ${names.textOne}`;
  return {
    lead: `${events.length === 0 ? 'The clock sets' : `${number(heard)} of ${counted(events.length, 'event')} set`} off ${counted(jobs.length, 'kind')} of jobs in ${counted(queues.length, 'queue')}${alone}. ${announcing}. The worker that carries the ${counted(jobs.length, 'job')} out is ${label('worker')}; until it is built, events wait in ${code('outbox_events')} and none is lost.`,
  };
}

function outbox(design: Design): Pick<Leads, 'outboxLead' | 'relayLead'> {
  const { operations, product } = design;
  const { events, queues, relay } = operations;
  const { names } = leadingEntity(design);
  const recorded = events.filter((event) => event.recorded);
  const server = queueServer(design);
  const missing = events.filter(({ origin }) => origin === 'row').map(({ type }) => quoted(type));
  const later =
    missing.length === 0
      ? ''
      : ` The services do not announce ${list(missing)} yet: the blueprint waits for ${missing.length === 1 ? 'it' : 'them'}, and the line comes with the worker.`;
  return {
    outboxLead:
      recorded.length === 0
        ? `The table and this function are ${label('outbox')} and called by nobody yet: no action of ${names.textMany} announces anything. With the first ${code('emits')} of the blueprint its service calls it, in the transaction that changes the ${names.textOne}.`
        : `A change of ${names.article} ${names.textOne} and its event are one transaction, because a message sent before the commit can tell of ${names.article} ${names.textOne} that never was, and one sent after it can be lost. ${counted(recorded.length, 'event')} are written so today. The price is a row for each, and that consumers hear of the ${names.textOne} a moment later.${later}`,
    relayLead:
      queues.length === 0
        ? `A relay (${label('outbox-relay')}) is worth its process when the first consumer exists; for ${names.textMany} it would read an empty table every ${amount(relay.pollMs)}.`
        : `The relay (${label('outbox-relay')}) will read what ${code(product.appRole)} cannot, which sees the events of one organization and may only add: it gets a role of its own that sees ${counted(events.filter(({ origin }) => origin !== 'partner').length, 'type')} of events of all organizations and may change one column. Polling was chosen over ${code('LISTEN')} because a lost notification would delay ${names.textMany} for good; it costs a look every ${amount(relay.pollMs)}, served by the index ${code('outbox_events_published_at_id_idx')}. One relay works at a time, under an advisory lock, so that jobs get into ${server} in the order in which ${names.textMany} changed.`,
  };
}

function deadLetters({ operations, product, entities }: Design): Pick<Leads, 'deadLead' | 'deadLetters'> {
  const { queues, handling } = operations;
  if (queues.length === 0) {
    return {
      deadLead: `Without jobs there is nothing to bury in ${markdownText(product.title)}: a clock statement that fails leaves its rows of ${code(operations.housekeeping[0]?.table ?? '')} for the next night, and the alert ${code('ScheduleMissed')} (${label('alerts')}) will tell after two nights.`,
      deadLetters: [],
    };
  }
  return {
    deadLead: `A job that used up its tries will be moved to the dead-letter queue of its own queue (${label('queues')}), with event, organization, correlation id, number of tries and last error; ${counted(queues.length, 'separate one')} keep a dead ${code(leadingQueue(queues)?.jobs[0]?.name ?? '')} from hiding among others. Dead jobs stay ${amount(handling.deadDays)}, finished ones ${amount(handling.doneHours)}. The alert ${code('JobsDead')} fires at the first; nobody has to look through ${counted(entities.length, 'table')} to find it.`,
    deadLetters: queues.map(({ name, deadLetterQueue, jobs, attempts }) => ({
      queue: code(name),
      dead: code(deadLetterQueue),
      first: `${code(jobs[0]?.name ?? '')} after ${number((jobs[0]?.attempts ?? attempts).value)} tries`,
      told: jobs.some(({ priority }) => priority === 'high') ? 'page' : 'ticket',
    })),
  };
}

function poison(design: Design): Pick<Leads, 'poisonLead' | 'poison'> {
  const { operations, entities } = design;
  const { queues, handling } = operations;
  const { names } = leadingEntity(design);
  if (queues.length === 0) {
    return {
      poisonLead: `No message reaches ${names.textMany} from outside of a request, so a poisonous one cannot: every body is checked by a strict schema, and a request that fails harms itself alone. What could repeat for ever, a clock statement over ${code(operations.housekeeping[0]?.table ?? '')}, ends with its transaction and starts anew the next night.`,
      poison: [],
    };
  }
  const acted = [...(leadingQueue(queues)?.jobs ?? []), ...queues.flatMap(({ jobs }) => jobs)].find(
    ({ orderedBy }) => orderedBy !== undefined,
  );
  const target = entities.find(({ entity }) => entity.name === acted?.orderedBy) ?? leadingEntity(design);
  const codes = (suffix: string): string => code(`${target.names.CODE}_${suffix}`);
  return {
    poisonLead: `A message that can never succeed must not be tried as often as one that met a fault: it would hold up ${code(leadingQueue(queues)?.name ?? '')} and hide its cause. A job of ${target.names.textMany} tells the kinds apart by what is thrown:`,
    poison: [
      { kind: 'payload unlike its schema', seen: 'the strict schema of the job', done: 'dead at once, no retry' },
      { kind: `unknown ${target.names.textOne}`, seen: codes('NOT_FOUND'), done: 'done: deleted meanwhile' },
      ...(target.actions.length > 0
        ? [
            {
              kind: 'action not possible any more',
              seen: codes('TRANSITION_REFUSED'),
              done: 'done: it happened already',
            },
          ]
        : []),
      { kind: 'changed at the same time', seen: codes('CHANGED_MEANWHILE'), done: 'read again, at once' },
      { kind: 'partner says no', seen: 'status 4xx but 408 and 429', done: 'dead at once, with the answer' },
      { kind: 'partner or database away', seen: 'time-out, 5xx, connection lost', done: 'retry with backoff' },
      {
        kind: 'takes the worker down',
        seen: `lost ${number(handling.lostWorkers.value + 1)} workers`,
        done: 'dead; the worker goes on',
      },
    ],
  };
}

function clock(design: Design): Pick<Leads, 'clockLead' | 'housekeeping'> {
  const { operations, product, stack } = design;
  const { housekeeping, queues } = operations;
  const { names } = leadingEntity(design);
  const how =
    queues.length === 0
      ? `one command that ${stack.deploy === 'compose' ? 'the timer of the host' : 'a CronJob'} will start; a queue for ${counted(housekeeping.length, 'statement')} a night would be a process and a server too many`
      : `the queue ${code('maintenance')}, one job at a time for the whole system`;
  return {
    clockLead: `Whatever becomes of ${names.textMany}, the base contexts need ${counted(housekeeping.length, 'job')} by the clock (${label('schedules')}): ${how}. None of them touches ${names.textMany}; they run as the owner of the tables, because ${code(product.appRole)} may not delete ${code('audit_log')} or ${code('outbox_events')}.`,
    housekeeping: housekeeping.map(({ name, cron, table, does }) => ({
      name: code(name),
      schedule: `${code(cron)} UTC`,
      table: code(table),
      does,
    })),
  };
}
