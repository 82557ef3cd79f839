import type { Brief } from '../brief.js';
import { cuesOf } from './cues/index.js';
import { isEnglish } from './language.js';
import { excludes, negations } from './negation.js';
import { notABackend } from './not-a-backend.js';
import { isThingToKeep } from './nouns.js';
import { quantitiesOf } from './quantities/index.js';
import type { Quantity, Reading, Sentence, Word } from './reading.js';
import { passagesOf, type Passage } from './sentences.js';
import { tag, type Tagged } from './tags.js';
import { wordsOf } from './words.js';

interface Read {
  readonly sentence: Sentence;
  readonly tagged: readonly Tagged[];
}

/** Reads a brief. The time is linear in its length, and the same text gives the same reading on every machine. */
export function read(brief: Brief): Reading {
  const { text } = brief;
  const { passages, code } = passagesOf(text);
  const isExcluding = new Map<string, boolean>();
  const isRuledOut = (heading: string): boolean => {
    const known = isExcluding.get(heading);
    if (known !== undefined) return known;
    const found = excludes(heading);
    isExcluding.set(heading, found);
    return found;
  };
  const parts = passages.map((passage) => readPassage(passage, text, passage.headings.some(isRuledOut)));
  const lowers = parts.flatMap(({ tagged }) => tagged.map(({ lower }) => lower));
  const sentences = parts.map(({ sentence }) => sentence);
  const cues = cuesOf(text, sentences);
  // The 2 of "SOC 2" counts nothing.
  const rules = new Set(cues.filter(({ kind }) => kind === 'compliance').map(({ quote }) => quote.end));
  const facts = {
    isShared: cues.some(({ kind, value, negated }) => kind === 'tenancy' && value === 'shared' && !negated),
    isAboutRent: lowers.some((word) => /^(?:rents?|leases?|landlords?|rental|apartments?)$/.test(word)),
  };
  const quantities = parts.flatMap(({ sentence, tagged }) =>
    quantitiesOf(sentence.quote.text, sentence.quote.start, tagged, facts).filter(
      ({ quote }) =>
        !sentence.words.some((word) => word.negated && overlap(word, quote)) &&
        !rules.has(quote.start + /^\d*/.exec(quote.text)![0].length),
    ),
  );
  const prose = sentences.map(({ quote }) => quote.text).join('\n');
  const codeLength = code.reduce((sum, each) => sum + each.text.length, 0);
  const not = notABackend(prose, codeLength);
  return {
    sentences,
    code,
    english: isEnglish(lowers, prose),
    quantities: unique(quantities),
    cues,
    ...(not === undefined ? {} : { notABackend: not }),
  };
}

function readPassage({ start, end, kind, headings }: Passage, text: string, isOutside: boolean): Read {
  const quote = { text: text.slice(start, end), start, end };
  const isTitle = kind === 'heading' || kind === 'row';
  const tagged = tag(wordsOf(quote.text, start), text, isTitle);
  const negated = isOutside ? tagged.map(() => true) : negations(tagged, text);
  const words = tagged.map((each, at): Word => ({
    text: each.text,
    lower: each.lower,
    stem: each.stem,
    start: each.start,
    end: each.end,
    negated: negated[at]!,
    noun: isThingToKeep(each),
  }));
  const heading = headings.at(-1);
  return { sentence: { quote, kind, words, ...(heading === undefined ? {} : { heading }) }, tagged };
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

function overlap(one: Extent, other: Extent): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The same number of the same kind is said once. */
function unique(quantities: readonly Quantity[]): Quantity[] {
  const seen = new Set<string>();
  return quantities.filter(({ kind, value, of }) => {
    const key = `${kind} ${value} ${of ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}
