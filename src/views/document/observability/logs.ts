import type { Design } from '../../../design/model.js';
import { leadingEvent } from '../../../design/operations/queues.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import type { QuotableFiles } from '../../../render/excerpt.js';
import { recordLinkOf } from '../records.js';
import { STAGE_TITLES } from '../stages.js';
import { amount, code, counted, label, list } from '../words.js';
import type { ObservabilityWords } from './index.js';

type Words = Pick<
  ObservabilityWords,
  'lead' | 'signals' | 'loggerLead' | 'loggerCost' | 'logFields' | 'notLogged' | 'correlationLead' | 'correlationSteps'
>;

/** What is written about each request, and what holds the lines together. */
export async function logWords(design: Design, files: QuotableFiles): Promise<Words> {
  const { operations, scale, decisions, endpoints } = design;
  const { names } = leadingEntity(design);
  const logger = decisions.find(({ id }) => id === 'logger');
  const chosen = logger?.options.find(({ id }) => id === logger.chosen);
  const secrets = secretsOf(await files.read('packages/common/src/logger.ts'));
  const personal = design.entities.flatMap(({ entity, fields }) =>
    fields.filter(({ field }) => field.personal).map(({ name }) => `${entity.name}.${name}`),
  );
  return {
    lead: `Logs, correlation ids and probes are ${label('logging')}: whoever asks what happened to ${names.article} ${names.textOne} finds its lines by one id. Metrics, traces, dashboards and ${counted(operations.alerts.length, 'alert')} are ${label('metrics')}; this section fixes their names and limits, so that ${counted(operations.slos.length, 'objective')} of section 12 can be measured from the first day that they are built.`,
    signals: [
      {
        signal: 'logs',
        state: label('logging'),
        where: code('packages/common/src/logger.ts'),
        question: 'what happened?',
      },
      {
        signal: 'correlation id',
        state: label('correlation-id'),
        where: code('packages/common/src/request-context.ts'),
        question: 'what belongs together?',
      },
      {
        signal: 'audit log',
        state: label('audit-log'),
        where: code('packages/database/src/audit.ts'),
        question: 'who did it?',
      },
      {
        signal: 'probes',
        state: label('health'),
        where: code('apps/api/src/health/readiness.ts'),
        question: 'can it work?',
      },
      {
        signal: 'metrics',
        state: label('metrics'),
        where: code('packages/observability'),
        question: 'how much, how fast?',
      },
      {
        signal: 'traces',
        state: label('tracing'),
        where: code('packages/observability/src/tracing.ts'),
        question: 'where was the time?',
      },
      { signal: 'alerts', state: label('alerts'), where: code('observability/alerts'), question: 'who must act?' },
    ],
    loggerLead: `${chosen?.title ?? 'Pino'} (${recordLinkOf(design, 'logger')}) writes one line of JSON to standard output for each of the ${counted(endpoints.length, 'endpoint')}, because ${chosen?.pros[0] ?? 'it is the logger of the framework'}. About ${amount(scale.capacity.launch.logGiBPerMonth)} a month, lines about ${names.textMany} among them, come together at launch (modelled), ${amount(scale.capacity.months36.logGiBPerMonth)} after ${STAGE_TITLES.months36}; the platform collects them, the processes keep no file.`,
    loggerCost: `${logger?.costs[0] ?? ''} ${counted(secrets.length, 'name')} of secrets, ${list(secrets.slice(0, 3).map(code))} among them, are cut out three levels deep wherever ${names.textMany} or people carry them, and so is the password of any address of a database.`,
    logFields: [
      { field: code('correlationId'), from: 'client, or new', use: 'find all lines of one request' },
      { field: code('tenantId'), from: 'access token', use: `${names.textMany} of one organization` },
      { field: code('userId'), from: 'access token', use: 'one person' },
      { field: code('route'), from: 'router', use: 'count, group' },
      { field: code('status'), from: 'answer', use: 'errors' },
      { field: code('durationMs'), from: 'clock of the process', use: 'slow requests' },
      { field: code('address'), from: 'outermost own proxy', use: 'abuse' },
      { field: code('service'), from: 'process', use: 'API or worker' },
    ],
    notLogged: `The template of a route is logged, never the path, and no body: the id of ${names.article} ${names.textOne} stays out${personal.length === 0 ? `, and whatever people write into ${names.textMany} with it` : `, and so do ${counted(personal.length, 'personal field')} such as ${list(personal.slice(0, 3).map(code))}`}. Probes are not logged at all; they would be most of the lines of a night without ${names.textMany}.`,
    ...correlation(design),
  };
}

/** The names that the generated logger cuts out, as it lists them. */
function secretsOf(source: string): string[] {
  const list = /const SECRETS = \[([^\]]*)\]/.exec(source)?.[1] ?? '';
  return [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
}

function correlation(design: Design): Pick<Words, 'correlationLead' | 'correlationSteps'> {
  const { operations } = design;
  const { names, route } = leadingEntity(design);
  const queues = operations.queues.length > 0;
  const followed = leadingEvent(operations);
  return {
    correlationLead: queues
      ? `One id follows a cause to its last effect: from ${code(`POST /api/v1${route}`)} through the row of ${code('outbox_events')} into ${followed ? code(followed.job) : 'the job'} and the call it makes. It is the caller’s own when it is well-formed, the trace id of ${code('traceparent')} otherwise, or new; it is for reading logs and opens nothing, since who may see ${names.textMany} travels in the token.`
      : `One id holds together what one request for ${names.textMany} does. It is the caller’s own when it is well-formed, the trace id of ${code('traceparent')} otherwise, or new; it opens nothing, since who may see ${names.textMany} travels in the token. There is no queue that it would have to cross.`,
    correlationSteps: [
      {
        step: 'client → API',
        carrier: `${code('X-Correlation-Id')} or ${code('traceparent')}`,
        state: label('correlation-id'),
      },
      { step: 'inside the API', carrier: code('AsyncLocalStorage'), state: label('correlation-id') },
      {
        step: 'API → client',
        carrier: `${code('X-Correlation-Id')}, ${code('correlationId')} of a problem`,
        state: label('correlation-id'),
      },
      { step: 'API → audit log', carrier: code('audit_log.correlation_id'), state: label('audit-log') },
      ...(operations.events.some(({ recorded }) => recorded)
        ? [{ step: 'API → outbox', carrier: code('outbox_events.correlation_id'), state: label('outbox') }]
        : []),
      ...(queues
        ? [
            { step: 'outbox → queue', carrier: 'data of the job', state: label('outbox-relay') },
            { step: 'queue → worker', carrier: code('requestContext.run'), state: label('worker') },
          ]
        : []),
      ...design.blueprint.integrations.map(({ name }) => ({
        step: `worker → ${name}`,
        carrier: code('traceparent'),
        state: label('integrations'),
      })),
      ...(design.blueprint.webhooks
        ? [{ step: 'worker → subscriber', carrier: code('webhook-id'), state: label('webhooks') }]
        : []),
    ],
  };
}
