import type { Brief } from '../brief.js';
import type { Draft } from '../draft.js';
import type { PlanOptions } from '../planner.js';
import type { MessagesClient } from './call/messages.js';
import type { Usage } from './call/prices.js';

export const PROFILES = ['economy', 'balanced', 'max'] as const;
export type Profile = (typeof PROFILES)[number];

/** What the planner needs of the world around it. */
export interface AnthropicSetup {
  /** Made by `createClient`; a test may give another. */
  readonly client: MessagesClient;
  readonly profile: Profile;
  /** Model of every stage, instead of the ones of the profile. Its price must be known. */
  readonly model?: string;
  /** Most that one run may cost, in USD; it is never passed. */
  readonly maxUsd: number;
  readonly store: StageStore;
  /** Plans without a model: what fills the holes of stages that failed. */
  readonly fallback: (brief: Brief, options: PlanOptions) => Promise<Draft>;
  /** Given once, at the end of every run, also of one that was interrupted. */
  readonly onRecord?: (record: RunRecord) => void;
  /** How long a stream may be silent, and how long to wait between attempts. Tests shorten them. */
  readonly patience?: Partial<Patience>;
}

/** Answers of finished stages by content. What cannot be read is a miss; what cannot be written is thrown. */
export interface StageStore {
  read(key: string): Promise<unknown>;
  /** @throws when the disk is full, read-only or gone; planning goes on. */
  write(key: string, value: unknown): Promise<void>;
}

/** All in milliseconds. */
export interface Patience {
  /** Until the first byte of an answer: the service may compile a schema for minutes at its first use. */
  readonly firstByteMs: number;
  /** Between two signs of life of a stream, pings included. */
  readonly idleMs: number;
  /** Before the second attempt; twice as long before the third. */
  readonly backoffMs: number;
  /** Longest wait that a server may ask for; a stage that should wait longer falls back. */
  readonly longestWaitMs: number;
}

export type CallOutcome =
  | 'done'
  /** The answer broke rules and was sent back with the list of them. */
  | 'invalid'
  | 'truncated'
  | 'refused'
  /** The transport failed or the service was overloaded. */
  | 'failed'
  /** The service said no, and would again: a wrong key, no credit, an unknown model, a bad request. */
  | 'rejected'
  | 'interrupted';

/** One request, without anything of its content. */
export interface CallRecord {
  readonly stage: string;
  readonly model: string;
  readonly requestId?: string;
  readonly usage: Usage;
  /** By the price table. For an answer that broke off it is the most it can have cost, because nobody says what it did cost. */
  readonly usd: number;
  readonly outcome: CallOutcome;
  readonly seconds: number;
}

/** What a run did and cost; kept beside the stage files. Holds no text of the brief, of a prompt or of an answer. */
export interface RunRecord {
  readonly planner: 'anthropic';
  readonly profile: Profile;
  readonly host: string;
  readonly pricesAsOf: string;
  readonly calls: readonly CallRecord[];
  /** Stages whose answer was there from an earlier run. */
  readonly resumed: readonly string[];
  readonly totalUsd: number;
  readonly maxUsd: number;
}

/** What a run is expected to need; the true figures depend on the brief and the model. */
export interface Estimate {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly usd: number;
  readonly models: readonly string[];
  readonly pricesAsOf: string;
  /** What was counted: the number of contexts and entities is guessed from the length of the brief. */
  readonly contexts: number;
  readonly entities: number;
}
