import { z } from 'zod';
import type { Design } from '../../../design/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { excerpt, excerptWords, type QuotableFiles } from '../../../render/excerpt.js';
import { defineView } from '../../../render/view.js';
import { sampleLogLine } from '../samples/log-line.js';
import { table } from '../table.js';
import { code } from '../words.js';
import { alertWords } from './alerts.js';
import { dashboardWords } from './dashboards.js';
import { incidentWords } from './incidents.js';
import { logWords } from './logs.js';
import { metricWords } from './metrics.js';
import { traceWords } from './traces.js';

export const observabilityView = defineView({
  templates: ['document/09-observability.md.hbs'],
  schema: z.object({
    lead: z.string(),
    signals: table('signal', 'state', 'where', 'question'),
    loggerLead: z.string(),
    loggerExcerpts: z.array(excerptWords),
    loggerCost: z.string(),
    sampleLead: z.string(),
    sample: z.string(),
    logFields: table('field', 'from', 'use'),
    notLogged: z.string(),
    correlationLead: z.string(),
    correlationExcerpts: z.array(excerptWords),
    correlationSteps: table('step', 'carrier', 'state'),
    metricLead: z.string(),
    metrics: table('name', 'type', 'labels', 'meaning', 'method'),
    bucketLead: z.string(),
    labelLead: z.string(),
    businessLead: z.string(),
    traceLead: z.string(),
    spans: table('span', 'kind', 'attributes'),
    traceCost: z.string(),
    dashboardLead: z.string(),
    dashboards: table('name', 'panels', 'who'),
    queries: z.string(),
    alertLead: z.string(),
    burnRates: table('name', 'long', 'short', 'rate', 'budget', 'severity'),
    alerts: table('name', 'severity', 'after', 'meaning', 'runbook'),
    rulesPath: z.string(),
    rules: z.array(z.object({ name: z.string(), expression: z.string(), wait: z.string(), severity: z.string() })),
    instrumentationLead: z.string(),
    instrumentationExcerpts: z.array(excerptWords),
    histogramLead: z.string(),
    buckets: z.string(),
    runbookLead: z.string(),
    runbooks: z.array(
      z.object({
        number: z.string(),
        title: z.string(),
        symptom: z.string(),
        steps: z.string(),
        afterwards: z.string(),
      }),
    ),
    incidentLead: z.string(),
    severities: table('severity', 'means', 'answered', 'told'),
    incidentSteps: z.array(z.object({ step: z.string() })),
    onCallLead: z.string(),
  }),
});

export type ObservabilityWords = z.input<typeof observabilityView.schema>;

const LOGGER = 'packages/common/src/logger.ts';
const CONTEXT = 'packages/common/src/request-context.ts';
const REQUEST_LOG = 'apps/api/src/middleware/request-log.ts';

export async function observabilityWords(design: Design, files: QuotableFiles): Promise<ObservabilityWords> {
  const sample = sampleLogLine(design);
  const { names } = leadingEntity(design);
  return {
    ...(await logWords(design, files)),
    loggerExcerpts: [await excerpt(files, LOGGER, { from: 'export function createLogger' })],
    sampleLead: `The request ${code(sample.operation)} of section 5.8 (“${sample.sample}”) leaves this one line, here over several; ${code('apps/api/test/document.spec.ts')} replays the request and compares it.`,
    sample: sample.pretty,
    correlationExcerpts: [await excerpt(files, CONTEXT, { from: "/** The caller's correlation id" })],
    ...metricWords(design),
    ...traceWords(design),
    ...dashboardWords(design),
    ...alertWords(design),
    instrumentationLead: `What is written already measures each request: route, status and time are on the line that ${code(REQUEST_LOG)} writes when ${names.textMany} were answered.`,
    instrumentationExcerpts: [
      await excerpt(files, REQUEST_LOG, { from: "server.addHook('onResponse'" }),
      await excerpt(files, REQUEST_LOG, { from: 'function lineOf' }),
    ],
    ...incidentWords(design),
  };
}
