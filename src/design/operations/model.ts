import type { Position } from '../../blueprint/diagnostic.js';
import type { PartId } from '../../blueprint/parts.js';
import type { Fact } from '../fact.js';
import type { Staged } from '../scale/model.js';

/** What flows from events to work. Each queue has one job type per reaction. */
export interface QueueDesign {
  /** `ordering`, `notifications`, `webhooks`, `schedules`; kebab-case. */
  readonly name: string;
  readonly purpose: string;
  readonly jobs: readonly JobDesign[];
  readonly concurrency: Fact;
  readonly attempts: Fact;
  readonly backoffMs: Fact;
  readonly maxBackoffMs: Fact;
  readonly timeoutMs: Fact;
  readonly peakJobsPerMinute: Staged<Fact>;
  /** `ordering-dead` */
  readonly deadLetterQueue: string;
  readonly part: PartId;
}

export interface JobDesign {
  /** `commit-reservation` */
  readonly name: string;
  /** Event, schedule or cron text. */
  readonly trigger: string;
  readonly effect: string;
  readonly priority: 'low' | 'normal' | 'high';
  /** Why running it twice does no harm. */
  readonly idempotency: string;
  readonly at?: Position;
}

/** One dependency of a process: how long it is waited for, and what happens when it is away. */
export interface DependencyPolicy {
  readonly id: string;
  readonly caller: string;
  readonly callee: string;
  readonly timeoutMs: Fact;
  readonly retries: string;
  /** Absent where a breaker would not help. */
  readonly breaker?: {
    readonly failures: Fact;
    readonly windowS: Fact;
    readonly openS: Fact;
    readonly halfOpenProbes: Fact;
  };
  readonly whenDown: string;
  readonly part: PartId;
  /** Where the value stands in the repository, for generated ones. */
  readonly where?: string;
}

export interface CacheDesign {
  readonly what: string;
  readonly key: string;
  readonly ttlS: Fact;
  readonly invalidation: string;
  readonly store: string;
  readonly part: PartId;
  readonly where?: string;
}

export interface SloDesign {
  readonly id: string;
  readonly title: string;
  readonly indicator: string;
  readonly objectivePercent: Fact;
  /** In 30 days, in the unit of the indicator: minutes for availability, requests for latency. */
  readonly errorBudget: Fact;
}

export interface AvailabilityDesign {
  readonly targetPercent: Fact;
  readonly components: readonly { readonly name: string; readonly percent: Fact; readonly redundancy: string }[];
  /** The product of the components. */
  readonly modelledPercent: Fact;
}

export interface SinglePoint {
  readonly component: string;
  readonly effect: string;
  readonly detection: string;
  readonly mitigation: string;
  readonly timeToRecover: Fact;
}

export interface MetricDesign {
  /** `http_server_request_duration_seconds` */
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly labels: readonly string[];
  readonly meaning: string;
  readonly part: PartId;
}

export interface AlertDesign {
  /** `OrderingQueueBacklog` */
  readonly name: string;
  readonly severity: 'page' | 'ticket';
  /** PromQL. */
  readonly expression: string;
  readonly forMinutes: Fact;
  readonly meaning: string;
  /** Anchor in section 12 or 9 with what to do. */
  readonly runbook: string;
  readonly part: PartId;
}

export interface RecoveryDesign {
  readonly dataClass: string;
  readonly contents: string;
  readonly rpoMinutes: Fact;
  readonly rtoMinutes: Fact;
  readonly method: string;
  readonly part: PartId;
}

export interface OperationsDesign {
  readonly queues: readonly QueueDesign[];
  readonly policies: readonly DependencyPolicy[];
  readonly caches: readonly CacheDesign[];
  readonly slos: readonly SloDesign[];
  readonly availability: AvailabilityDesign;
  readonly singlePoints: readonly SinglePoint[];
  readonly metrics: readonly MetricDesign[];
  readonly alerts: readonly AlertDesign[];
  readonly recovery: readonly RecoveryDesign[];
}
