import type { Quote } from '../../brief.js';
import type { Cue, Sentence } from '../reading.js';
import { CUE_GROUPS } from './patterns.js';

/** The cues in the sentences of a brief, in order. The patterns are tried on the whole text at once; what no sentence holds is no cue. */
export function cuesOf(text: string, sentences: readonly Sentence[]): Cue[] {
  const cues = CUE_GROUPS.flatMap(({ patterns, regex }) =>
    [...text.matchAll(regex)].flatMap((found): Cue[] => {
      const match = found[0];
      const { kind, value } = patterns[found.findIndex((group, at) => at > 0 && group !== undefined) - 1]!;
      const quote = { text: match, start: found.index, end: found.index + match.length };
      const sentence = sentenceAround(quote, sentences);
      const named = value === '' ? match.toLowerCase() : value;
      return sentence ? [{ kind, value: named, quote, negated: isNegated(kind, quote, sentence) }] : [];
    }),
  );
  return withoutShadows(cues.sort((a, b) => a.quote.start - b.quote.start || b.quote.end - a.quote.end));
}

function sentenceAround({ start, end }: Quote, sentences: readonly Sentence[]): Sentence | undefined {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sentences[middle]!.quote.start <= start) low = middle;
    else high = middle - 1;
  }
  const found = sentences[low];
  return found && found.quote.start <= start && end <= found.quote.end ? found : undefined;
}

function isNegated(kind: Cue['kind'], quote: Quote, { quote: sentence, words }: Sentence): boolean {
  let at = 0;
  let high = words.length;
  while (at < high) {
    const middle = (at + high) >> 1;
    if (words[middle]!.end <= quote.start) at = middle + 1;
    else high = middle;
  }
  let some = false;
  let every = true;
  for (; at < words.length && words[at]!.start < quote.end; at += 1) {
    if (words[at]!.negated) some = true;
    else every = false;
  }
  // "None may see a row of another" holds a denial, and says all the same that there are many.
  if (kind === 'tenancy')
    return (
      (some && every) ||
      /\b(?:not|non|no)[\s-]+(?:an?\s+)?$/i.test(sentence.text.slice(0, quote.start - sentence.start).slice(-12))
    );
  return some || (kind === 'compliance' && isDeniedBefore(sentence.text, quote.start - sentence.start));
}

/**
 * Rules that are named and denied in one clause, in whatever words ("we are not subject to HIPAA", "outside of PCI"): an invented
 * compliance costs more than one that a question brings up.
 */
function isDeniedBefore(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 120), index);
  const clause = before.slice(
    Math.max(...['.', ';', ':', ',', '!', '?', '–', '—'].map((sign) => before.lastIndexOf(sign))) + 1,
  );
  const isDenied = /\b(?:no|not|never|without|outside|exempt|nor|neither)\b|n['’]t\b/i.test(clause);
  return isDenied && !/\b(?:violat|breach|break|ignor|forget|skip|only|compromis)/i.test(clause);
}

/** A webhook that comes in is said with the same word as one that goes out; the longer passage wins. */
function withoutShadows(cues: readonly Cue[]): Cue[] {
  const reach = new Map<Cue['kind'], number>();
  return cues.filter(({ kind, quote }) => {
    const isInside = quote.end <= (reach.get(kind) ?? 0) && kind !== 'compliance' && kind !== 'stack';
    reach.set(kind, Math.max(reach.get(kind) ?? 0, quote.end));
    return !isInside;
  });
}
