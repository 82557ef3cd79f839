import { stemmer } from 'stemmer';

/** A word of a text, before anything is known of its role. */
export interface PlainWord {
  readonly text: string;
  readonly lower: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /e-mails?(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:['’]\p{L}+)*/giu;

/** The words of a text, in order. Terms that are looked for in a brief are cut by the same function. `offset` is added to the places. */
export function wordsOf(text: string, offset = 0): PlainWord[] {
  const words: PlainWord[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const lower = lowerOf(word);
    words.push({ text: word, lower, stem: stemOf(lower), start: offset + index, end: offset + index + word.length });
  }
  return words;
}

/** `Customer’s` → `customer`, `don’t` → `don't`, `E-mail` → `email`. */
function lowerOf(word: string): string {
  const lower = word.toLowerCase().replaceAll('’', "'");
  if (lower.startsWith('e-mail')) return lower.replace('-', '');
  return lower.endsWith("'s") && !CONTRACTED.has(lower) ? lower.slice(0, -2) : lower;
}

/** Where the ending means `is`. */
const CONTRACTED = new Set(["it's", "that's", "there's", "here's", "what's", "who's", "he's", "she's", "let's"]);

/**
 * Stems are shared by what Porter's rules join. These nouns stay apart from the verb or noun they come from, because briefs mean
 * different things by them: a booking is no book, news are not new.
 */
const OWN_STEM = new Map(
  [
    'accounting booking building catering clothing drawing filing finding hearing holding landing listing marketing meeting',
    'offering opening painting parking posting rating reading recording setting string training warning wedding',
  ]
    .join(' ')
    .split(' ')
    .flatMap(
      (noun) =>
        [
          [noun, noun],
          [`${noun}s`, noun],
        ] as const,
    ),
)
  .set('news', 'news')
  .set('university', 'university')
  .set('universities', 'university')
  .set('people', 'person')
  .set('persons', 'person')
  .set('children', 'child')
  .set('men', 'man')
  .set('women', 'woman')
  .set('staff', 'staff')
  .set('data', 'data')
  .set('media', 'media');

/** British spellings as the American ones that share their stem. */
const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/^catalogue/, 'catalog'],
  [/^programme/, 'program'],
  [/^centre/, 'center'],
  [/^cheque/, 'check'],
  [/^licenc/, 'licens'],
  [/^enrol(?=ment|s?$)/, 'enroll'],
  [/^fulfil(?=ment|s?$)/, 'fulfill'],
  [/^dialogue/, 'dialog'],
  [/^(colo|favo|labo|neighbo|beh?avi?o|hono)ur/, '$1r'],
  [/^grey/, 'gray'],
  [/^jewellery/, 'jewelry'],
  [/^cancell(?=ed|ing|ation)/, 'cancel'],
  [/^travell(?=e|ing)/, 'travel'],
  [
    /^(?!exerc|prom|prec|conc|rev|superv|adv|disgu|surpr|comprom|franch|enterpr|merchand|expert|rais|prais|nois|rais)(\w{3,})is(e|ed|es|er|ers|ing|ation|ations|ational)$/,
    '$1iz$2',
  ],
];

const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

/** Stem of a lower-case word. */
export function stemOf(lower: string): string {
  const known = stems.get(lower);
  if (known !== undefined) return known;
  if (stems.size >= MOST_STEMS) stems.clear();
  const stem = OWN_STEM.get(lower) ?? stemOfSpelling(lower);
  stems.set(lower, stem);
  return stem;
}

function stemOfSpelling(lower: string): string {
  // Nobody's words are this long; the stemmer's expressions need not see them.
  if (lower.length > 60) return lower;
  return stemmer(BRITISH.reduce((word, [british, american]) => word.replace(british, american), lower));
}
