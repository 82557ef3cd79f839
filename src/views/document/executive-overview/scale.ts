import type { Fact } from '../../../design/fact.js';
import type { Design } from '../../../design/model.js';
import { busiestWords } from '../../../design/scale/assumptions.js';
import type { Capacity, Stage, Workload } from '../../../design/scale/model.js';
import { SOURCE_NAMES, SOURCES } from '../../../design/scale/sources.js';
import { markdownTableCell } from '../../../text/escape.js';
import { amount, code, counted, headline, number } from '../words.js';
import { bare, row } from './summary.js';

type Row = Record<'label' | Stage | 'basis' | 'formula' | 'source', string>;

export function growthLead({ scale, entities, product }: Design): string {
  const { months12, months36 } = scale.growth;
  const { launch } = scale.workload;
  return (
    `The load on ${busiestWords(entities)} grows to ${amount(months12)} (${months12.basis}) in 12 months and to ${amount(months36)} (${months36.basis}) in 36. ` +
    `Figures for ${busiestWords(entities)} below follow from that, from ${headline(launch.concurrentUsers)} and from the assumptions at the end; formulas are shown for the launch of ${product.name}.`
  );
}

const WORKLOAD: readonly (readonly [keyof Workload, string])[] = [
  ['tenants', 'Organizations'],
  ['concurrentUsers', 'People at the same moment'],
  ['peakRequestsPerSecond', 'Requests at peak'],
  ['averageRequestsPerSecond', 'Mean of the active hours'],
  ['peakReadsPerSecond', 'Reads at peak'],
  ['peakWritesPerSecond', 'Writes at peak'],
  ['requestsPerMonth', 'Requests a month'],
  ['largestTenantRequestsPerMinute', 'Largest organization'],
  ['rowsPerMonth', 'New rows a month'],
  ['storageGiBPerMonth', 'Growth of data a month'],
  ['storageGiB', 'Stored data with indexes'],
  ['peakJobsPerMinute', 'Jobs at peak'],
  ['messagesPerMonth', 'Messages a month'],
];

export function workloadRows({ scale: { workload } }: Design): Row[] {
  return WORKLOAD.map(([key, label]) => withFormula(label, (stage) => workload[stage][key]));
}

const CAPACITY: readonly (readonly [keyof Capacity, string])[] = [
  ['requestsInFlight', 'Requests in flight'],
  ['apiVcpuAtPeak', 'Busy processors, API'],
  ['vcpuPerApiPod', 'Size of an API process'],
  ['apiPods', 'API processes'],
  ['workerPods', 'Worker processes'],
  ['busyConnections', 'Busy connections'],
  ['databaseConnections', 'Connections in all pools'],
  ['connectionLimit', 'Limit of the server'],
  ['databaseVcpuAtPeak', 'Busy processors, database'],
  ['databaseVcpu', 'Database server'],
  ['databaseMemoryGiB', 'Memory of the server'],
  ['databaseStorageGiB', 'Disk of the server'],
  ['databaseIops', 'Storage operations'],
  ['readReplicas', 'Read replicas'],
  ['redisMemoryMiB', 'Memory of Redis'],
  ['objectStorageGiB', 'Stored files'],
  ['egressGiBPerMonth', 'Data to clients a month'],
  ['logGiBPerMonth', 'Logs a month'],
];

export function capacityRows({ scale: { capacity, poolSize, organizationLimit } }: Design): Row[] {
  return [
    ...CAPACITY.map(([key, label]) => {
      const isCount = key === 'apiPods' || key === 'workerPods';
      return withFormula(label, (stage) => (isCount ? bare(capacity[stage][key]) : capacity[stage][key]));
    }),
    withFormula('`DATABASE_POOL_SIZE`', () => poolSize),
    withFormula('`RATE_LIMIT_PER_ORGANIZATION`', () => organizationLimit),
  ];
}

function withFormula(label: string, factOf: (stage: Stage) => Fact): Row {
  const [reason] = factOf('launch').because;
  return {
    ...row(label, factOf),
    formula: reason ? code(reason.text.replace(/\.$/, '').replaceAll('`', '').replaceAll('|', '∣')) : '',
    source: sourceLink(reason?.source),
  };
}

/** `[Little’s law](https://…)` */
export function sourceLink(source: string | undefined): string {
  const key = (Object.keys(SOURCES) as (keyof typeof SOURCES)[]).find((one) => SOURCES[one] === source);
  return key === undefined ? '' : `[${SOURCE_NAMES[key]}](${addressOf(SOURCES[key])})`;
}

export function addressOf(source: string): string {
  return /https:\/\/\S+$/.exec(source)?.[0] ?? '';
}

const LARGEST_TABLES = 6;

/** The largest tables after 36 months. */
export function tableRowsByStage({
  scale: { tables },
}: Design): Record<'name' | 'rows' | 'launch' | 'rows36' | 'months36', string>[] {
  return Object.entries(tables)
    .toSorted(([, a], [, b]) => b.sizeMiB.months36.value - a.sizeMiB.months36.value)
    .slice(0, LARGEST_TABLES)
    .map(([name, { rows, sizeGiB }]) => ({
      name: code(name),
      rows: number(rows.launch.value),
      launch: amount(sizeGiB.launch),
      rows36: number(rows.months36.value),
      months36: amount(sizeGiB.months36),
    }));
}

export function assumptionRows({ scale }: Design): Record<'id' | 'text' | 'source' | 'effect' | 'key', string>[] {
  return scale.assumptions.map(({ id, text, source, effect, overriddenBy, at }) => ({
    id,
    text: markdownTableCell(text),
    // No line: the order of keys is of no meaning, and a comment more would change the page.
    source: at ? `${source}, in ${code('blueprint.yaml')}` : source,
    effect,
    key: overriddenBy === undefined ? 'none: a measurement replaces it' : code(overriddenBy),
  }));
}

/** What carries the load, in one sentence before the table. */
export function capacityLead({ scale: { capacity, rules }, entities }: Design): string {
  const { launch, months36 } = capacity;
  return (
    `Processors are planned for ${headline(rules.utilisation)} at peak, so requests for ${busiestWords(entities)} find ` +
    `${counted(launch.apiPods.value, 'process', 'processes')} at launch and ${number(months36.apiPods.value)} (modelled) after 36 months, one more than the peak needs.`
  );
}

export function tablesLead({ scale: { tables, workload }, entities }: Design): string {
  const [name, largest] =
    Object.entries(tables).toSorted(([, a], [, b]) => b.sizeMiB.months36.value - a.sizeMiB.months36.value)[0] ?? [];
  const beside = name === 'AuditLog' ? `, since each write to ${busiestWords(entities)} leaves an entry` : '';
  return largest
    ? `${code(name ?? '')} becomes the largest table: ${headline(largest.sizeGiB.months36)} of ${headline(workload.months36.storageGiB)}${beside}. Section 7 has the others.`
    : '';
}

export function assumptionsLead({ scale: { assumptions }, entities }: Design): string {
  const own = assumptions.filter(({ source }) => source !== 'default').length;
  const from =
    own === 0
      ? `None comes from ${code('blueprint.yaml')}`
      : `${number(own)} of them ${own === 1 ? 'stands' : 'stand'} in ${code('blueprint.yaml')}`;
  return `${number(assumptions.length)} assumptions carry these figures. ${from}; each of the others is a default that its key overrides, after which every figure about ${busiestWords(entities)} is computed again.`;
}
