import type { Integration } from '../../../blueprint/model.js';
import type { Design } from '../../../design/model.js';
import { integrationQueue } from '../../../design/operations/jobs.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { markdownTableCell, markdownText } from '../../../text/escape.js';
import { quoted } from '../quoted.js';
import { amount, code, counted, label, list } from '../words.js';
import type { AsyncWords } from './index.js';

/** How each external service is spoken with, and how others are told. */
export function partnerWords(
  design: Design,
): Pick<AsyncWords, 'partnerLead' | 'hasPartners' | 'partners' | 'partnerNotes' | 'webhookLead'> {
  const { integrations } = design.blueprint;
  const { names } = leadingEntity(design);
  const words = integrations.map(({ name }) => name);
  return {
    partnerLead:
      integrations.length === 0
        ? `${markdownText(design.product.title)} calls nobody and is called by nobody but its clients: the blueprint names no integration. The first one gets a client in ${code('packages/integrations')} (${label('integrations')}) and a queue of its own, so that a request for ${names.textMany} never waits for somebody else’s server.`
        : `No request of a person waits for ${list(words)}: what is in ${code('packages/integrations')} (${label('integrations')}, ${counted(integrations.length, 'client')}) is called by jobs only. Each hides its service behind an interface in the words of ${names.textMany}, so that a change of provider touches one file.${inbox(design)}`,
    hasPartners: integrations.length > 0,
    partners: integrations.map((integration) => partnerRow(integration, design)),
    partnerNotes: integrations.map((integration) => ({ text: noteOf(integration, design) })),
    webhookLead: webhooks(design),
  };
}

function callsOf({ name }: Integration, { operations }: Design): readonly string[] {
  const queue = operations.queues.find((one) => one.name === integrationQueue(name));
  return (queue?.jobs ?? []).filter(({ effect }) => effect.startsWith(`${name}.`)).map((job) => job.name);
}

/** Whether messages to people leave through it: of several that could, the one that does nothing else. */
function sendsMail({ name }: Integration, { blueprint, operations }: Design): boolean {
  if (!operations.queues.some(({ kind }) => kind === 'notifications')) return false;
  const able = blueprint.integrations.filter(({ kind }) => /\b(?:e-?mail|sms|push)\b/i.test(kind));
  const [gateway] = [...able].sort((left, right) => left.kind.length - right.kind.length);
  return gateway?.name === name;
}

function partnerRow(integration: Integration, design: Design): AsyncWords['partners'][number] {
  const { name, kind, receives } = integration;
  const calls = callsOf(integration, design);
  return {
    name,
    kind: markdownTableCell(kind),
    pattern: patternOf(integration, calls, design),
    calls:
      calls.length > 0
        ? calls.map(code).join(', ')
        : sendsMail(integration, design)
          ? 'messages of notifications'
          : '–',
    receives: receives.length > 0 ? receives.map(quoted).join(', ') : '–',
    limit: amount({ value: integration.timeoutMs, unit: 'ms' }),
  };
}

function patternOf(integration: Integration, calls: readonly string[], design: Design): string {
  const parts = [
    ...(calls.length > 0 ? ['call with idempotency key'] : []),
    ...(sendsMail(integration, design) ? ['gateway for messages'] : []),
    ...(integration.receives.length > 0 ? ['inbox'] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'client only';
}

function noteOf(integration: Integration, design: Design): string {
  const { name, receives, summary } = integration;
  const calls = callsOf(integration, design);
  const { events } = design.operations;
  const followed = receives.filter((event) =>
    events.some(
      ({ type, consumers }) => type === `${name}.${event}` && consumers.some(({ job }) => !job.startsWith('receive-')),
    ),
  );
  const why = summary === undefined ? '' : ` ${markdownText(summary)}`;
  const outward =
    calls.length > 0
      ? `${list(calls.map(code))} will call it from ${code(integrationQueue(name))}, with the id of the event as idempotency key`
      : sendsMail(integration, design)
        ? `messages go to it from ${code('notifications')}, one row kept for each`
        : 'no reaction calls it yet; the client exists for what people will ask for';
  const inward =
    receives.length === 0
      ? 'It sends us nothing.'
      : followed.length === 0
        ? `Of what it sends (${list(receives.map(quoted))}), all ends in the inbox: no reaction waits for ${name} yet.`
        : `Of what it sends (${list(receives.map(quoted))}), ${list(followed.map(quoted))} ${followed.length === 1 ? 'sets' : 'set'} off what the blueprint asks for.`;
  return `**${name}.**${why} ${capitalized(outward)}. ${inward}`;
}

/** The way in, once for all who send us something. */
function inbox({ blueprint }: Design): string {
  const senders = blueprint.integrations.filter(({ receives }) => receives.length > 0).map(({ name }) => name);
  if (senders.length === 0) return '';
  return ` What ${list(senders)} ${senders.length === 1 ? 'sends' : 'send'} is checked by its signature, stored under the sender’s own id and acknowledged; only then does a job look at it, so that a slow day of ours is no lost message of theirs.`;
}

function capitalized(text: string): string {
  return text.startsWith('`') ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

function webhooks({ blueprint, operations, product }: Design): string {
  const { webhooks: declared } = blueprint;
  const queue = operations.queues.find(({ kind }) => kind === 'webhooks');
  if (!declared || !queue)
    return `Nobody can subscribe to events of ${markdownText(product.title)}: the blueprint names no webhooks.`;
  return `Organizations will subscribe to ${list(declared.events.map(quoted))} (${label('webhooks')}). Each delivery of these ${counted(declared.events.length, 'event')} carries ${code('webhook-id')}, ${code('webhook-timestamp')} and ${code('webhook-signature')} (HMAC-SHA256 with a secret of the subscription, after the [Standard Webhooks](https://www.standardwebhooks.com/) specification); only ${code('https')} addresses outside of private networks are accepted. A receiver of ${quoted(declared.events[0] ?? '')} that fails ${counted(queue.attempts.value, 'time')} over ${amount(queue.totalBackoff)} loses that delivery to ${code(queue.deadLetterQueue)}, from where its owner can ask for it again for ${amount(operations.relay.keptDays)}.`;
}
