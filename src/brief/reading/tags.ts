import {
  ADJECTIVES,
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  NOUN_OR_VERB,
  NUMBER_WORDS,
  PAST_FORMS,
  PREPOSITIONS,
  PRONOUNS,
  SCALE_WORDS,
  TO_BE,
  VERBS,
} from './lexicon.js';
import { stemOf, type PlainWord } from './words.js';

/** Part of speech, as well as lists of words, endings and neighbours tell. */
export type Tag =
  | 'determiner'
  | 'pronoun'
  | 'preposition'
  | 'conjunction'
  | 'auxiliary'
  | 'be'
  | 'verb'
  | 'adverb'
  | 'adjective'
  | 'number'
  | 'noun'
  /** A proper noun. */
  | 'name';

export interface Tagged extends PlainWord {
  readonly tag: Tag;
  /** The signs between the word before and this one; empty where only space is. */
  readonly gap: string;
}

const verbStems = new Set([...VERBS].map(stemOf));
const eitherStems = new Set([...NOUN_OR_VERB].map(stemOf));
const NOUN_ENDING = /(?:tion|sion|ment|ness|ity|ance|ence|ship|age|ist|ism|ure|ery|dom|hood|logy|er|or|ee)s?$/;
const NOUNS_LIKE_ADJECTIVES =
  /^(?:time)?tables?$|^(?:vegetable|variable|receivable|payable|deliverable|consumable|wearable|cable)s?$/;

/** The words of one sentence with their parts of speech. `isTitle`: capital letters tell nothing, as in headings and tables. */
export function tag(words: readonly PlainWord[], text: string, isTitle: boolean): Tagged[] {
  const tagged: Tagged[] = [];
  for (const [at, word] of words.entries()) {
    const before = tagged[at - 1];
    const gap = before ? text.slice(before.end, word.start).trim() : '';
    const after = words[at + 1];
    const neighbours = {
      before: gap === '' || gap === "'" ? before : undefined,
      isFirst: at === 0,
      isTitle,
      next: after && text.slice(word.end, after.start).trim() === '' ? after : undefined,
    };
    tagged.push({ ...word, gap, tag: tagOf(word, neighbours) });
  }
  return tagged;
}

interface Neighbours {
  /** The word before, unless a sign stands between. */
  readonly before: Tagged | undefined;
  /** The word after, unless a sign stands between. */
  readonly next: PlainWord | undefined;
  readonly isFirst: boolean;
  readonly isTitle: boolean;
}

function tagOf(word: PlainWord, { before, next, isFirst, isTitle }: Neighbours): Tag {
  const { lower, stem } = word;
  if (/^\d/.test(lower) || NUMBER_WORDS.has(lower) || SCALE_WORDS.has(lower)) return 'number';
  if (lower === 'that') return before && isThing(before.tag) ? 'pronoun' : 'determiner';
  if (DETERMINERS.has(lower)) return 'determiner';
  if (PRONOUNS.has(lower)) return 'pronoun';
  if (TO_BE.has(lower)) return 'be';
  if (AUXILIARIES.has(lower)) return 'auxiliary';
  if (PREPOSITIONS.has(lower)) return 'preposition';
  if (CONJUNCTIONS.has(lower)) return 'conjunction';
  if (ADVERBS.has(lower)) return 'adverb';
  if (!isFirst && !isTitle && /^\p{Lu}/u.test(word.text) && word.text !== word.text.toUpperCase()) return 'name';
  if (before?.tag === 'auxiliary' && !isPlural(lower)) return 'verb';
  const opensPhrase = before !== undefined && /^(?:determiner|adjective|number|preposition)$/.test(before.tag);
  if (ADJECTIVES.has(lower)) return 'adjective';
  if (PAST_FORMS.has(lower)) return opensPhrase && next ? 'adjective' : 'verb';
  const isVerb = verbStems.has(stem);
  const isEither = eitherStems.has(stem);
  if (/(?:ed|[ao]wn)$/.test(lower) && lower.length > 4) return opensPhrase && next ? 'adjective' : 'verb';
  if (/(?:able|ible|ful|less|ous)$/.test(lower) && !NOUNS_LIKE_ADJECTIVES.test(lower)) return 'adjective';
  if (lower.endsWith('ly') && !/^(?:reply|supply|assembly|family|anomaly|fly)$/.test(lower)) return 'adverb';
  if (opensPhrase) return lower.endsWith('ing') && isVerb && before.tag === 'preposition' ? 'verb' : 'noun';
  if (before?.tag === 'pronoun' && (isVerb || isEither)) return 'verb';
  const opensObject = next !== undefined && opens(next.lower);
  if (isVerb) return NOUN_ENDING.test(lower) && !VERBS.has(lower.replace(/s$/, '')) ? 'noun' : 'verb';
  if (isEither) {
    const isAfterSubject = before === undefined || /^(?:noun|name|pronoun|conjunction|adverb)$/.test(before.tag);
    return isAfterSubject && opensObject ? 'verb' : 'noun';
  }
  // "A rider rents a bike": an ending in -s after one thing and before an object.
  if (isPlural(lower) && before?.tag === 'noun' && !isPlural(before.lower) && opensObject) return 'verb';
  return 'noun';
}

/** Whether a phrase about another thing may begin with the word. */
function opens(lower: string): boolean {
  return DETERMINERS.has(lower) || /^(?:it|them|him|her|us|me|to|through|into|onto|up|out)$/.test(lower);
}

export function isThing(tag: Tag): boolean {
  return tag === 'noun' || tag === 'name';
}

export function isPlural(lower: string): boolean {
  return /[^su]s$/.test(lower) && lower.length > 3;
}
