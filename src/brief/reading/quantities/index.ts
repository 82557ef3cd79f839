import type { Quote } from '../../brief.js';
import type { Quantity } from '../reading.js';
import type { Tagged } from '../tags.js';
import type { BriefFacts, Reader } from './context.js';
import { datesOf } from './dates.js';
import { growthOf } from './growth.js';
import { numeralsOf, type Numeral } from './numbers.js';
import { people } from './people.js';
import { availability, data, latency, requests, rows } from './performance.js';
import { budget, retention } from './terms.js';

/** In this order: the first that knows a number has it. */
const READERS: readonly Reader[] = [budget, latency, availability, data, requests, retention, rows, people];

const NINES: Readonly<Record<string, number>> = { two: 99, three: 99.9, four: 99.99, five: 99.999 };

/** The numbers of one sentence that say something about the system, in order. `start`: place of the sentence in the brief. */
export function quantitiesOf(text: string, start: number, words: readonly Tagged[], brief: BriefFacts): Quantity[] {
  if (
    !/\d/.test(text) &&
    !words.some(({ tag }) => tag === 'number') &&
    !/\b(?:doubl|tripl|trebl|quadrupl|fold)/i.test(text)
  )
    return [];
  const quote = (from: number, to: number): Quote => ({
    text: text.slice(from, to),
    start: start + from,
    end: start + to,
  });
  const dates = datesOf(text, quote);
  const growth = growthOf(text, quote);
  const taken = [...dates, ...growth].map((each) => each.quote).sort((a, b) => a.start - b.start);
  let nextTaken = 0;
  // Letter for letter, so that places stay; lines are of no meaning here.
  const lower = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()).replace(/\s/g, ' ');
  const found = [...dates, ...growth];
  let at = 0;
  for (const numeral of numeralsOf(text, start, words)) {
    while (nextTaken < taken.length && taken[nextTaken]!.end <= numeral.start) nextTaken += 1;
    if ((taken[nextTaken]?.start ?? Infinity) < numeral.end || isYear(numeral, lower, start)) continue;
    while (at < words.length && words[at]!.start < numeral.end) at += 1;
    const from = numeral.start - start;
    const to = numeral.end - start;
    const nines = /^\s+nines\b/.exec(lower.slice(to, to + 10));
    const percent = nines ? NINES[lower.slice(from, to)] : undefined;
    if (percent !== undefined) {
      found.push({ kind: 'availabilityPercent', value: percent, quote: quote(from, to + nines![0].length) });
      continue;
    }
    const around = {
      numeral,
      before: lower.slice(Math.max(0, from - 100), from),
      after: lower.slice(to, to + 100),
      sentence: lower.slice(Math.max(0, from - 200), to + 200),
      counted: countedBy(words, at, numeral),
      quote: (length: number) => quote(from, to + length),
      brief,
    };
    const findings = first(READERS, (reader) => reader(around)) ?? rest(around);
    found.push(...findings);
  }
  return found.sort((a, b) => a.quote.start - b.quote.start);
}

function first<Item, Value>(items: readonly Item[], value: (item: Item) => Value | undefined): Value | undefined {
  for (const item of items) {
    const found = value(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The words from `at` on that name what is counted. */
function countedBy(words: readonly Tagged[], at: number, numeral: Numeral): Tagged[] {
  const counted: Tagged[] = [];
  for (let n = at; n < words.length && counted.length < 5; n += 1) {
    const word = words[n]!;
    const isFirst = n === at;
    if (isFirst ? word.start - numeral.end > 2 : word.gap !== '' && word.gap !== '-') break;
    const isPart =
      /^(?:noun|name|adjective)$/.test(word.tag) ||
      (word.tag === 'verb' && /(?:ed|ing)$/.test(word.lower)) ||
      (word.tag === 'adverb' && word.lower.endsWith('ly'));
    if (!isPart) break;
    counted.push(word);
  }
  return counted;
}

/** A year of the calendar stands alone: `in 2027`. */
function isYear({ value, start: from, end }: Numeral, lower: string, start: number): boolean {
  return (
    end - from === 4 &&
    value >= 1900 &&
    value <= 2100 &&
    /\b(?:in|of|by|since|until|from|year|late|early|mid|end|spring|summer|autumn|fall|winter)\s+$/.test(
      lower.slice(Math.max(0, from - start - 10), from - start),
    )
  );
}

/** A number of something that no reader knows. */
const rest = ({ numeral, counted, quote }: Parameters<Reader>[0]): Quantity[] => {
  const noun = counted.findLast(({ tag }) => tag === 'noun');
  if (!noun || /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|times?)$/.test(noun.lower)) return [];
  return [{ kind: 'other', value: numeral.value, of: noun.lower, quote: quote(noun.end - numeral.end) }];
};
