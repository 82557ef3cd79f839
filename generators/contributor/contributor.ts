import type { FileRequest } from '../../src/plan/model.js';
import type { View } from '../../src/render/view.js';

/** Answers to the questions of a contributor, by name. */
export type Answers = Readonly<Record<string, string>>;

export interface Question {
  readonly name: string;
  readonly message: string;
  /** Asked as a choice where there are options. */
  readonly options?: readonly string[];
  /** What is wrong with an answer, in one sentence; `true` for a good one. */
  readonly validate?: (answer: string) => true | string;
}

/** One line in one of the lists that the product is made of. */
export interface ListLine {
  readonly file: string;
  /** Name of the constant, with the key inside where it is an object of lists: `STACK_OPTIONS.queue`. */
  readonly list: string;
  /** An expression, or `KEY: value` for an object. */
  readonly element: string;
  /** What the element needs. */
  readonly imports?: { readonly names: readonly string[]; readonly from: string };
}

/** What a contributor adds to this repository. */
export interface Contribution {
  readonly files: readonly FileRequest[];
  readonly lines: readonly ListLine[];
}

/** Writes the first version of one kind of thing that people add to this product: its files, its list lines and its test. */
export interface Contributor {
  readonly id: string;
  readonly description: string;
  readonly questions: readonly Question[];
  /** What its templates print; checked like every other view. */
  readonly view: View;
  contribute(answers: Answers): Contribution;
}
