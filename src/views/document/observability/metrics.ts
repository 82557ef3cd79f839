import type { Design } from '../../../design/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { quoted } from '../quoted.js';
import { code, counted, label, list, number } from '../words.js';
import type { ObservabilityWords } from './index.js';

type Words = Pick<
  ObservabilityWords,
  'metricLead' | 'metrics' | 'bucketLead' | 'labelLead' | 'businessLead' | 'histogramLead' | 'buckets'
>;

export function metricWords(design: Design): Words {
  const { operations, endpoints, scale } = design;
  const { metrics, buckets, series, events, queues } = operations;
  const { names } = leadingEntity(design);
  const read = operations.slos.find(({ id }) => id === 'read')?.threshold;
  const business = events.filter(({ recorded }) => recorded).map(({ type }) => quoted(type));
  return {
    metricLead: `OpenTelemetry will count and time (${label('metrics')}), Prometheus fetch and keep: rate, errors and duration of ${counted(endpoints.length, 'endpoint')}${queues.length > 0 ? ` and ${counted(queues.length, 'queue')}` : ''}, utilisation and saturation of what they stand on. OpenTelemetry was taken because one library feeds metrics and traces and names no vendor; it costs some processor time for each request for ${names.textMany}, where Prometheus’ own client would cost less and trace nothing.`,
    metrics: metrics.map(({ name, type, labels, meaning, method }) => ({
      name: code(name),
      type,
      labels: labels.length > 0 ? labels.map(code).join(', ') : '–',
      meaning,
      method,
    })),
    bucketLead: `The histograms of times have ${number(buckets.length)} buckets (${buckets.map(number).join(', ')} s); ${read ? number(read.value / 1000) : ''} s is among them because it is the limit of a good read: the share of ${names.textMany} that were read in time is then counted, not interpolated.`,
    labelLead: `The organization is no label: ${counted(endpoints.length, 'endpoint')} make up to ${number(series.requests.value)} time series, and with ${counted(scale.workload.launch.tenants.value, 'organization')} they would be ${number(series.withTenants.value)} (both modelled). Which organization reads so many ${names.textMany} is asked of the logs, which carry ${code('tenantId')}.`,
    businessLead:
      business.length > 0
        ? `${code('domain_events_total')} counts what the business lives on: ${list(business)}; it is raised in the transaction that stores the event, so it says the same as ${code('outbox_events')}.`
        : `The only figure of the business is ${code('rows_created_total')} by entity; when ${names.textMany} stop coming in while people write, something is broken that no status shows.`,
    histogramLead: `The metric beside it is ${label('metrics')} and will take the same hook and the same label, so that a line and a point about ${names.textMany} never disagree.`,
    buckets: buckets.join(', '),
  };
}
