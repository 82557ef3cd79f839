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
  /** Its last word, which says what is spoken of, is ruled out. */
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
      if (others) others.push({ term, rest });
      else this.byFirst.set(first, [{ term, rest }]);
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
        return { ...term, sentence, from, to, start: word.start, end: last.end, negated: last.negated };
      }),
    );
  }
}

function keysOf(text: string): Key[] {
  return text.split(/\s+/).flatMap((piece) => {
    const isExact = piece.startsWith('=');
    return wordsOf(piece).map(({ lower, stem }) => (isExact ? `=${lower}` : stem));
  });
}

/** `bookings` is found by `=bookings` and `=booking`. */
function exactKeys({ lower }: Word): Key[] {
  const singulars = [/es$/, /s$/].flatMap((ending) => (ending.test(lower) ? [`=${lower.replace(ending, '')}`] : []));
  return [`=${lower}`, ...singulars];
}

const answers = (word: Word | undefined, key: Key): boolean =>
  word !== undefined && (key.startsWith('=') ? exactKeys(word).includes(key) : word.stem === key);
