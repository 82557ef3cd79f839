import type { Design } from '../../../design/model.js';
import { leadingEvent, leadingQueue } from '../../../design/operations/queues.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { amount, code, counted, label, number } from '../words.js';
import type { AsyncWords } from './index.js';

type Words = Pick<AsyncWords, 'guaranteeLead' | 'guarantees' | 'replayLead' | 'replayCommands'>;

/** What may be relied on, and how what was missed is done again. */
export function guaranteeWords(design: Design): Words {
  const { operations, blueprint, product } = design;
  const { queues, relay, handling } = operations;
  const { names } = leadingEntity(design);
  if (queues.length === 0) {
    return {
      guaranteeLead: `A saved ${names.textOne} is saved when its request is answered, and nothing else is promised: there is no second step that could be missing, twice or late.`,
      guarantees: [],
      replayLead: `There is nothing to replay for ${names.textMany}. Once events are recorded, published ones will stay ${amount(relay.keptDays)}, which is how far back a replay can go.`,
      replayCommands: [],
    };
  }
  const ordered = [...(leadingQueue(queues)?.jobs ?? []), ...queues.flatMap(({ jobs }) => jobs)].find(
    ({ orderedBy }) => orderedBy !== undefined,
  );
  const aggregate =
    ordered?.orderedBy === undefined
      ? names.textOne
      : (design.entities.find(({ entity }) => entity.name === ordered.orderedBy)?.names.textOne ?? names.textOne);
  const first = leadingQueue(queues);
  const strict = blueprint.qualities.ordering === 'strict';
  return {
    guaranteeLead: `Every event of ${names.textMany} is delivered at least once, and each of the ${counted(queues.flatMap(({ jobs }) => jobs).length, 'job')} has its effect once; in between a message may come twice or late, never not at all while PostgreSQL keeps the outbox.`,
    guarantees: [
      { about: 'delivery', promise: 'at least once', by: `row of ${code('outbox_events')} until published` },
      { about: 'effect', promise: 'once', by: 'the last column in section 8.8' },
      {
        about: 'order',
        promise: strict ? 'strict, over all consumers' : `per ${aggregate}`,
        by: strict ? 'one active consumer per queue' : `version of the ${aggregate}; state decides`,
      },
      { about: 'between organizations', promise: 'none', by: 'slots shared out per organization' },
      {
        about: 'age',
        promise: agePromise(design),
        by: 'objectives in section 12',
      },
      { about: 'tenant', promise: 'never another’s rows', by: `${code('withTenant')} in every job` },
    ],
    replayLead: `What died in ${code(first?.name ?? '')} is replayed after its cause is gone (${label('queues')}): by queue, by job or by time, back to ${amount(handling.deadDays)} for dead jobs and ${amount(relay.keptDays)} for published events. A replay of ${names.textMany} takes the same way as the first time, with the same event id, so it does nothing where the first one did its work. ${product.name} will have two commands for it:`,
    replayCommands: [
      { command: `node apps/worker/dist/replay.js ${first?.name ?? ''} --job ${first?.jobs[0]?.name ?? ''}` },
      {
        command: `node apps/worker/dist/publish-again.js --type ${leadingEvent(operations)?.event ?? 'all'} --since ${number(1)}h`,
      },
    ],
  };
}

function agePromise({ operations }: Design): string {
  const slo = operations.slos.find(({ id }) => id.startsWith('jobs-'));
  if (!slo?.threshold) return 'the next night';
  return `${amount(slo.objectivePercent)} within ${amount(slo.threshold)} in ${code(slo.id.slice('jobs-'.length))}`;
}
