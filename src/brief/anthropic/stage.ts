import type { Effort } from './call/messages.js';
import type { WireFormat } from './call/wire-schema.js';

export const STAGE_IDS = ['clarify', 'design', 'entities', 'behaviour', 'cross', 'critique', 'prose'] as const;
export type StageId = (typeof STAGE_IDS)[number];

/** One kind of request: what is asked, in which shape it is answered, and how long the answer may be. */
export interface Stage<Answer> {
  readonly id: StageId;
  readonly format: WireFormat<Answer>;
  /** What is to be done, after the shared part of the prompt. */
  readonly task: string;
  /** With what the model thinks. Doubled, at most twice, when an answer is cut. */
  readonly maxTokens: number;
}

/** One request of a stage, for the whole system or for one context. */
export interface StageCall<Answer> {
  readonly stage: Stage<Answer>;
  /** `design`, `entities:sales`, `repair entities:sales`: what people and records call it. */
  readonly label: string;
  /** The same bytes for all calls that share a cache: brief, requirements, design. */
  readonly shared: string;
  /** What this call alone is about. */
  readonly input: string;
  /** What is wrong with an answer of the right shape, in sentences that tell how to mend it. */
  readonly check: (answer: Answer) => readonly string[];
}

export type StageResult<Answer> =
  | { readonly kind: 'done'; readonly answer: Answer }
  /** Everything was tried, and these problems are left; what is wrong has to be taken out. */
  | { readonly kind: 'flawed'; readonly answer: Answer; readonly problems: readonly string[] }
  /** There is no answer. */
  | { readonly kind: 'failed'; readonly why: string };

export interface StageModel {
  readonly model: string;
  readonly effort: Effort;
}
