import type { Position } from '../../blueprint/diagnostic.js';
import type { PartId } from '../../blueprint/parts.js';
import type { Fact } from '../fact.js';
import type { Staged } from '../scale/model.js';

/** What the jobs of a queue work on; its rules of time and of repetition follow from it. */
export type QueueKind = 'context' | 'notifications' | 'integration' | 'webhooks' | 'maintenance';

/** What flows from events to work. */
export interface QueueDesign {
  /** `inventory`, `notifications`, `integration-stripe`, `webhooks`, `maintenance`; kebab-case. */
  readonly name: string;
  readonly kind: QueueKind;
  /** Half a sentence: `changes inventory when other contexts announce something`. */
  readonly purpose: string;
  readonly jobs: readonly JobDesign[];
  /** Jobs at work at the same moment in one worker process. */
  readonly concurrency: Fact;
  /** How long one job takes, mean. */
  readonly serviceMs: Fact;
  /** First try included; a job may declare its own. */
  readonly attempts: Fact;
  readonly backoffMs: Fact;
  readonly maxBackoffMs: Fact;
  /** How long the retries of one job wait together, at most, in minutes. */
  readonly totalBackoff: Fact;
  /** Share of the slots that is busy at the peak of 36 months. */
  readonly busyPercent: Fact;
  readonly timeoutMs: Fact;
  /** Jobs that events start; what the clock starts comes on top and is told by each job's trigger. */
  readonly peakJobsPerMinute: Staged<Fact>;
  /** From the event to the end of its job: the objective of the queue. */
  readonly freshnessS: Fact;
  /** `inventory-dead` */
  readonly deadLetterQueue: string;
  readonly part: PartId;
}

export interface JobDesign {
  /** `commit-reservation` */
  readonly name: string;
  /** Event, schedule or cron text. */
  readonly trigger: string;
  readonly startedBy: 'event' | 'clock' | 'partner';
  /** `Reservation.commit`, `stripe.refund`. */
  readonly effect: string;
  /** Condition of the blueprint on the rows that are touched. */
  readonly where?: string;
  readonly priority: 'low' | 'normal' | 'high';
  /** Why running it twice does no harm. */
  readonly idempotency: string;
  /** First try included. */
  readonly attempts: Fact;
  /** Where jobs about one aggregate may not overtake each other: its entity. */
  readonly orderedBy?: string;
  readonly at?: Position;
}

/** Something that the system announces, or is told by a partner. */
export interface EventDesign {
  /** `order.paid` */
  readonly type: string;
  /** A lifecycle action, the life of a row, a reaction that emits it in turn, or an integration. */
  readonly origin: 'action' | 'row' | 'reaction' | 'partner';
  /** `Order.markPaid`, `Lead`, `stripe`. */
  readonly source: string;
  readonly context?: string;
  /** Whether the generated code writes it into the outbox. */
  readonly recorded: boolean;
  /** `inventory: commit-reservation` */
  readonly consumers: readonly { readonly queue: string; readonly job: string }[];
}

/** Work that the base contexts need by the clock, whether or not there is a queue. */
export interface HousekeepingDesign {
  /** `delete-ended-sessions` */
  readonly name: string;
  readonly cron: string;
  readonly does: string;
  readonly table: string;
  readonly idempotency: string;
  readonly part: PartId;
}

/** What carries events from the outbox to the queues. */
export interface RelayDesign {
  readonly pollMs: Fact;
  readonly batch: Fact;
  /** Events per minute that polling alone could carry; a full batch is followed by the next without waiting. */
  readonly eventsPerMinute: Fact;
  /** How long published events stay, for replay. */
  readonly keptDays: Fact;
  /** Age of the oldest event without a job at which somebody is told. */
  readonly alarmS: Fact;
}

/** What holds for the jobs of every queue. */
export interface HandlingDesign {
  /** Share of a wait that chance takes away, so that jobs that failed together do not come back together. */
  readonly jitterPercent: Fact;
  /** How often a job may lose its worker before it is dead. */
  readonly lostWorkers: Fact;
  /** How long dead jobs stay. */
  readonly deadDays: Fact;
  /** How long finished jobs stay, to be looked at. */
  readonly doneHours: Fact;
}

/** One dependency of a process: how long it is waited for, and what happens when it is away. */
export interface DependencyPolicy {
  readonly id: string;
  readonly caller: string;
  readonly callee: string;
  /** What the time is for: `connecting`, `one transaction`. */
  readonly what: string;
  readonly timeoutMs: Fact;
  readonly retries: string;
  /** Absent where a breaker would not help. */
  readonly breaker?: BreakerDesign;
  /** Why there is none; only without a breaker. */
  readonly noBreaker?: string;
  readonly whenDown: string;
  readonly part: PartId;
  /** Where the value stands in the repository, for generated ones. */
  readonly where?: string;
}

export interface BreakerDesign {
  readonly failures: Fact;
  readonly windowS: Fact;
  readonly openS: Fact;
  readonly halfOpenProbes: Fact;
}

export interface CacheDesign {
  readonly what: string;
  readonly key: string;
  readonly ttlS: Fact;
  readonly invalidation: string;
  readonly store: string;
  readonly because: string;
  readonly part: PartId;
  readonly where?: string;
}

export interface SloDesign {
  readonly id: string;
  readonly title: string;
  readonly indicator: string;
  readonly objectivePercent: Fact;
  /** The limit that decides whether one event is good; absent for availability. */
  readonly threshold?: Fact;
  /** In 30 days, in the unit of the indicator: minutes for availability, requests or jobs for times. */
  readonly errorBudget: Fact;
  readonly part: PartId;
}

/** One pair of windows that must both burn before somebody is told. */
export interface BurnRate {
  readonly id: string;
  readonly severity: 'page' | 'ticket';
  /** `1h` */
  readonly long: string;
  /** `5m` */
  readonly short: string;
  readonly rate: Fact;
  /** Share of the budget of 30 days that is gone when it fires. */
  readonly budgetPercent: Fact;
}

export interface AvailabilityDesign {
  readonly targetPercent: Fact;
  readonly components: readonly AvailabilityComponent[];
  /** The product of the components. */
  readonly modelledPercent: Fact;
  /** Minutes in 30 days between what is modelled and what is promised: to spare where the target is met, missing where not. */
  readonly reserveMinutes: Fact;
  readonly meetsTarget: boolean;
  /** What has to change before more can be promised, the cheapest first. */
  readonly steps: readonly AvailabilityStep[];
}

export interface AvailabilityStep {
  readonly text: string;
  readonly afterPercent: Fact;
}

export interface AvailabilityComponent {
  readonly name: string;
  readonly percent: Fact;
  readonly redundancy: string;
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
  /** RED: rate, errors, duration of work. USE: utilisation, saturation, errors of a resource. */
  readonly method: 'RED' | 'USE' | 'business';
  readonly part: PartId;
}

export interface AlertDesign {
  /** `InventoryJobsLate` */
  readonly name: string;
  readonly severity: 'page' | 'ticket';
  /** PromQL. */
  readonly expression: string;
  readonly forMinutes: Fact;
  readonly meaning: string;
  readonly runbook: RunbookId;
  readonly part: PartId;
}

export type RunbookId = 'api-errors' | 'database' | 'jobs' | 'partner' | 'redis' | 'release';

/** What the person on call does about one kind of failure. */
export interface RunbookDesign {
  readonly id: RunbookId;
  readonly title: string;
  readonly symptom: string;
  readonly steps: readonly string[];
  readonly afterwards: string;
}

/** Which requests are kept as traces. */
export interface TracingDesign {
  /** Of those that went well; failed and slow ones are kept all. */
  readonly keptPercent: Fact;
  readonly tracesPerSecond: Fact;
  readonly keptDays: Fact;
}

/** Who is called, and how soon they answer. */
export interface OnCallDesign {
  readonly people: Fact;
  /** One week on call in so many. */
  readonly everyWeeks: Fact;
  readonly answerPage: Fact;
  readonly answerTicket: Fact;
  readonly review: Fact;
  /** Whether enough people share the nights. */
  readonly roundTheClock: boolean;
}

export interface LoadMixRow {
  readonly method: string;
  /** `/api/v1/orders/:id` */
  readonly path: string;
  readonly kind: 'reads' | 'writes';
  /** Of the requests of its kind. */
  readonly share: Fact;
  readonly perSecond: Fact;
}

/** How the promises will be tried before anybody relies on them. */
export interface LoadTestDesign {
  readonly mix: readonly LoadMixRow[];
  readonly users: Fact;
  readonly targetPerSecond: Fact;
  readonly stressPerSecond: Fact;
  readonly rampMinutes: Fact;
  readonly holdMinutes: Fact;
  readonly soakHours: Fact;
}

export interface RecoveryDesign {
  readonly dataClass: string;
  readonly contents: string;
  readonly rpoMinutes: Fact;
  readonly rtoMinutes: Fact;
  readonly method: string;
  readonly part: PartId;
}

/** Limits that keep one organization from taking what belongs to all. */
export interface TenantLimit {
  readonly resource: string;
  readonly limit: Fact;
  readonly effect: string;
  readonly part: PartId;
  readonly where?: string;
}

export interface OperationsDesign {
  /** By type: those that lifecycles emit, and those that something waits for. */
  readonly events: readonly EventDesign[];
  /** Empty where nothing happens besides requests: see `housekeeping` for what the clock still starts. */
  readonly queues: readonly QueueDesign[];
  readonly housekeeping: readonly HousekeepingDesign[];
  readonly relay: RelayDesign;
  readonly handling: HandlingDesign;
  /** What the numbers of the queue are for each priority; the least number runs first. */
  readonly priorities: Readonly<Record<JobDesign['priority'], Fact>>;
  readonly policies: readonly DependencyPolicy[];
  readonly caches: readonly CacheDesign[];
  readonly slos: readonly SloDesign[];
  readonly burnRates: readonly BurnRate[];
  readonly availability: AvailabilityDesign;
  readonly singlePoints: readonly SinglePoint[];
  readonly metrics: readonly MetricDesign[];
  /** Upper bounds of the histograms of times, in seconds. */
  readonly buckets: readonly number[];
  readonly series: { readonly requests: Fact; readonly withTenants: Fact };
  readonly tracing: TracingDesign;
  readonly onCall: OnCallDesign;
  readonly alerts: readonly AlertDesign[];
  readonly runbooks: readonly RunbookDesign[];
  readonly recovery: readonly RecoveryDesign[];
  readonly tenantLimits: readonly TenantLimit[];
  readonly loadTest: LoadTestDesign;
}
