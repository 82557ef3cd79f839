import { number } from '../amount.js';
import type { Fact } from '../fact.js';
import { capacityFact, type CapacityInput } from './capacity.js';
import type { Capacity, TableDesign } from './model.js';
import { SOURCES } from './sources.js';

/** Sizes of the database server, in processors. */
export const DATABASE_SIZES = [2, 4, 8, 16, 32, 64];
const MEMORY_GIB_PER_VCPU = 4;
/** Of the memory, for pages of tables and indexes; the rest is connections, sorts and the operating system. */
const CACHE_SHARE = 0.75;
const LEAST_STORAGE_GIB = 20;
/** Page reads of a request, and page writes of a write: its row, its audit entry, their indexes and the WAL. */
const PAGES_PER_READ = 10;
const PAGES_PER_WRITE = 12;
/** What storage of the general kind gives without extra cost. */
export const INCLUDED_IOPS = 3000;
/** Amazon RDS: memory of the server in bytes / 9,531,392, at most 5,000. */
const BYTES_PER_CONNECTION = 9_531_392;
const MOST_CONNECTIONS = 5000;
/** PostgreSQL itself. */
const DEFAULT_CONNECTIONS = 100;

type DatabaseCapacity = Pick<
  Capacity,
  | 'busyConnections'
  | 'databaseVcpuAtPeak'
  | 'databaseVcpu'
  | 'databaseMemoryGiB'
  | 'databaseStorageGiB'
  | 'databaseIops'
  | 'databaseConnections'
  | 'connectionLimit'
  | 'readReplicas'
>;

/** The database server of one stage. `processes` are those that hold a pool. */
export function databaseOf(input: CapacityInput, processes: number): DatabaseCapacity {
  const { stage, workload, rules, tables, poolSize } = input;
  const { busy, atPeak } = loadOf(input);
  const workingSet = lastMonthGiB(tables, workload) / CACHE_SHARE;
  const forProcessors = atPeak.value / (rules.utilisation.value / 100);
  const forConnections = (busy.value - 1) / 2;
  const needed = Math.max(forProcessors, forConnections, workingSet / MEMORY_GIB_PER_VCPU);
  const largest = rules.largestDatabaseVcpu.value;
  const size = DATABASE_SIZES.find((one) => needed <= one) ?? largest;
  const vcpu = capacityFact(
    stage,
    'databaseVcpu',
    'processors of the database server',
    size,
    'vCPU',
    `The smallest of ${DATABASE_SIZES.join(', ')} that holds ${number(atPeak.value)} vCPU / ${number(rules.utilisation.value)} %, (${number(busy.value)} − 1) / 2 for ${number(busy.value)} busy connections, and ${number(workingSet)} GiB of memory for the pages of the last month.`,
    { from: [atPeak.id, busy.id, rules.utilisation.id], source: SOURCES.connections },
  );
  const memory = capacityFact(
    stage,
    'databaseMemoryGiB',
    'memory of the database server',
    size * MEMORY_GIB_PER_VCPU,
    'GiB',
    `${number(size)} vCPU × ${number(MEMORY_GIB_PER_VCPU)} GiB; a quarter of it is shared_buffers.`,
    { from: [vcpu.id], source: SOURCES.sharedBuffers },
  );
  const storage = storageOf(input);
  return {
    busyConnections: busy,
    databaseVcpuAtPeak: atPeak,
    databaseVcpu: vcpu,
    databaseMemoryGiB: memory,
    databaseStorageGiB: storage,
    databaseIops: iopsOf(input),
    databaseConnections: capacityFact(
      stage,
      'databaseConnections',
      'database connections of all processes',
      processes * poolSize.value,
      'connections',
      `${number(processes)} processes × ${number(poolSize.value)}.`,
      { from: [`capacity.${stage}.apiPods`, `capacity.${stage}.workerPods`, poolSize.id] },
    ),
    connectionLimit: limitOf(input, memory),
    readReplicas: capacityFact(
      stage,
      'readReplicas',
      'read replicas of the database',
      Math.max(Math.ceil(needed / largest) - 1, 0),
      'none',
      needed <= largest
        ? `One server of ${number(size)} vCPU carries reads and writes.`
        : `${number(needed)} vCPU / ${number(largest)} vCPU of the largest server, less the primary.`,
      { from: [atPeak.id, rules.largestDatabaseVcpu.id] },
    ),
  };
}

/** What the server accepts: a managed one by its memory, one that nobody has configured by its default. */
function limitOf({ stage, deploy }: CapacityInput, memory: Fact): Fact {
  const label = 'connections that the server accepts';
  if (deploy === 'compose') {
    const text = `max_connections of a PostgreSQL that nobody has configured: ${number(DEFAULT_CONNECTIONS)}.`;
    return capacityFact(stage, 'connectionLimit', label, DEFAULT_CONNECTIONS, 'connections', text, {
      source: SOURCES.defaultConnections,
    });
  }
  return capacityFact(
    stage,
    'connectionLimit',
    label,
    Math.min(Math.floor((memory.value * 1024 ** 3) / BYTES_PER_CONNECTION), MOST_CONNECTIONS),
    'connections',
    `min(${number(memory.value)} GiB / ${number(BYTES_PER_CONNECTION)} bytes, ${number(MOST_CONNECTIONS)}).`,
    { from: [memory.id], source: SOURCES.maxConnections },
  );
}

function loadOf({ stage, workload, behaviour, rules }: CapacityInput): { busy: Fact; atPeak: Fact } {
  const { peakRequestsPerSecond: peak, peakJobsPerMinute: jobs } = workload;
  const { databaseMsPerRequest: held } = behaviour;
  const busy = capacityFact(
    stage,
    'busyConnections',
    'busy database connections at peak',
    (peak.value * held.value + (jobs.value / 60) * rules.jobDatabaseMs.value) / 1000,
    'connections',
    `L = λ × W = ${number(peak.value)} requests/s × ${number(held.value)} ms + ${number(jobs.value)} jobs/min × ${number(rules.jobDatabaseMs.value)} ms.`,
    { from: [peak.id, held.id, jobs.id, rules.jobDatabaseMs.id], source: SOURCES.little },
  );
  const atPeak = capacityFact(
    stage,
    'databaseVcpuAtPeak',
    'processors that the database keeps busy at peak',
    (busy.value * rules.databaseCpuShare.value) / 100,
    'vCPU',
    `${number(busy.value)} busy connections × ${number(rules.databaseCpuShare.value)} %.`,
    { from: [busy.id, rules.databaseCpuShare.id] },
  );
  return { busy, atPeak };
}

/** Rows of the last month, which lists, details and actions read; the base tables are hardly read at all. */
function lastMonthGiB(tables: Readonly<Record<string, TableDesign>>, { rowsPerMonth }: Workload): number {
  const entities = Object.entries(tables).filter(
    ([name]) => !['AuditLog', 'OutboxEvent', 'RefreshToken'].includes(name),
  );
  const monthly = entities.reduce((sum, [, table]) => sum + table.rowsPerMonth.value, 0);
  const bytes = entities.reduce((sum, [, table]) => sum + table.rowsPerMonth.value * table.bytesPerRow.value, 0);
  return monthly === 0 ? 0 : (rowsPerMonth.value * (bytes / monthly)) / 1024 ** 3;
}
type Workload = CapacityInput['workload'];

function storageOf({ stage, workload, rules }: CapacityInput): Fact {
  const { storageGiB } = workload;
  const wanted = storageGiB.value / (1 - rules.storageHeadroom.value / 100);
  return capacityFact(
    stage,
    'databaseStorageGiB',
    'disk of the database server',
    Math.max(Math.ceil(wanted / 10) * 10, LEAST_STORAGE_GIB),
    'GiB',
    `${number(storageGiB.value)} GiB / (1 − ${number(rules.storageHeadroom.value)} %), in steps of 10 GiB, ${number(LEAST_STORAGE_GIB)} GiB at least.`,
    { from: [storageGiB.id, rules.storageHeadroom.id], source: SOURCES.storage },
  );
}

function iopsOf({ stage, workload, rules }: CapacityInput): Fact {
  const { peakReadsPerSecond: reads, peakWritesPerSecond: writes } = workload;
  const missed = (reads.value * PAGES_PER_READ * rules.cacheMissShare.value) / 100;
  const written = writes.value * PAGES_PER_WRITE;
  return capacityFact(
    stage,
    'databaseIops',
    'storage operations per second at peak',
    Math.ceil(missed + written),
    'IOPS',
    `${number(reads.value)} reads/s × ${PAGES_PER_READ} pages × ${number(rules.cacheMissShare.value)} % + ${number(writes.value)} writes/s × ${PAGES_PER_WRITE} pages.`,
    { from: [reads.id, writes.id, rules.cacheMissShare.id] },
  );
}
