import type { BlueprintSource } from '../../blueprint/schema/blueprint.js';
import type { Question } from '../planner.js';
import type { Reading } from '../reading/reading.js';
import type { StatedQualities } from '../reading/qualities.js';

/** What is known of a brief when questions are chosen. */
export interface Known {
  readonly reading: Reading;
  readonly parts: StatedQualities['parts'];
}

/** A question, when it is asked, and what its answer does. One file each; `index.ts` has the list. */
export interface QuestionRule {
  readonly id: string;
  /** The question for this brief; nothing when the brief answers it, or when the answer would change nothing. */
  readonly ask: (known: Known) => Omit<Question, 'id'> | undefined;
  /** Why an answer is none: one sentence that says what would be; nothing when it is one. */
  readonly problem: (value: string) => string | undefined;
  /** What the answer changes; nothing when it leaves the blueprint as it is, e.g. `none`. */
  readonly apply: (value: string, blueprint: BlueprintSource) => Change | undefined;
  /** The answer as a sentence, for the list of assumptions; nothing when it has no meaning for the blueprint. */
  readonly says: (value: string, blueprint: BlueprintSource) => string | undefined;
}

export interface Change {
  readonly blueprint: BlueprintSource;
  /** Path of the value in the blueprint. */
  readonly path: string;
}
