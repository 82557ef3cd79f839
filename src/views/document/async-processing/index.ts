import { z } from 'zod';
import type { Design } from '../../../design/model.js';
import { partOf } from '../../../design/parts.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { excerpt, excerptWords, type QuotableFiles } from '../../../render/excerpt.js';
import { defineView } from '../../../render/view.js';
import { markdownText } from '../../../text/escape.js';
import { moduleFolder } from '../../entity-module/paths.js';
import { outboxDiagram } from '../diagrams/outbox.js';
import { queueTopologyDiagram } from '../diagrams/queues.js';
import { diagramWords } from '../diagrams/words.js';
import { table } from '../table.js';
import { amount, number } from '../words.js';
import { choiceWords } from './choice.js';
import { guaranteeWords } from './guarantees.js';
import { processorWords } from './processor.js';
import { partnerWords } from './partners.js';
import { concurrencyWords, jobRows, retryWords, topologyWords } from './queues.js';
import { leads } from './leads.js';

export const asyncProcessingView = defineView({
  templates: ['document/08-async-processing.md.hbs'],
  schema: z.object({
    hasQueues: z.boolean(),
    relayState: z.string(),
    lead: z.string(),
    choiceLead: z.string(),
    hasChoice: z.boolean(),
    loads: table('stage', 'jobs', 'workers'),
    options: table('option', 'score', 'gains', 'gives'),
    choiceCosts: z.string(),
    redisLead: z.string(),
    topologyLead: z.string(),
    topology: z.array(diagramWords),
    queues: table('name', 'purpose', 'jobs', 'peak', 'later'),
    hasEvents: z.boolean(),
    events: table('event', 'source', 'recorded', 'sets'),
    silent: z.string(),
    outboxLead: z.string(),
    outboxExcerpts: z.array(excerptWords),
    outboxFlow: z.array(diagramWords),
    relayLead: z.string(),
    relayRole: z.string(),
    batch: z.string(),
    relaySettings: table('setting', 'value', 'because'),
    retryLead: z.string(),
    retries: table('queue', 'tries', 'first', 'longest', 'together', 'limit'),
    retryExample: z.string(),
    deadLead: z.string(),
    deadLetters: table('queue', 'dead', 'first', 'told'),
    poisonLead: z.string(),
    poison: table('kind', 'seen', 'done'),
    concurrencyLead: z.string(),
    hasSlots: z.boolean(),
    concurrency: table('queue', 'time', 'peak', 'slots', 'busy'),
    priorityLead: z.string(),
    jobLead: z.string(),
    jobs: table('name', 'trigger', 'effect', 'priority', 'idempotency'),
    hasProcessor: z.boolean(),
    processor: z.string(),
    processorPath: z.string(),
    clockLead: z.string(),
    housekeeping: table('name', 'schedule', 'table', 'does'),
    partnerLead: z.string(),
    hasPartners: z.boolean(),
    partners: table('name', 'kind', 'pattern', 'calls', 'receives', 'limit'),
    partnerNotes: z.array(z.object({ text: z.string() })),
    webhookLead: z.string(),
    guaranteeLead: z.string(),
    guarantees: table('about', 'promise', 'by'),
    replayLead: z.string(),
    replayCommands: z.array(z.object({ command: z.string() })),
  }),
});

export type AsyncWords = z.input<typeof asyncProcessingView.schema>;

export async function asyncProcessingWords(design: Design, files: QuotableFiles): Promise<AsyncWords> {
  const { operations, product } = design;
  const hasQueues = operations.queues.length > 0;
  return {
    hasQueues,
    relayState: partOf('outbox-relay').state,
    ...leads(design),
    ...choiceWords(design),
    ...topologyWords(design),
    topology: hasQueues ? [queueTopologyDiagram(design)] : [],
    outboxExcerpts: await outboxExcerpts(design, files),
    outboxFlow: operations.events.some(({ recorded }) => recorded) ? [outboxDiagram(design)] : [],
    relayRole: `${product.database}_relay`,
    batch: number(operations.relay.batch.value),
    relaySettings: [
      operations.relay.pollMs,
      operations.relay.batch,
      operations.relay.eventsPerMinute,
      operations.relay.keptDays,
      operations.relay.alarmS,
    ].map((fact) => ({
      setting: fact.label,
      value: `${amount(fact)} (${fact.basis})`,
      because: markdownText(fact.because[0]?.text ?? ''),
    })),
    ...retryWords(design),
    ...concurrencyWords(design),
    jobs: jobRows(design),
    ...processorWords(design),
    ...partnerWords(design),
    ...guaranteeWords(design),
  };
}

/** Where an event is written, and the transaction of a service that announces one. */
async function outboxExcerpts(design: Design, files: QuotableFiles) {
  const recording = await excerpt(files, 'packages/database/src/outbox.ts', { from: '/** Announces an event' });
  const announcing = [leadingEntity(design), ...design.entities].find(({ actions }) =>
    actions.some(({ action }) => action.emits !== undefined),
  );
  if (!announcing) return [recording];
  const service = `${moduleFolder(announcing)}/${announcing.names.fileMany}.service.ts`;
  return [recording, await excerpt(files, service, { from: 'private take(' })];
}
