import type { Position } from '../../blueprint/diagnostic.js';
import type { StackSlot } from '../../blueprint/model.js';
import type { PartId } from '../../blueprint/parts.js';
import type { Fact } from '../fact.js';
import type { Product } from './model.js';
import type { Situation } from './situation.js';

/** A decision before it is made for one system: what is asked, on what it is judged, and what can be chosen. */
export interface Question {
  /** File name of its record, and the slot where it is one of the stack. */
  readonly id: string;
  readonly slot?: StackSlot;
  readonly title: string;
  readonly question: string;
  /** What the generator writes, where no slot of the stack says so. */
  readonly generated?: (situation: Situation) => readonly string[];
  /** The part of the system that an option is, where the table of generated options does not say whether it is written. */
  readonly parts?: Readonly<Record<string, PartId>>;
  readonly options: readonly OptionRule[];
  /** What it computes for itself and its texts say. */
  readonly figures?: (situation: Situation) => readonly Fact[];
  context(situation: Situation): readonly string[];
  criteria(situation: Situation): readonly CriterionRule[];
  /** What the blueprint fixes, where no slot of the stack says so. */
  pinned?(situation: Situation): { readonly option: string; readonly at: Position } | undefined;
  alternatives(situation: Situation): readonly { readonly scenario: string; readonly option: string }[];
}

export interface CriterionRule {
  readonly id: string;
  readonly label: string;
  /** 1 (hardly matters here) to 5 (decides). */
  readonly weight: number;
  /** What in this system makes it weigh that much. */
  readonly because: string;
  /** Facts that the weight follows from. */
  readonly from?: readonly Fact<unknown>[];
  readonly at?: Position;
}

/** 0 (does not do it) to 5 (nothing to wish for), and why. */
export type Score = readonly [score: number, because: string];

export interface OptionRule {
  readonly id: string;
  readonly title: string;
  /** One phrase, for what is no product. */
  readonly about?: string;
  readonly product?: Product;
  readonly evidence?: readonly Fact[];
  /** The rule that excludes it here; absent where none does. */
  unfit?(situation: Situation): string | undefined;
  /** By criterion; every criterion of the question. */
  scores(situation: Situation): Readonly<Record<string, Score>>;
  pros(situation: Situation): readonly string[];
  cons(situation: Situation): readonly string[];
  /** What choosing it gives up here. */
  costs(situation: Situation): readonly string[];
  risks(situation: Situation): readonly { readonly risk: string; readonly mitigation: string }[];
  revisitWhen(situation: Situation): readonly string[];
  /** What changes where it replaces another option. */
  change(situation: Situation): string;
}
