import { numeralsOf } from '../reading/quantities/numbers.js';
import { wordsOf } from '../reading/words.js';

/** The number in an answer: `10000`, `10K`, `ten thousand`, `about 500 users`. Nothing when there is none, or more than one. */
export function numberIn(value: string): number | undefined {
  const numerals = numeralsOf(value, 0, wordsOf(value));
  return numerals.length === 1 && !/^\s*[-−]/.test(value) ? numerals[0]!.value : undefined;
}

/** The problem of an answer that should be a whole number from 1 to a billion. */
export function countProblem(value: string, what: string): string | undefined {
  const number = numberIn(value);
  const isCount = number !== undefined && Number.isInteger(number) && number >= 1 && number <= 1_000_000_000;
  return isCount ? undefined : `“${value}” is no number of ${what}; say a whole number such as 500 or 10K.`;
}

export function optionProblem(value: string, options: readonly string[]): string | undefined {
  return options.includes(value) ? undefined : `“${value}” is none of ${options.join(', ')}.`;
}

/** Digits in groups of three from ten thousand on: `1 000 000`, as texts about a system write numbers. */
export function printed(value: number): string {
  return value < 10_000 ? String(value) : String(value).replace(/\B(?=(?:\d{3})+(?!\d))/g, ' ');
}
