import { NUMBER_WORDS, SCALE_WORDS } from '../lexicon.js';
import type { PlainWord } from '../words.js';

/** A number in a text; of a range its upper end, with the place of the whole. */
export interface Numeral {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** The sign of a currency right before it. */
  readonly currency?: string;
}

const DIGITS =
  /(?<![\p{L}\p{N}_#/.,])(?:([$€£])\s?)?(\d{1,3}(?:[ \u00a0\u202f’']\d{3})+(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d{1,15}(?:[.,]\d{1,6})?)(?:\s?(k|K|mn|mio|M|bn|B)(?![\p{L}\p{N}])|\s(hundred|thousand|million|billion)(?![\p{L}\p{N}]))?\+?/gu;

const FACTORS: Readonly<Record<string, number>> = {
  k: 1000,
  mn: 1_000_000,
  mio: 1_000_000,
  m: 1_000_000,
  bn: 1_000_000_000,
  b: 1_000_000_000,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  billion: 1_000_000_000,
};

/** Units that may hang on a number. */
const UNIT = /^(?:ms|s|sec|[KMGTkmgt]i?[Bb]|USD|usd|EUR|eur|rps|qps|h|d|y|x)(?![\p{L}\p{N}])/u;

/** All numbers of a sentence, in order: `10K`, `10 000`, `1.5 million`, `ten thousand`, `5–10`, `a dozen`. Places are those of `words`. */
export function numeralsOf(text: string, offset: number, words: readonly PlainWord[]): Numeral[] {
  const found = [...digits(text, offset), ...spelled(words, text, offset)];
  return merged(
    found.sort((a, b) => a.start - b.start),
    (from, to) => text.slice(from - offset, to - offset),
  );
}

function digits(text: string, offset: number): Numeral[] {
  const found: Numeral[] = [];
  for (const { 0: all, 1: currency, 2: number, 3: suffix, 4: word, index } of text.matchAll(DIGITS)) {
    const end = index + all.length;
    const after = text.slice(end, end + 12);
    // `3rd`, `2FA`, `24/7`, `1.2.3`, `12-bit`, `covid-19` count nothing.
    if (/^[\p{L}\p{N}_]/u.test(after) && !UNIT.test(after)) continue;
    if (/^(?:\/\d|[.:]\d|-(?!day|week|month|year|person|people|engineer)\p{L})/u.test(after)) continue;
    if (/(?:(?:\p{L}|[a-z]\d)-|\w:)$/u.test(text.slice(Math.max(0, index - 2), index))) continue;
    const value = valueOf(number!, after) * (FACTORS[(suffix ?? word ?? '').toLowerCase()] ?? 1);
    found.push({
      value: Number(value.toPrecision(12)),
      start: offset + index,
      end: offset + end,
      ...(currency ? { currency } : {}),
    });
  }
  return found;
}

/** `1,500` and `1.500` are thousands; `1,5`, `99.95` and `99.950 %` are not. */
function valueOf(number: string, after: string): number {
  const plain = number.replace(/[ \u00a0\u202f’']/g, '');
  const isGrouped =
    /^\d{1,3}(?:,\d{3})+$/.test(plain) ||
    /^\d{1,3}(?:\.\d{3}){2,}$/.test(plain) ||
    (/^[1-9]\d{0,2}\.\d{3}$/.test(plain) && !/^\s?(?:%|per ?cent|s\b|sec)/.test(after));
  return Number(isGrouped ? plain.replace(/[.,]/g, '') : plain.replace(',', '.'));
}

/** Runs of words such as `two hundred and fifty`, `a million`, `half a million`. */
function spelled(words: readonly PlainWord[], text: string, offset: number): Numeral[] {
  const found: Numeral[] = [];
  const isNumber = (at: number) => {
    const lower = words[at]?.lower ?? '';
    return NUMBER_WORDS.has(lower) || SCALE_WORDS.has(lower);
  };
  const isNear = (at: number) => /^[\s-]+$/.test(text.slice(words[at - 1]!.end - offset, words[at]!.start - offset));
  for (let at = 0; at < words.length; at += 1) {
    if (!isNumber(at)) continue;
    let end = at + 1;
    while (end < words.length && isNear(end)) {
      if (isNumber(end)) end += 1;
      else if (words[end]!.lower === 'and' && SCALE_WORDS.has(words[end - 1]!.lower) && isNumber(end + 1)) end += 2;
      else break;
    }
    const lowers = words.slice(at, end).map(({ lower }) => lower);
    const value = spelledValue(lowers);
    // Digits before a word of scale ("10 thousand") are read with it.
    const isVague =
      at > 0 && /^(?:few|several|couple|many|some)$/.test(words[at - 1]!.lower) && SCALE_WORDS.has(lowers[0]!);
    const isTail = at > 0 && /^\d/.test(words[at - 1]!.lower) && SCALE_WORDS.has(lowers[0]!);
    if (value !== undefined && !isTail && !isVague) {
      const hasArticle = at > 0 && SCALE_WORDS.has(lowers[0]!) && /^an?$/.test(words[at - 1]!.lower);
      const isHalf = hasArticle && words[at - 2]?.lower === 'half';
      const first = isHalf ? at - 2 : hasArticle ? at - 1 : at;
      found.push({ value: isHalf ? value / 2 : value, start: words[first]!.start, end: words[end - 1]!.end });
    }
    at = end - 1;
  }
  return found;
}

function spelledValue(words: readonly string[]): number | undefined {
  // "One" alone is a pronoun more often than a number; "thousands" is none at all.
  if (words[0] === 'one' && words.length === 1) return undefined;
  if (/^(?:hundreds|thousands|millions)$/.test(words[0]!)) return undefined;
  let total = 0;
  let current: number | undefined;
  for (const word of words) {
    const small = NUMBER_WORDS.get(word);
    const scale = SCALE_WORDS.get(word);
    if (small !== undefined) current = (current ?? 0) + small;
    else if (scale === 100 || scale === 12) current = (current ?? 1) * scale;
    else if (scale !== undefined) {
      total += (current ?? 1) * scale;
      current = undefined;
    }
  }
  return total + (current ?? 0);
}

/** Joins `5–10`, `5 to 10` and `between 5 and 10` to their upper end. */
function merged(numerals: readonly Numeral[], slice: (from: number, to: number) => string): Numeral[] {
  const result: Numeral[] = [];
  for (const numeral of numerals) {
    const last = result.at(-1);
    if (last && last.end > numeral.start) continue;
    const between = last && numeral.start - last.end <= 12 ? slice(last.end, numeral.start) : '-';
    const isRange =
      last !== undefined &&
      numeral.value >= last.value &&
      (/^\s*(?:-|–|—|to|or|\.\.)\s*$/.test(between) ||
        (/^\s*and\s*$/.test(between) && /between\s+$/i.test(slice(last.start - 12, last.start))));
    if (isRange && numeral.start - last.end <= 12) {
      const currency = last.currency ?? numeral.currency;
      result[result.length - 1] = { ...numeral, start: last.start, ...(currency ? { currency } : {}) };
    } else result.push(numeral);
  }
  return result;
}
