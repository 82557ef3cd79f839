import type { Quote } from '../brief.js';

/** A brief as a program understands it: its sentences, words, numbers and cues. Deterministic. */
export interface Reading {
  readonly sentences: readonly Sentence[];
  /** Blocks of code and comments, passed over: no word, number or cue comes from them. */
  readonly code: readonly Quote[];
  /** The language most of it seems to be in; what is not English is matched by its numbers and international words only. */
  readonly english: boolean;
  readonly quantities: readonly Quantity[];
  readonly cues: readonly Cue[];
  /** Set when the brief describes something that is no backend: a game, a static page. One sentence for the person. */
  readonly notABackend?: string;
}

export interface Sentence {
  readonly quote: Quote;
  readonly kind: 'prose' | 'heading' | 'bullet' | 'row';
  /** The heading it stands under, without its marks. */
  readonly heading?: string;
  readonly words: readonly Word[];
}

export interface Word {
  /** As written. */
  readonly text: string;
  /** Lower case, without a possessive ending. */
  readonly lower: string;
  /** Porter stem of the lower-case word; see `words.ts` for what is kept apart. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** Stands in what the brief rules out: "no payments", "payments are out of scope", "without chat". */
  readonly negated: boolean;
  /** Looks like a noun that names a thing: by position, ending and the words around it. */
  readonly noun: boolean;
}

/** A number with what it counts. */
export interface Quantity {
  readonly kind:
    | 'concurrentUsers'
    | 'users'
    | 'tenants'
    | 'requestsPerSecond'
    | 'latencyMs'
    | 'availabilityPercent'
    | 'dataGb'
    | 'monthlyBudgetUsd'
    | 'engineers'
    | 'retentionDays'
    | 'growthMonths12'
    | 'growthMonths36'
    | 'rowsPerMonth'
    | 'date'
    /** A number of something else, e.g. "12 warehouses". */
    | 'other';
  /** In the unit of the kind; a date as YYYYMMDD. */
  readonly value: number;
  readonly quote: Quote;
  /** What is counted, in lower case as written; of `users`, `tenants`, `rowsPerMonth` and `other`. */
  readonly of?: string;
  /** What was taken for granted on the way to the value, one sentence; it belongs among the assumptions. */
  readonly note?: string;
}

/** Something said about the whole system. */
export interface Cue {
  readonly kind:
    | 'compliance'
    | 'tenancy'
    | 'region'
    | 'integration'
    | 'ordering'
    | 'reads'
    | 'webhooks'
    | 'stack'
    /** A technology that the generator has no option for. */
    | 'unsupported';
  /** `gdpr`; `shared` or `single`; `eu-central-1`; `stripe`; `strict`; `graph`; `outbound`; `queue=rabbitmq`; `database=mongodb`. */
  readonly value: string;
  readonly quote: Quote;
  readonly negated: boolean;
}
