import type { Design, EntityDesign } from '../../../design/model.js';
import type { EventDesign, JobDesign, QueueDesign } from '../../../design/operations/model.js';
import { isGenerated } from '../../../blueprint/parts.js';
import type { Message, SequenceDiagram, Step } from '../../../diagrams/model.js';
import { amount, number } from '../words.js';
import { drawn, type DiagramWords } from './words.js';

/** One write, its event, and what follows from it, with the way to the dead letters. */
export function outboxDiagram(design: Design): DiagramWords {
  return drawn(design, outbox(design));
}

const send = (from: string, to: string, text: string): Message => ({ kind: 'message', from, to, text });
const answer = (from: string, to: string, text: string): Message => ({ ...send(from, to, text), reply: true });

export function outbox(design: Design): SequenceDiagram {
  const event = exampleEvent(design);
  const found = event && jobOf(design, event);
  return event && found ? withConsumer(design, event, found) : withoutConsumer(design, event);
}

/** Of the events that an action writes into the outbox, the one that most wait for; first those that change rows elsewhere. */
function exampleEvent({ operations }: Design): EventDesign | undefined {
  const inside = new Set(operations.queues.filter(({ kind }) => kind === 'context').map(({ name }) => name));
  const weight = ({ consumers }: EventDesign): number =>
    consumers.length + (consumers.some(({ queue }) => inside.has(queue)) ? operations.events.length * 10 : 0);
  return operations.events
    .filter(({ origin }) => origin === 'action')
    .reduce<EventDesign | undefined>(
      (best, event) => (best === undefined || weight(event) > weight(best) ? event : best),
      undefined,
    );
}

interface Consumer {
  readonly queue: QueueDesign;
  readonly job: JobDesign;
}

/** A job that changes rows tells more than one that sends something. */
function jobOf({ operations }: Design, event: EventDesign): Consumer | undefined {
  const consumers = event.consumers.flatMap(({ queue: name, job: jobName }): Consumer[] => {
    const queue = operations.queues.find((one) => one.name === name);
    const job = queue?.jobs.find((one) => one.name === jobName);
    return queue && job ? [{ queue, job }] : [];
  });
  return consumers.find(({ queue }) => queue.kind === 'context') ?? consumers[0];
}

/** The action that writes the event, or any other change. */
function writeOf(
  { entities }: Design,
  event: EventDesign | undefined,
): { entity: EntityDesign; path: string; action: string } {
  for (const entity of entities) {
    const action = entity.actions.find(({ action: one }) => one.emits !== undefined && one.emits === event?.type);
    if (action) return { entity, path: `${entity.route}/:id/${action.path}`, action: action.permission };
  }
  const entity =
    entities.find(({ actions }) => actions.length > 0) ?? entities.find(({ writable }) => writable) ?? entities[0];
  if (!entity) throw new Error('A system has an entity.');
  const [action] = entity.actions;
  return action
    ? { entity, path: `${entity.route}/:id/${action.path}`, action: action.permission }
    : { entity, path: entity.route, action: entity.permissions.create ?? '' };
}

function writing(design: Design, event: EventDesign | undefined): Step[] {
  const { entity, path, action } = writeOf(design, event);
  return [
    { kind: 'note', from: 'api', to: 'database', text: `POST /api/v1${path}: one transaction` },
    send('api', 'database', `UPDATE ${entity.table} where version is unchanged`),
    send('api', 'database', `INSERT audit_log: ${action}`),
    ...(event ? [send('api', 'database', `INSERT outbox_events: ${event.type}`)] : []),
    answer('database', 'api', 'COMMIT'),
  ];
}

const ACTORS = [
  { id: 'api', title: 'API' },
  { id: 'database', title: 'PostgreSQL' },
] as const;

function withConsumer(design: Design, event: EventDesign, { queue, job }: Consumer): SequenceDiagram {
  const { relay } = design.operations;
  const isDesigned = !isGenerated('outbox-relay');
  const backoff = `${number(queue.backoffMs.value / 1000)} s, then longer, ${number(queue.maxBackoffMs.value / 1000)} s at most`;
  return {
    kind: 'sequence',
    title: `From ${event.source} to ${job.effect}`,
    caption: `${event.type} is stored in the transaction that makes it true, and becomes the job ${job.name} of the queue ${queue.name}; after ${job.attempts.value} tries the job lies in ${queue.deadLetterQueue}.`,
    actors: [
      ...ACTORS,
      { id: 'relay', title: 'Outbox relay', designed: isDesigned },
      { id: 'queue', title: brokerOf(design), designed: isDesigned },
      { id: 'worker', title: 'Worker', designed: isDesigned },
    ],
    steps: [
      ...writing(design, event),
      send(
        'relay',
        'database',
        `every ${amount(relay.pollMs)}: SELECT ${relay.batch.value} unpublished FOR UPDATE SKIP LOCKED`,
      ),
      send('relay', 'queue', `add ${job.name}, id of the event`),
      send('relay', 'database', 'UPDATE published_at'),
      send('queue', 'worker', job.name),
      {
        kind: 'branches',
        branches: [
          {
            when: 'the job succeeds',
            steps: [effectOf({ queue, job }), answer('worker', 'queue', 'done')],
          },
          {
            when: `it fails, and fewer than ${job.attempts.value} tries were made`,
            steps: [answer('worker', 'queue', 'failed'), send('queue', 'worker', `again after ${backoff}`)],
          },
          {
            when: `the last of ${job.attempts.value} tries fails`,
            steps: [
              send('queue', 'queue', `move to ${queue.deadLetterQueue}`),
              { kind: 'note', from: 'database', to: 'worker', text: 'alert JobsDead; the job waits for a person' },
            ],
          },
        ],
      },
    ],
  };
}

/** A change of rows is a transaction; anything else is the worker's own doing. */
function effectOf({ queue, job }: Consumer): Message {
  return queue.kind === 'context'
    ? send('worker', 'database', `${job.effect}, in one transaction`)
    : send('worker', 'worker', job.effect);
}

function withoutConsumer(design: Design, event: EventDesign | undefined): SequenceDiagram {
  const { product } = design;
  const said = event
    ? `${event.type} is stored in the transaction that makes it true; nothing of ${product.title} waits for it yet.`
    : `No action of ${product.title} emits an event, so outbox_events stays empty and no relay has work.`;
  return {
    kind: 'sequence',
    title: `A write of ${product.title}`,
    caption: said,
    actors: ACTORS,
    steps: writing(design, event),
  };
}

/** What holds the jobs. */
export function brokerOf({ stack }: Pick<Design, 'stack'>): string {
  return stack.queue === 'rabbitmq' ? 'RabbitMQ' : 'BullMQ on Redis';
}
