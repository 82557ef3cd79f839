import type { Integration, Reaction } from '../../blueprint/model.js';
import { kebabCase } from '../../text/case.js';
import { figure } from './facts.js';
import type { JobDesign, QueueKind } from './model.js';
import type { OperationsSource } from './source.js';

/** A job before it is told how often it is tried. */
export interface PlannedJob {
  readonly queue: string;
  readonly kind: QueueKind;
  readonly job: Omit<JobDesign, 'attempts' | 'name'>;
  readonly name: string;
  readonly retries?: number;
}

/** The queue of one external service: a slow one holds up nobody else. */
export function integrationQueue(name: string): string {
  return `integration-${kebabCase(name)}`;
}

/** Without characters that mean something to a page. */
function plain(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} ._:/-]/gu, '');
}

type Facts = Pick<OperationsSource, 'blueprint' | 'entities'>;

/** Every job that the blueprint asks for: reactions first, then deliveries of webhooks, then what partners send. */
export function plannedJobs(facts: Facts): readonly PlannedJob[] {
  const { reactions, webhooks, integrations } = facts.blueprint;
  return withDistinctNames([
    ...reactions.map((reaction) => reactionJob(reaction, facts)),
    ...(webhooks?.events ?? []).map((event): PlannedJob => deliveryJob(event, facts)),
    ...integrations.flatMap((integration) => integration.receives.map((event) => receivedJob(integration, event))),
  ]);
}

/** How often a job is tried: what its reaction declares, else what its queue says. */
export function attemptsOf({ retries, name, queue, job }: PlannedJob, attempts: number): JobDesign['attempts'] {
  const head = [`queue.${queue}.${name}.attempts`, `tries of ${name}`] as const;
  return retries === undefined
    ? figure(head, attempts, 'times', 'rule', `The queue ${queue} tries ${attempts} times.`)
    : figure(
        head,
        retries + 1,
        'times',
        'given',
        `The reaction declares ${retries} retries after the first try.`,
        job.at && { at: job.at },
      );
}

type Placed = Pick<PlannedJob, 'queue' | 'kind' | 'name'> &
  Pick<JobDesign, 'effect' | 'idempotency'> &
  Partial<Pick<JobDesign, 'orderedBy'>>;

function reactionJob(reaction: Reaction, facts: Facts): PlannedJob {
  const { trigger, where, priority = 'normal', retries, at } = reaction;
  const { queue, kind, name, ...rest } = placed(reaction, facts);
  const startedBy = 'on' in trigger ? (isPartners(trigger.on, facts) ? 'partner' : 'event') : 'clock';
  const job = {
    ...rest,
    trigger: triggerText(trigger),
    startedBy,
    priority,
    at,
    ...(where !== undefined && { where }),
  };
  return { queue, kind, name, job, ...(retries !== undefined && { retries }) } as PlannedJob;
}

function isPartners(event: string, { blueprint }: Facts): boolean {
  return blueprint.integrations.some(({ name, receives }) => receives.some((sent) => `${name}.${sent}` === event));
}

function triggerText(trigger: Reaction['trigger']): string {
  return 'on' in trigger ? trigger.on : 'every' in trigger ? `every ${trigger.every}` : `cron ${trigger.cron}`;
}

function placed({ effect, trigger }: Reaction, facts: Facts): Placed {
  if ('do' in effect) return actionJob(effect.do, facts);
  if ('notify' in effect) {
    const { notify, template } = effect;
    return {
      queue: 'notifications',
      kind: 'notifications',
      name: `send-${kebabCase(template)}`,
      effect: `${plain(template)} to ${plain(notify)}`,
      idempotency: `One row of \`notifications\` per ${'on' in trigger ? 'event' : 'due time'}, \`${plain(template)}\` and recipient, by a unique key; a second run finds it and sends nothing.`,
    };
  }
  if ('call' in effect) {
    const [name = '', operation = ''] = effect.call.split('.');
    return {
      queue: integrationQueue(name),
      kind: 'integration',
      name: kebabCase(effect.call),
      effect: effect.call,
      idempotency: `The event id travels to ${name} as idempotency key of \`${operation}\`, and the answer is stored under it before the job ends.`,
    };
  }
  const cause = 'on' in trigger ? contextOf(trigger.on, facts) : undefined;
  const context = cause ?? contextOf(effect.emit, facts);
  return {
    queue: context ? kebabCase(context) : 'events',
    kind: 'context',
    name: `emit-${kebabCase(effect.emit)}`,
    effect: `emit ${effect.emit}`,
    idempotency: `The id of \`${plain(effect.emit)}\` is a hash of the id of its cause; the outbox takes it once.`,
  };
}

/** The context that an event belongs to: its entity's, or the one that it is named after. */
function contextOf(event: string, { entities, blueprint }: Facts): string | undefined {
  const entity = entities.find(
    ({ names, actions }) => event.startsWith(`${names.one}.`) || actions.some(({ action }) => action.emits === event),
  );
  return entity?.context.name ?? blueprint.contexts.find(({ name }) => event.startsWith(`${name}.`))?.name;
}

function actionJob(effect: string, { entities }: Facts): Placed {
  const [context = '', name = '', verb = ''] = effect.split('.');
  const entity = entities.find((candidate) => candidate.entity.name === name);
  const action = entity?.actions.find((candidate) => candidate.name === verb)?.action;
  const one = entity?.names.textOne ?? name;
  const idempotency =
    action === undefined || action.from.includes(action.to)
      ? `The event id is kept beside the ${one} that \`${verb}\` changed; a second run finds it and stops.`
      : `\`${verb}\` starts from ${orList(action.from)} only; a second run finds the ${one} \`${action.to}\` and stops.`;
  return {
    queue: kebabCase(context),
    kind: 'context',
    name: `${kebabCase(verb)}-${kebabCase(name)}`,
    effect: `${name}.${verb}`,
    idempotency,
    orderedBy: name,
  };
}

function orList(states: readonly string[]): string {
  return states.map((state) => `\`${state}\``).join(' or ');
}

function deliveryJob(event: string, facts: Facts): PlannedJob {
  const { at } = facts.blueprint.webhooks ?? {};
  const job = {
    trigger: event,
    startedBy: isPartners(event, facts) ? ('partner' as const) : ('event' as const),
    effect: `POST ${event} to each subscriber`,
    priority: 'normal' as const,
    idempotency: `Each delivery of \`${plain(event)}\` has its row; subscribers see the same \`webhook-id\` again and can drop it.`,
    ...(at && { at }),
  };
  return { queue: 'webhooks', kind: 'webhooks', name: `deliver-${kebabCase(event)}`, job };
}

function receivedJob({ name, at }: Integration, event: string): PlannedJob {
  const job = {
    trigger: `${name}.${event}`,
    startedBy: 'partner' as const,
    effect: `take in ${event} of ${name}`,
    priority: 'normal' as const,
    idempotency: `The id that ${name} gives each \`${plain(event)}\` is unique in \`inbound_messages\`; a repeat is acknowledged and dropped.`,
    at,
  };
  return { queue: integrationQueue(name), kind: 'integration', name: `receive-${kebabCase(event)}`, job };
}

/** Two jobs of one queue with the same name are told apart by what starts them. */
function withDistinctNames(jobs: readonly PlannedJob[]): readonly PlannedJob[] {
  const same = (left: PlannedJob) => (right: PlannedJob) => left.queue === right.queue && left.name === right.name;
  const withTriggers = jobs.map((planned) =>
    jobs.filter(same(planned)).length > 1
      ? {
          ...planned,
          name: `${planned.name}-${planned.job.startedBy === 'clock' ? 'by-clock' : `on-${kebabCase(planned.job.trigger)}`}`,
        }
      : planned,
  );
  return withTriggers.map((planned, index) => {
    const before = withTriggers.slice(0, index).filter(same(planned)).length;
    return before === 0 ? planned : { ...planned, name: `${planned.name}-${before + 1}` };
  });
}
