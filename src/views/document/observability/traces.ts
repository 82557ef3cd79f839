import type { Design } from '../../../design/model.js';
import { leadingEvent } from '../../../design/operations/queues.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { recordLinkOf } from '../records.js';
import { quoted } from '../quoted.js';
import { amount, code, label } from '../words.js';
import type { ObservabilityWords } from './index.js';

export function traceWords(design: Design): Pick<ObservabilityWords, 'traceLead' | 'spans' | 'traceCost'> {
  const { operations, decisions, blueprint } = design;
  const { tracing, queues } = operations;
  const { names, route, table } = leadingEntity(design);
  const decision = decisions.find(({ id }) => id === 'tracing');
  const chosen = decision?.options.find(({ id }) => id === decision.chosen);
  const followed = leadingEvent(operations);
  return {
    traceLead: `${chosen?.title ?? 'Tempo'} will keep the traces (${recordLinkOf(design, 'tracing')}; ${label('tracing')}), because ${chosen?.pros[0] ?? 'it keeps them in object storage'}. The context travels as W3C ${code('traceparent')}, which the API accepts today as the source of the correlation id of a request for ${names.textMany}. All traces of ${names.textMany} that failed or took longer than an objective allows are kept, and ${amount(tracing.keptPercent)} of the others: about ${amount(tracing.tracesPerSecond)} at launch (modelled), for ${amount(tracing.keptDays)}.`,
    spans: [
      { span: code(`GET /api/v1${route}`), kind: 'server', attributes: 'route, status, tenant' },
      { span: `SELECT ${code(table)}`, kind: 'client', attributes: 'table, rows, wait for a connection' },
      ...(followed
        ? [
            { span: `publish ${quoted(followed.event)}`, kind: 'producer', attributes: 'event id, age' },
            {
              span: code(followed.job),
              kind: 'consumer',
              attributes: 'queue, try, link to the request',
            },
          ]
        : []),
      ...(queues.length > 0
        ? blueprint.integrations.map(({ name }) => ({
            span: `call ${name}`,
            kind: 'client',
            attributes: 'operation, status, breaker',
          }))
        : []),
    ],
    traceCost: `${decision?.costs[0] ?? ''} A job is linked to the request that caused it instead of being its child, because ${queues.length > 0 ? `it may run hours later and would keep the trace of the ${names.textOne} open` : `it may run much later; today every trace of ${names.textMany} ends with its answer`}.`,
  };
}
