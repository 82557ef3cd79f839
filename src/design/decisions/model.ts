import type { Position } from '../../blueprint/diagnostic.js';
import type { StackSlot } from '../../blueprint/model.js';
import type { Fact } from '../fact.js';

/** An architecture decision: what was asked, what was compared on what, and what the choice costs. Texts are plain, without Markdown. */
export interface Decision {
  /** 1, 2 …: the number of its record, `decisions/0001-….md`. */
  readonly number: number;
  /** `queue`, `tenancy`, `service-split`: the slot of the stack, or the name of the question. */
  readonly id: string;
  readonly slot?: StackSlot;
  /** `Queue` */
  readonly title: string;
  /** `Which queue carries the jobs?` */
  readonly question: string;
  readonly context: readonly string[];
  readonly criteria: readonly Criterion[];
  /** The best first; an option that a rule excludes stands behind all others. */
  readonly options: readonly ScoredOption[];
  /** Ids of options. `recommended` is the best; another one is chosen where it is pinned or is what the generator writes. */
  readonly recommended: string;
  readonly chosen: string;
  /** The best of those that were not chosen. */
  readonly runnerUp: string;
  readonly why: 'best' | 'pinned' | 'generated';
  readonly pinnedAt?: Position;
  /** Why this one, in one or two sentences with the numbers that decided. */
  readonly because: string;
  /** The same for a table: the criterion or rule that decides, and what it says of the chosen option. */
  readonly decisive: { readonly what: string; readonly because: string };
  /** What the choice gives up, quantified where it can be. */
  readonly costs: readonly string[];
  readonly risks: readonly { readonly risk: string; readonly mitigation: string }[];
  /** `more than 50,000 jobs per minute at peak (modelled at 36 months: 9,600)`. */
  readonly revisitWhen: readonly string[];
  /** Which option fits other scenarios: D15.3 "alternatives for other scenarios". */
  readonly alternatives: readonly { readonly scenario: string; readonly option: string }[];
  /** What taking the runner-up instead would change in this system. */
  readonly change: string;
  /** Every figure that the texts above say, apart from those of other parts of the design. */
  readonly figures: readonly Fact[];
  readonly part: 'generated' | 'designed';
}

export interface Criterion {
  readonly id: string;
  readonly label: string;
  /** 1 to 5. */
  readonly weight: Fact;
}

export interface ScoredOption {
  readonly id: string;
  /** `BullMQ on Redis` */
  readonly title: string;
  /** With version, support end and licence where it is a product: `PostgreSQL 18, supported until 2030-11, PostgreSQL licence`. */
  readonly about: string;
  readonly product?: Product;
  /** The rule that excludes it here, whatever it scores. */
  readonly unfit?: string;
  /** By criterion, 0 to 5, each with the reason. */
  readonly scores: Readonly<Record<string, { readonly score: number; readonly because: string }>>;
  /** Weighted mean of the scores, 0 to 5. */
  readonly total: Fact;
  readonly pros: readonly string[];
  readonly cons: readonly string[];
  /** Numbers of others that were used: benchmarks, surveys, limits; each with its source. */
  readonly evidence: readonly Fact[];
}

/** A product as its makers offer it. */
export interface Product {
  readonly version: string;
  /** A day, a month, or the rule that the makers give. */
  readonly supportedUntil: string;
  readonly licence: string;
}
