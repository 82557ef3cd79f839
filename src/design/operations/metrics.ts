import { figure } from './facts.js';
import type { EventDesign, MetricDesign, OperationsDesign, QueueDesign, SloDesign } from './model.js';
import { leadingEntity } from '../leading-entity.js';
import { type OperationsSource } from './source.js';

/** Upper bounds of the histograms of times, in seconds: the limits of the objectives among them, so that alerts need no guess. */
export function bucketsOf(slos: readonly SloDesign[]): readonly number[] {
  const usual = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
  const limits = slos
    .filter(({ id }) => id === 'read' || id === 'write')
    .flatMap(({ threshold }) => (threshold ? threshold.value / 1000 : []));
  return [...new Set([...usual, ...limits])].sort((left, right) => left - right);
}

/** Statuses that one endpoint answers with, in the ordinary run: done, refused, failed. */
const STATUSES_PER_ENDPOINT = 3;

/** Time series of the histogram of requests, without and with one per organization. */
export function seriesOf(source: OperationsSource, buckets: readonly number[]): OperationsDesign['series'] {
  const { endpoints, scale } = source;
  const perStatus = buckets.length + 3;
  const tenants = scale.workload.launch.tenants;
  const requests = figure(
    ['series.requests', 'time series of the times of requests'],
    endpoints.length * STATUSES_PER_ENDPOINT * perStatus,
    'none',
    'modelled',
    `${endpoints.length} endpoints × ${STATUSES_PER_ENDPOINT} statuses × (${buckets.length} buckets + 3).`,
  );
  return {
    requests,
    withTenants: figure(
      ['series.withTenants', 'the same with a label for the organization'],
      requests.value * tenants.value,
      'none',
      'modelled',
      `${requests.value} × ${tenants.value} organizations.`,
      { from: [requests.id, tenants.id] },
    ),
  };
}

/** What is counted and timed. Names follow OpenTelemetry where it has one, in the form that Prometheus stores. */
export function metricsOf(
  source: OperationsSource,
  queues: readonly QueueDesign[],
  events: readonly EventDesign[],
): readonly MetricDesign[] {
  const { names, route } = leadingEntity(source);
  return [
    {
      name: 'http_server_request_duration_seconds',
      type: 'histogram',
      labels: ['http_request_method', 'http_route', 'http_response_status_code'],
      meaning: `Rate, errors and time of each endpoint, such as \`/api/v1${route}\``,
      method: 'RED',
      part: 'metrics',
    },
    {
      name: 'http_server_active_requests',
      type: 'gauge',
      labels: ['http_request_method'],
      meaning: 'requests being answered',
      method: 'USE',
      part: 'metrics',
    },
    ...(queues.length > 0
      ? ([
          {
            name: 'job_duration_seconds',
            type: 'histogram',
            labels: ['queue', 'job', 'outcome'],
            meaning: `Rate, errors and time of ${queues.flatMap(({ jobs }) => jobs).length} kinds of jobs`,
            method: 'RED',
            part: 'metrics',
          },
          {
            name: 'job_age_seconds',
            type: 'histogram',
            labels: ['queue', 'job'],
            meaning: 'from the cause to the end',
            method: 'RED',
            part: 'metrics',
          },
          {
            name: 'jobs_waiting',
            type: 'gauge',
            labels: ['queue'],
            meaning: 'jobs not yet begun',
            method: 'USE',
            part: 'metrics',
          },
          {
            name: 'jobs_dead',
            type: 'gauge',
            labels: ['queue'],
            meaning: 'jobs in dead-letter queues',
            method: 'USE',
            part: 'metrics',
          },
          {
            name: 'outbox_oldest_event_seconds',
            type: 'gauge',
            labels: [],
            meaning: 'age of the oldest unpublished event',
            method: 'USE',
            part: 'metrics',
          },
        ] as const)
      : []),
    {
      name: 'schedule_last_success_timestamp_seconds',
      type: 'gauge',
      labels: ['job'],
      meaning: 'last good end of a clock job',
      method: 'RED',
      part: 'metrics',
    },
    {
      name: 'schedule_interval_seconds',
      type: 'gauge',
      labels: ['job'],
      meaning: 'how often it is due',
      method: 'RED',
      part: 'metrics',
    },
    {
      name: 'readiness_check_up',
      type: 'gauge',
      labels: ['check'],
      meaning: 'what `/ready` says, by check',
      method: 'USE',
      part: 'metrics',
    },
    {
      name: 'db_client_connection_count',
      type: 'gauge',
      labels: ['state'],
      meaning: 'connections used and idle',
      method: 'USE',
      part: 'metrics',
    },
    {
      name: 'db_client_connection_wait_time_seconds',
      type: 'histogram',
      labels: [],
      meaning: 'waiting for a connection',
      method: 'USE',
      part: 'metrics',
    },
    {
      name: 'db_client_operation_duration_seconds',
      type: 'histogram',
      labels: ['db_operation_name', 'db_collection_name'],
      meaning: `time of statements, by table such as \`${leadingEntity(source).table}\``,
      method: 'RED',
      part: 'metrics',
    },
    {
      name: 'nodejs_eventloop_delay_p99_seconds',
      type: 'gauge',
      labels: ['service'],
      meaning: 'saturation of a process',
      method: 'USE',
      part: 'metrics',
    },
    {
      name: 'process_resident_memory_bytes',
      type: 'gauge',
      labels: ['service'],
      meaning: 'memory of a process',
      method: 'USE',
      part: 'metrics',
    },
    {
      name: 'rate_limit_refusals_total',
      type: 'counter',
      labels: ['limit'],
      meaning: 'requests refused with 429',
      method: 'USE',
      part: 'metrics',
    },
    ...(source.blueprint.integrations.length > 0
      ? ([
          {
            name: 'integration_call_duration_seconds',
            type: 'histogram',
            labels: ['integration', 'operation', 'outcome'],
            meaning: `Rate, errors and time of ${source.blueprint.integrations.map(({ name }) => name).join(', ')}`,
            method: 'RED',
            part: 'metrics',
          },
          {
            name: 'breaker_open',
            type: 'gauge',
            labels: ['dependency'],
            meaning: '1 while a breaker is open',
            method: 'USE',
            part: 'metrics',
          },
        ] as const)
      : []),
    ...(queues.some(({ kind }) => kind === 'webhooks')
      ? ([
          {
            name: 'webhook_deliveries_total',
            type: 'counter',
            labels: ['event', 'outcome'],
            meaning: 'deliveries to subscribers',
            method: 'RED',
            part: 'metrics',
          },
        ] as const)
      : []),
    {
      name: 'signins_total',
      type: 'counter',
      labels: ['outcome'],
      meaning: 'sign-ins, and refused ones',
      method: 'business',
      part: 'metrics',
    },
    {
      name: 'rows_created_total',
      type: 'counter',
      labels: ['entity'],
      meaning: `what people enter, above all ${names.textMany}`,
      method: 'business',
      part: 'metrics',
    },
    ...(events.some(({ recorded }) => recorded)
      ? ([
          {
            name: 'domain_events_total',
            type: 'counter',
            labels: ['type'],
            meaning: `What the business does: ${events
              .filter(({ recorded }) => recorded)
              .map(({ type }) => type)
              .slice(0, 4)
              .join(', ')}`,
            method: 'business',
            part: 'metrics',
          },
        ] as const)
      : []),
  ];
}
