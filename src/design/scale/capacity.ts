import { number } from '../amount.js';
import { modelled, type Fact, type Unit } from '../fact.js';
import type { Design } from '../model.js';
import { databaseOf } from './database.js';
import type { Capacity, ModelRules, ScaleDesign, Stage, TableDesign, Workload } from './model.js';
import { STAGE_TITLES } from './model.js';
import { SOURCES } from './sources.js';

export interface CapacityInput {
  readonly stage: Stage;
  readonly workload: Workload;
  readonly behaviour: ScaleDesign['behaviour'];
  readonly rules: ModelRules;
  readonly tables: Readonly<Record<string, TableDesign>>;
  readonly poolSize: Fact;
  /** Undefined as long as it is not decided. */
  readonly deploy: string | undefined;
}

/** A fact of one stage of the capacity. */
export function capacityFact(
  stage: Stage,
  key: keyof Capacity,
  label: string,
  value: number,
  unit: Unit,
  text: string,
  reason: Parameters<typeof modelled>[5] = {},
): Fact {
  return modelled(`capacity.${stage}.${key}`, `${label}, ${STAGE_TITLES[stage]}`, value, unit, text, reason);
}

/** Sizes of a process, the smallest first: two of a size carry what one of it can carry at the planned utilisation. */
const API_SIZES = [0.25, 0.5, 1];
const API_MEMORY_MIB = 512;
const WORKER_VCPU = 0.5;
const WORKER_MEMORY_MIB = 512;

/** What carries the load of one stage. */
export function capacityOf(design: Pick<Design, 'blueprint' | 'entities'>, input: CapacityInput): Capacity {
  const api = apiOf(input);
  const worker = workersOf(input);
  return {
    ...api,
    ...worker,
    ...databaseOf(input, api.apiPods.value + worker.workerPods.value),
    ...storesOf(design, input),
  };
}

type ApiCapacity = Pick<
  Capacity,
  'requestsInFlight' | 'apiVcpuAtPeak' | 'vcpuPerApiPod' | 'memoryMiBPerApiPod' | 'apiPods'
>;

function apiOf({ stage, workload, behaviour, rules }: CapacityInput): ApiCapacity {
  const { peakRequestsPerSecond: peak } = workload;
  const { cpuMsPerRequest: cpu, databaseMsPerRequest: held } = behaviour;
  const { utilisation, spareProcesses } = rules;
  const seconds = (cpu.value + held.value) / 1000;
  const inFlight = capacityFact(
    stage,
    'requestsInFlight',
    'requests in flight at peak',
    peak.value * seconds,
    'requests',
    `L = λ × W = ${number(peak.value)} requests/s × ${number(seconds)} s.`,
    { from: [peak.id, cpu.id, held.id], source: SOURCES.little },
  );
  const needed = (peak.value * cpu.value) / 1000;
  const atPeak = capacityFact(
    stage,
    'apiVcpuAtPeak',
    'processors that the API keeps busy at peak',
    needed,
    'vCPU',
    `L = λ × W = ${number(peak.value)} requests/s × ${number(cpu.value)} ms of processor.`,
    { from: [peak.id, cpu.id], source: SOURCES.little },
  );
  const share = utilisation.value / 100;
  const size = API_SIZES.find((one) => needed <= one * share) ?? 1;
  const perPod = capacityFact(
    stage,
    'vcpuPerApiPod',
    'processors of an API process',
    size,
    'vCPU',
    `Node.js uses one processor per process at most; ${number(size)} is the smallest size in which one process carries the peak alone, or a whole one.`,
    { from: [atPeak.id, utilisation.id] },
  );
  const memory = capacityFact(
    stage,
    'memoryMiBPerApiPod',
    'memory of an API process',
    API_MEMORY_MIB,
    'MiB',
    'The heap of a Node.js process of this kind with room for bodies and answers in flight.',
    { from: [inFlight.id] },
  );
  const busy = Math.ceil(needed / (size * share));
  const pods = Math.max(busy, 1) + spareProcesses.value;
  return {
    requestsInFlight: inFlight,
    apiVcpuAtPeak: atPeak,
    vcpuPerApiPod: perPod,
    memoryMiBPerApiPod: memory,
    apiPods: capacityFact(
      stage,
      'apiPods',
      'API processes',
      pods,
      'pods',
      `⌈${number(needed)} vCPU / (${number(size)} vCPU × ${number(utilisation.value)} %)⌉ + ${number(spareProcesses.value)}.`,
      { from: [atPeak.id, perPod.id, utilisation.id, spareProcesses.id], source: SOURCES.spare },
    ),
  };
}

type WorkerCapacity = Pick<Capacity, 'workerPods' | 'vcpuPerWorkerPod' | 'memoryMiBPerWorkerPod'>;

function workersOf({ stage, workload, rules }: CapacityInput): WorkerCapacity {
  const { peakJobsPerMinute: jobs } = workload;
  const { jobCpuMs, utilisation, spareProcesses } = rules;
  const needed = ((jobs.value / 60) * jobCpuMs.value) / 1000;
  const busy = Math.ceil(needed / ((WORKER_VCPU * utilisation.value) / 100));
  return {
    workerPods: capacityFact(
      stage,
      'workerPods',
      'worker processes',
      jobs.value === 0 ? 0 : Math.max(busy, 1) + spareProcesses.value,
      'pods',
      jobs.value === 0
        ? 'Nothing happens by itself, so no worker runs.'
        : `⌈${number(needed)} vCPU / (${number(WORKER_VCPU)} vCPU × ${number(utilisation.value)} %)⌉ + ${number(spareProcesses.value)}.`,
      { from: [jobs.id, jobCpuMs.id, utilisation.id, spareProcesses.id], source: SOURCES.little },
    ),
    vcpuPerWorkerPod: capacityFact(
      stage,
      'vcpuPerWorkerPod',
      'processors of a worker process',
      WORKER_VCPU,
      'vCPU',
      'Jobs wait for others most of the time, so half a processor serves several at once.',
      { from: [jobCpuMs.id] },
    ),
    memoryMiBPerWorkerPod: capacityFact(
      stage,
      'memoryMiBPerWorkerPod',
      'memory of a worker process',
      WORKER_MEMORY_MIB,
      'MiB',
      'As an API process: the same runtime and the same client of the database.',
    ),
  };
}

type StoreCapacity = Pick<Capacity, 'redisMemoryMiB' | 'objectStorageGiB' | 'egressGiBPerMonth' | 'logGiBPerMonth'>;

const RATE_LIMIT_BYTES = 2 * 120;
const CACHED_USER_BYTES = 1024;
const JOB_BYTES = 2048;
const JOBS_KEPT_MINUTES = 60;
const REDIS_FRAGMENTATION = 1.5;
/** What Compose gives Redis, and the least that is worth running. */
const LEAST_REDIS_MIB = 128;
const MIB = 1024 * 1024;

function storesOf({ entities }: Pick<Design, 'entities'>, input: CapacityInput): StoreCapacity {
  const { stage, workload, behaviour, rules, tables } = input;
  const { concurrentUsers: users, peakJobsPerMinute: jobs, requestsPerMonth: requests } = workload;
  const kept = users.value * (RATE_LIMIT_BYTES + CACHED_USER_BYTES) + jobs.value * JOBS_KEPT_MINUTES * JOB_BYTES;
  const files = entities.reduce((sum, { entity, fields }) => {
    // As in the sizes of rows, half of the optional fields hold a value.
    const perRow = fields
      .filter(({ field }) => field.type.kind === 'file')
      .reduce((count, { field }) => count + (field.optional ? 0.5 : 1), 0);
    return sum + perRow * (tables[entity.name]?.rows[stage].value ?? 0);
  }, 0);
  const logBytes = rules.logBytesPerRequest;
  return {
    redisMemoryMiB: capacityFact(
      stage,
      'redisMemoryMiB',
      'memory of Redis',
      Math.max(Math.ceil((kept * REDIS_FRAGMENTATION) / MIB), LEAST_REDIS_MIB),
      'MiB',
      `${number(users.value)} users × ${number(RATE_LIMIT_BYTES + CACHED_USER_BYTES)} bytes of counters and permissions, and the jobs of ${number(JOBS_KEPT_MINUTES)} minutes × ${number(JOB_BYTES)} bytes, × ${number(REDIS_FRAGMENTATION)} for fragmentation; ${number(LEAST_REDIS_MIB)} MiB at least.`,
      { from: [users.id, jobs.id] },
    ),
    objectStorageGiB: capacityFact(
      stage,
      'objectStorageGiB',
      'stored files',
      (files * behaviour.fileMiB.value) / 1024,
      'GiB',
      files === 0
        ? 'No entity has a field of type file.'
        : `${number(files)} files × ${number(behaviour.fileMiB.value)} MiB.`,
      { from: [behaviour.fileMiB.id] },
    ),
    egressGiBPerMonth: capacityFact(
      stage,
      'egressGiBPerMonth',
      'data sent to clients per month',
      (requests.value * behaviour.responseKiB.value) / (1024 * 1024),
      'GiB',
      `${number(requests.value)} requests × ${number(behaviour.responseKiB.value)} KiB.`,
      { from: [requests.id, behaviour.responseKiB.id] },
    ),
    logGiBPerMonth: capacityFact(
      stage,
      'logGiBPerMonth',
      'logs and traces per month',
      (requests.value * logBytes.value) / 1024 ** 3,
      'GiB',
      `${number(requests.value)} requests × ${number(logBytes.value)} bytes.`,
      { from: [requests.id, logBytes.id] },
    ),
  };
}
