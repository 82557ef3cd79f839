import type { Sentence, Word } from '../reading/reading.js';
import { wordsOf } from '../reading/words.js';

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
    return sentences.flatMap(({ words }, sentence) =>
      words.flatMap((_, from) => this.matchesAt(words, from, sentence)),
    );
  }

  private matchesAt(words: readonly Word[], from: number, sentence: number): Match<Target>[] {
    const word = words[from]!;
    return [word.stem, ...exactKeys(word)].flatMap((key) =>
      (this.byFirst.get(key) ?? []).flatMap(({ term, rest }) => {
        if (!rest.every((wanted, offset) => answers(words[from + 1 + offset], wanted))) return [];
        const last = words[from + rest.length]!;
        const to = from + rest.length + 1;
        const key = words
          .slice(from, to)
          .map(({ stem }) => stem)
          .join(' ');
        return {
          ...term,
          key,
          sentence,
          from,
          to,
          start: word.start,
          end: last.end,
          negated: words.slice(from, to).some(({ negated }) => negated),
        };
      }),
    );
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
  return text.split(/\s+/).flatMap((piece) => {
    const isExact = piece.startsWith('=');
    return wordsOf(piece).map(({ lower, stem }) => (isExact ? `=${lower}` : stem));
  });
}

/** `bookings` is found by `=bookings` and `=booking`. */
function exactKeys({ lower }: Word): Key[] {
  const exact = [`=${lower}`];
  if (lower.endsWith('s')) exact.push(`=${lower.slice(0, -1)}`);
  if (lower.endsWith('es')) exact.push(`=${lower.slice(0, -2)}`);
  if (lower.endsWith('ies')) exact.push(`=${lower.slice(0, -3)}y`);
  return exact;
}

const answers = (word: Word | undefined, key: Key): boolean =>
  word !== undefined && (key.startsWith('=') ? exactKeys(word).includes(key) : word.stem === key);
