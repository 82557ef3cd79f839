import type { Position } from '../../blueprint/diagnostic.js';
import type { Source } from '../../blueprint/model.js';
import type { BehaviourKey } from '../../blueprint/scale.js';
import type { Fact } from '../fact.js';

/** The moments the document looks at: the first month, the twelfth and the thirty-sixth. */
export const STAGES = ['launch', 'months12', 'months36'] as const;
export type Stage = (typeof STAGES)[number];
export type Staged<Value> = Readonly<Record<Stage, Value>>;

export const STAGE_TITLES: Staged<string> = { launch: 'launch', months12: '12 months', months36: '36 months' };

/** One value for each stage. */
export function staged<Value>(make: (stage: Stage) => Value): Staged<Value> {
  return { launch: make('launch'), months12: make('months12'), months36: make('months36') };
}

/** Something that the design takes for true. */
export interface AssumptionDesign {
  /** The author's own id, or the next free `D1`, `D2` … */
  readonly id: string;
  readonly text: string;
  readonly source: Source | 'default';
  /** What changes when it is wrong. */
  readonly effect: string;
  /** The key of the blueprint that overrides it, e.g. `scale.behaviour.readShare`; absent where only people can. */
  readonly overriddenBy?: string;
  readonly at?: Position;
}

/** Something that the design may not change. */
export interface ConstraintDesign {
  /** `C1` … */
  readonly id: string;
  readonly text: string;
  readonly effect: string;
  readonly at?: Position;
}

/** What the people of one stage ask of the system. */
export interface Workload {
  readonly concurrentUsers: Fact;
  readonly tenants: Fact;
  readonly averageRequestsPerSecond: Fact;
  readonly peakRequestsPerSecond: Fact;
  readonly peakReadsPerSecond: Fact;
  readonly peakWritesPerSecond: Fact;
  readonly requestsPerMonth: Fact;
  /** Of the largest organization, at peak. */
  readonly largestTenantRequestsPerMinute: Fact;
  /** New rows of the entities of the blueprint. */
  readonly rowsPerMonth: Fact;
  /** Of all tables, indexes included. */
  readonly storageGiBPerMonth: Fact;
  /** Everything stored when the stage is reached, indexes included. */
  readonly storageGiB: Fact;
  readonly peakJobsPerMinute: Fact;
  readonly messagesPerMonth: Fact;
}

/** What carries the workload of one stage. */
export interface Capacity {
  /** Requests that are being answered at the same moment at peak, by Little's law. */
  readonly requestsInFlight: Fact;
  /** Processor time that the requests of a second need at peak. */
  readonly apiVcpuAtPeak: Fact;
  readonly apiPods: Fact;
  readonly workerPods: Fact;
  readonly vcpuPerApiPod: Fact;
  readonly memoryMiBPerApiPod: Fact;
  readonly vcpuPerWorkerPod: Fact;
  readonly memoryMiBPerWorkerPod: Fact;
  readonly databaseVcpuAtPeak: Fact;
  readonly databaseVcpu: Fact;
  readonly databaseMemoryGiB: Fact;
  readonly databaseStorageGiB: Fact;
  readonly databaseIops: Fact;
  /** Connections that hold a query or a transaction at the same moment at peak, by Little's law. */
  readonly busyConnections: Fact;
  /** Of all processes together, when every pool is full. */
  readonly databaseConnections: Fact;
  /** What the server of this size accepts. */
  readonly connectionLimit: Fact;
  readonly readReplicas: Fact;
  readonly redisMemoryMiB: Fact;
  readonly objectStorageGiB: Fact;
  readonly egressGiBPerMonth: Fact;
  readonly logGiBPerMonth: Fact;
}

/** What stops the growth first, and the step that removes it; the nearest limit first. */
export interface Bottleneck {
  readonly id: string;
  readonly component: string;
  /** What the launch has, and what it uses of it. */
  readonly capacity: Fact;
  readonly used: Fact;
  /** Factor on the load of the launch at which it is reached. */
  readonly reachedAt: Fact;
  readonly because: string;
  readonly step: string;
  /** Further figures that the step says. */
  readonly figures: readonly Fact[];
}

export interface TableDesign {
  readonly rows: Staged<Fact>;
  readonly sizeMiB: Staged<Fact>;
  /** The same, for large tables. */
  readonly sizeGiB: Staged<Fact>;
  /** Of one row, its entries in the indexes included. */
  readonly bytesPerRow: Fact;
  /** At launch. */
  readonly rowsPerMonth: Fact;
}

/** Constants of the model that no blueprint sets; each an assumption or a cited rule. */
export interface ModelRules {
  readonly utilisation: Fact;
  readonly spareProcesses: Fact;
  readonly partsPerWhole: Fact;
  readonly everydayWeight: Fact;
  readonly freeSpace: Fact;
  readonly storageHeadroom: Fact;
  readonly jobCpuMs: Fact;
  readonly jobDatabaseMs: Fact;
  readonly databaseCpuShare: Fact;
  readonly cacheMissShare: Fact;
  readonly logBytesPerRequest: Fact;
  readonly logDays: Fact;
  readonly largestTenantFactor: Fact;
  readonly subscribersPerEvent: Fact;
  readonly largestDatabaseVcpu: Fact;
  readonly reservedConnections: Fact;
  readonly leastRedisGib: Fact;
}

/** Users, load, and what carries it. */
export interface ScaleDesign {
  readonly assumptions: readonly AssumptionDesign[];
  readonly constraints: readonly ConstraintDesign[];
  /** The first is where the system runs; the others hold copies of its backups. Never empty. */
  readonly regions: readonly string[];
  /** Factor on the load of the launch. */
  readonly growth: Staged<Fact>;
  /** What one user does, as used by the model; given or assumed. */
  readonly behaviour: Readonly<Record<BehaviourKey, Fact>>;
  readonly rules: ModelRules;
  readonly workload: Staged<Workload>;
  readonly capacity: Staged<Capacity>;
  /** `DATABASE_POOL_SIZE` of every process, by the formula of the connection pool. */
  readonly poolSize: Fact;
  /** `RATE_LIMIT_PER_ORGANIZATION`: requests per minute; the largest organization stays below it at launch. */
  readonly organizationLimit: Fact;
  /** Rows and size of each table. By entity name; also `AuditLog`, `OutboxEvent` and `RefreshToken` of the base. */
  readonly tables: Readonly<Record<string, TableDesign>>;
  readonly bottlenecks: readonly Bottleneck[];
}
