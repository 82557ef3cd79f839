import type { Quote } from '../../brief.js';
import type { Quantity } from '../reading.js';
import type { Tagged } from '../tags.js';
import type { Numeral } from './numbers.js';

/** A number and what stands around it, in lower case. */
export interface Around {
  readonly numeral: Numeral;
  /** Up to 100 characters of the sentence before the number. */
  readonly before: string;
  /** Up to 100 characters of the sentence after it. */
  readonly after: string;
  /** Up to 400 characters of the sentence, the number in the middle. */
  readonly sentence: string;
  /** The words right after it that describe and name what is counted, without a pause: `concurrent users`. */
  readonly counted: readonly Tagged[];
  /** From the number to so many characters after its end. */
  readonly quote: (length: number) => Quote;
  /** What is known of the whole brief before its numbers are read. */
  readonly brief: BriefFacts;
}

export interface BriefFacts {
  /** Speaks of many organizations that are kept apart. */
  readonly isShared: boolean;
  /** Speaks of rent and leases: then tenants are people. */
  readonly isAboutRent: boolean;
}

/** What one number is. */
export type Finding = Quantity;

/** One kind of numbers: what a number is, or nothing when it is of another kind. */
export type Reader = (around: Around) => readonly Finding[] | undefined;

export const UNITS_PER_MONTH: Readonly<Record<string, number>> = { day: 30, week: 52 / 12, month: 1, year: 1 / 12 };
export const SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_592_000,
};
export const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };
