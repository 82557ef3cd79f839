import type { Sentence, Word } from '../../reading/reading.js';
import { stemOf, wordsOf } from '../../reading/words.js';

/** A word or phrase, and what it speaks of. */
export interface Term<Target> {
  /** A word that begins with `=` is compared as it stands, or in its plural; all others by their stems. */
  readonly text: string;
  readonly target: Target;
}

/** A term found in a brief: the words from `from` to `to`, exclusive, of one sentence. */
export interface Match<Target> extends Term<Target> {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** Stems of the words that were found: price and pricing are one. */
  readonly key: string;
  /** A word of it is ruled out. */
  readonly negated: boolean;
}

/** What a word is found by: its stem, or `=` and the word itself. */
type Key = string;

/** Finds all terms in one walk over the words, however many terms there are. */
export class TermIndex<Target> {
  private readonly byFirst = new Map<Key, { term: Term<Target>; rest: readonly Key[] }[]>();

  constructor(terms: Iterable<Term<Target>>) {
    for (const term of terms) {
      const [first, ...rest] = keysOf(term.text);
      if (first === undefined) continue;
      const others = this.byFirst.get(first);
      const entry = { term, rest };
      if (others) others.push(entry);
      else this.byFirst.set(first, [entry]);
    }
  }

  matches(sentences: readonly Sentence[]): Match<Target>[] {
    const found: Match<Target>[] = [];
    sentences.forEach(({ words }, sentence) => {
      words.forEach((word, from) => {
        this.matchesAt(word.stem, words, from, sentence, found);
        for (const key of exactKeys(word)) this.matchesAt(key, words, from, sentence, found);
      });
    });
    return found;
  }

  private matchesAt(key: Key, words: readonly Word[], from: number, sentence: number, found: Match<Target>[]): void {
    for (const { term, rest } of this.byFirst.get(key) ?? []) {
      if (!rest.every((wanted, offset) => answers(words[from + 1 + offset], wanted))) continue;
      const own = words.slice(from, from + rest.length + 1);
      found.push({
        text: term.text,
        target: term.target,
        key: own.map(({ stem }) => stem).join(' '),
        sentence,
        from,
        to: from + own.length,
        start: own[0]!.start,
        end: own.at(-1)!.end,
        negated: own.some(({ negated }) => negated),
      });
    }
  }
}

const keys = new Map<string, readonly Key[]>();
const MOST_KEYS = 50_000;

/** Names of fields and states come again and again: each is cut and stemmed once. */
function keysOf(text: string): readonly Key[] {
  const known = keys.get(text);
  if (known) return known;
  if (keys.size >= MOST_KEYS) keys.clear();
  const made = makeKeys(text);
  keys.set(text, made);
  return made;
}

function makeKeys(text: string): Key[] {
  return text.split(' ').flatMap((piece) => {
    if (piece.startsWith('=') && PLAIN.test(piece.slice(1))) return piece.toLowerCase();
    if (PLAIN.test(piece)) return stemOf(piece.toLowerCase());
    const isExact = piece.startsWith('=');
    return wordsOf(piece).map(({ lower, stem }) => (isExact ? `=${lower}` : stem));
  });
}

/** Most terms are such words; they need no cutting. */
const PLAIN = /^[A-Za-z]+$/;

const exactForms = new WeakMap<Word, readonly Key[]>();

/** `bookings` is found by `=bookings` and `=booking`. */
function exactKeys(word: Word): readonly Key[] {
  const known = exactForms.get(word);
  if (known) return known;
  const { lower } = word;
  const exact = [`=${lower}`];
  if (lower.endsWith('s')) exact.push(`=${lower.slice(0, -1)}`);
  if (lower.endsWith('es')) exact.push(`=${lower.slice(0, -2)}`);
  if (lower.endsWith('ies')) exact.push(`=${lower.slice(0, -3)}y`);
  exactForms.set(word, exact);
  return exact;
}

const answers = (word: Word | undefined, key: Key): boolean =>
  word !== undefined && (key.startsWith('=') ? exactKeys(word).includes(key) : word.stem === key);
