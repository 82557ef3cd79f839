import type { Source as SourceKind } from '../blueprint/model.js';
import type { Brief, Quote } from './brief.js';

/** Turns a brief into a blueprint. All planners give the same type, so that nothing after them knows which it was. */
export interface Planner {
  readonly id: 'offline' | 'anthropic' | 'import';
  /**
   * @throws BlueprintError when the brief describes no backend, when the person interrupts, or when nothing can be planned at all;
   * a stage that fails is not thrown: it falls back and stands in `degraded`.
   */
  plan(brief: Brief, options: PlanOptions, onEvent: (event: PlanEvent) => void): Promise<PlannedBlueprint>;
}

export interface PlanOptions {
  /** Name of the system, kebab-case; made from the brief when left out. */
  readonly name?: string;
  /** Answers at most six questions; whoever is not there to answer takes the defaults. */
  readonly answer: (questions: readonly Question[]) => Promise<readonly Answer[]>;
  readonly signal: AbortSignal;
}

/** A question whose answer changes the design. */
export interface Question {
  /** kebab-case; the key in an answers file. */
  readonly id: string;
  readonly question: string;
  /** What depends on it, in one sentence. */
  readonly changes: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Whether an answer may be something else than an option, e.g. another number. */
  readonly open: boolean;
  readonly default: string;
}

export interface Answer {
  readonly id: string;
  readonly value: string;
  /** `default`: nobody was there to answer; it becomes an assumption. */
  readonly by: 'person' | 'default';
}

export interface PlannedBlueprint {
  readonly planner: Planner['id'];
  /** Text of a `blueprint.yaml` without errors. */
  readonly text: string;
  readonly size: Size;
  /** Where each item came from; paths as in the file, e.g. `contexts.sales.entities.Deal`, `scale.concurrentUsers`. */
  readonly provenance: readonly ItemOrigin[];
  readonly requirements: readonly Requirement[];
  readonly assumptions: readonly PlannedAssumption[];
  /** What a person should decide before building on the blueprint; nothing waits for it. */
  readonly openQuestions: readonly string[];
  readonly coverage: Coverage;
  /** Stages that did not do what they should have, and what was done instead. */
  readonly degraded: readonly Degradation[];
}

/** What a blueprint holds. */
export interface Size {
  readonly contexts: number;
  readonly entities: number;
}

export interface ItemOrigin {
  readonly path: string;
  readonly source: SourceKind;
  /** One sentence, e.g. `The brief names deals.` */
  readonly because: string;
  /** Ids of requirements. */
  readonly requirements: readonly string[];
}

/** Something the brief asks for. */
export interface Requirement {
  /** `R1` … in the order of the brief. */
  readonly id: string;
  readonly quote: Quote;
  readonly kind: 'function' | 'quality' | 'constraint' | 'exclusion';
  /** `excluded`: the brief asks that it is left out, and it is. */
  readonly status: 'covered' | 'partial' | 'open' | 'excluded';
  /** What covers it, as in `requirements.by` of the blueprint: `sales.Deal`, `sales.Deal.win`, `scale.concurrentUsers`. */
  readonly by: readonly string[];
  /** What is missing, when it is not covered. */
  readonly note?: string;
}

export interface PlannedAssumption {
  readonly id: string;
  readonly text: string;
  readonly source: 'assumption' | 'answer' | 'brief' | 'model';
  /** Path of what it decides, if it decides a value. */
  readonly path?: string;
}

export interface Coverage {
  readonly covered: number;
  readonly partial: number;
  readonly open: number;
  readonly excluded: number;
  /** Words and passages that no step understood, verbatim. */
  readonly notUnderstood: readonly string[];
}

export interface Degradation {
  readonly stage: string;
  readonly why: string;
  readonly instead: string;
}

/** What is going on, for whoever watches. Texts come from a model or a brief: print them inert. */
export type PlanEvent =
  | { readonly type: 'stage'; readonly stage: string; readonly state: 'started' | 'resumed' | 'done' }
  /** Names of contexts, entities … as they appear. */
  | { readonly type: 'found'; readonly stage: string; readonly names: readonly string[] }
  | { readonly type: 'retry' | 'repair' | 'fallback'; readonly stage: string; readonly why: string }
  /** After each call: dollars of this call and of the run so far. */
  | { readonly type: 'cost'; readonly stage: string; readonly usd: number; readonly totalUsd: number };
