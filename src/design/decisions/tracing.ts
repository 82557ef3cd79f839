import { amount, counted, number } from '../amount.js';
import type { OptionRule, Question } from './question.js';
import { ease, grade } from './weights.js';

const tempo: OptionRule = {
  id: 'tempo',
  title: 'Grafana Tempo',
  product: { version: 'Tempo 2', supportedUntil: 'the next minor release', licence: 'AGPL-3.0' },
  scores: (s) => ({
    storage: [5, 'object storage, no index'],
    operations: [4, `one service, ${number(s.engineers.value)} people`],
    oneView: [5, 'beside logs and metrics in Grafana'],
    search: [4, 'TraceQL over attributes'],
    licence: [3, 'AGPL-3.0; unmodified use only'],
  }),
  pros: (s) => [
    `traces of ${counted(s.operations, 'operation')} at ${amount(s.peakRequests.launch)} (modelled peak at launch) lie in object storage, without a database of traces`,
    `a slow request on ${s.main.many} leads from the metric to the trace to the log in one window`,
  ],
  cons: (s) => [
    `its licence is AGPL-3.0: ${counted(s.engineers.value, 'engineer')} may run it, but changes to it would have to be published`,
  ],
  costs: (s) => [
    `No index: a search for one ${s.main.one} over ${amount(s.peakRequests.months36)} (modelled at 36 months) reads more objects than an index would.`,
  ],
  risks: (s) => [
    {
      risk: `traces of every request on ${s.main.many} cost more than the API`,
      mitigation: `sampling at the end of a trace keeps errors and slow requests on ${s.main.many}, and a share of the rest`,
    },
  ],
  revisitWhen: (s) => [
    `a search for one ${s.main.one} takes longer than a person waits, at ${amount(s.peakRequests.months36)} (modelled at 36 months)`,
    `the platform offers ${counted(s.engineers.value, 'engineer')} a store for OpenTelemetry traces at no further cost`,
  ],
  change: (s) => `the collector exports to Tempo instead; the code that traces ${s.main.many} stays`,
};

const jaeger: OptionRule = {
  id: 'jaeger',
  title: 'Jaeger',
  product: { version: 'Jaeger 2', supportedUntil: 'the next minor release', licence: 'Apache-2.0' },
  scores: (s) => ({
    storage: [
      ease(s.peakRequests.months36.value, [100, 1_000, 5_000, 20_000, 50_000]),
      'Elasticsearch or Cassandra to run',
    ],
    operations: [2, 'a search cluster besides'],
    oneView: [3, 'an interface of its own'],
    search: [5, 'indexed tags'],
    licence: [5, 'Apache-2.0'],
  }),
  pros: (s) => [`tags such as the id of one ${s.main.one} are indexed, so a trace is found at once`],
  cons: (s) => [
    `Elasticsearch or Cassandra would hold the traces of ${amount(s.peakRequests.months36)} (modelled at 36 months), a cluster for ${counted(s.engineers.value, 'engineer')} to run`,
  ],
  costs: (s) => [
    `A search cluster for traces of ${amount(s.peakRequests.months36)} (modelled at 36 months), beside the database of ${s.main.many}.`,
  ],
  risks: (s) => [
    {
      risk: `the store fills up with traces of ${s.main.many}`,
      mitigation: 'daily indexes, deleted after a week',
    },
  ],
  revisitWhen: (s) => [`the cluster of traces costs more than a tenth of what carries ${s.main.many}`],
  change: (s) =>
    `the collector exports traces of ${s.main.many} to Jaeger, and a search cluster is run for ${amount(s.peakRequests.launch)} (modelled peak at launch); instrumentation stays`,
};

export const tracingOptions: readonly OptionRule[] = [tempo, jaeger];

export const tracing: Question = {
  id: 'tracing',
  slot: 'tracing',
  title: 'Tracing',
  question: 'Where do traces go?',
  options: tracingOptions,
  context: (s) => [
    `A request on ${s.main.many} passes the API, the database and, by way of the outbox, the worker; ${counted(s.routes, 'route')} follow it there.`,
    `Of the traces of ${s.main.many} and the rest, at ${amount(s.peakRequests.months36)} (modelled at 36 months), only a share can be kept.`,
  ],
  criteria: (s) => [
    {
      id: 'storage',
      label: 'cost of storage',
      weight: grade(s.peakRequests.months36.value, [50, 500, 2_000, 10_000]),
      because: `${amount(s.peakRequests.months36)} at 36 months.`,
      from: [s.peakRequests.months36],
    },
    {
      id: 'operations',
      label: 'effort to run',
      weight: 6 - grade(s.engineers.value, [4, 8, 16, 32]),
      because: `${counted(s.engineers.value, 'engineer')} today.`,
      from: [s.engineers],
    },
    { id: 'oneView', label: 'one view with logs and metrics', weight: 3, because: 'Grafana will show both.' },
    { id: 'search', label: 'search by attribute', weight: 2, because: `Support looks for single ${s.main.many}.` },
    { id: 'licence', label: 'licence', weight: 1, because: 'It is run, not shipped.' },
  ],
  alternatives: (s) => [
    { scenario: `Elasticsearch is there already, with the ${s.main.many} in it`, option: 'Jaeger' },
    { scenario: 'no service of its own for traces', option: 'the tracing of the cloud provider' },
  ],
};
