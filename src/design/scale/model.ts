import type { Position } from '../../blueprint/diagnostic.js';
import type { Source } from '../../blueprint/model.js';
import type { Fact } from '../fact.js';

/** The moments the document looks at. */
export const STAGES = ['launch', 'months12', 'months36'] as const;
export type Stage = (typeof STAGES)[number];
export type Staged<Value> = Readonly<Record<Stage, Value>>;

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
  readonly rowsPerMonth: Fact;
  readonly storageGiBPerMonth: Fact;
  /** Everything stored when the stage is reached, indexes included. */
  readonly storageGiB: Fact;
  readonly peakJobsPerMinute: Fact;
}

/** What carries the workload of one stage. */
export interface Capacity {
  readonly apiPods: Fact;
  readonly workerPods: Fact;
  readonly vcpuPerApiPod: Fact;
  readonly memoryMiBPerApiPod: Fact;
  readonly vcpuPerWorkerPod: Fact;
  readonly memoryMiBPerWorkerPod: Fact;
  readonly databaseVcpu: Fact;
  readonly databaseMemoryGiB: Fact;
  readonly databaseStorageGiB: Fact;
  readonly databaseIops: Fact;
  /** Of all processes together. */
  readonly databaseConnections: Fact;
  readonly readReplicas: Fact;
  readonly redisMemoryMiB: Fact;
  readonly objectStorageGiB: Fact;
  readonly egressGiBPerMonth: Fact;
  readonly logGiBPerMonth: Fact;
}

/** What stops the growth first, and the step that removes it; the nearest limit first. */
export interface Bottleneck {
  readonly component: string;
  /** Factor on the load of the launch at which it is reached. */
  readonly reachedAt: Fact;
  readonly because: string;
  readonly step: string;
}

/** Users, load, and what carries it. */
export interface ScaleDesign {
  readonly assumptions: readonly AssumptionDesign[];
  readonly constraints: readonly ConstraintDesign[];
  /** What one user does, as used by the model; given or assumed. */
  readonly behaviour: Readonly<Record<string, Fact>>;
  readonly workload: Staged<Workload>;
  readonly capacity: Staged<Capacity>;
  /** `DATABASE_POOL_SIZE` of every process, by the formula of the connection pool. */
  readonly poolSize: Fact;
  /** Rows and size of each table after 12 and 36 months. By entity name. */
  readonly tables: Readonly<Record<string, { readonly rows: Staged<Fact>; readonly sizeMiB: Staged<Fact> }>>;
  readonly bottlenecks: readonly Bottleneck[];
}
