import type { Quote } from '../../brief.js';
import type { Reading, Sentence, Word } from '../../reading/reading.js';

/** A sentence, or a part of one that asks for something by itself. */
export interface Passage {
  readonly quote: Quote;
  /** Index of the sentence. */
  readonly sentence: number;
  readonly kind: Sentence['kind'];
  readonly words: readonly Word[];
}

/** The passages of a reading: its sentences, cut where a semicolon divides two of them. */
export function passagesOf({ sentences }: Reading): Passage[] {
  return sentences.flatMap(({ quote, kind, words }, sentence) =>
    cuts(quote).flatMap((part) => {
      const own = words.filter(({ start, end }) => start >= part.start && end <= part.end);
      return own.length === 0 ? [] : [{ quote: part, sentence, kind, words: own }];
    }),
  );
}

const FEWEST_WORDS = 2;

function cuts(quote: Quote): Quote[] {
  const parts = quote.text.split(';');
  if (parts.some((part) => part.trim().split(/\s+/).length < FEWEST_WORDS)) return [quote];
  let start = quote.start;
  return parts.map((part) => {
    const whole = trimmed({ text: part, start, end: start + part.length });
    start += part.length + 1;
    return whole;
  });
}

/** The quote without white space at its ends. */
function trimmed({ text, start }: Quote): Quote {
  const before = text.length - text.trimStart().length;
  const inner = text.trim();
  return { text: inner, start: start + before, end: start + before + inner.length };
}

/** Where a clause may begin or end: at a pause, or at a word that turns it round. */
const PAUSE = /[,;:](?=\s)|[()–—]|\bbut\b|\band\b(?=[^,]*\b(?:no|not|without|never)\b)/g;

/** The part of a quote from one place of the brief to another, widened to the pauses around it. */
export function clauseAround(quote: Quote, from: number, to: number): Quote {
  const before = quote.text.slice(0, from - quote.start);
  const after = quote.text.slice(to - quote.start);
  const opening = [...before.matchAll(PAUSE)].reduce(
    (last, { index, 0: mark }) => Math.max(last, index + mark.length),
    0,
  );
  const closing = /[,;:](?=\s)|[()–—]|\bbut\b|\.\s/.exec(after)?.index ?? after.length;
  const end = to - quote.start + closing;
  return trimmed({ text: quote.text.slice(opening, end), start: quote.start + opening, end: quote.start + end });
}
