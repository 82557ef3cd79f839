import { singular } from '../../../text/plural.js';
import type { Quote } from '../../brief.js';
import type { Reading, Sentence, Word } from '../../reading/reading.js';
import { isCommonNoun, isPossibleThing } from './common-words.js';

/** A noun that no block knows, and how much the brief treats it as a thing that the system keeps. */
export interface Candidate {
  /** Singular, lower case, of one to three words: `hive inspection`. */
  readonly name: string;
  readonly stem: string;
  /** Who acts rather than what is kept: "beekeepers log …". */
  readonly isPerson: boolean;
  readonly score: number;
  readonly mentions: readonly Mention[];
}

export interface Mention {
  readonly sentence: number;
  /** Words of the sentence from `from` to `to`, exclusive. */
  readonly from: number;
  readonly to: number;
  readonly plural: boolean;
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const KEEPING = set(`
  log logs logging track tracks tracking record records recording manage manages managing store stores keep keeps register registers
  create creates add adds list lists maintain maintains monitor monitors enter enters schedule schedules plan plans assign assigns
  submit submits upload uploads import catalogue catalog collect collects administer edit edits update updates write writes capture
  captures organize organise organizes file files post posts review reviews approve approves share shares handle handles
  book books borrow borrows lend lends rent rents reserve reserves sign signs announce announces hire hires give gives publish publishes
  sell sells buy buys order orders serve serves deliver delivers prepare prepares repair repairs clean cleans pay pays issue issues
  receive receives return returns choose chooses attend attends teach teaches join joins wear wears get gets draw draws assemble assembles
  install installs inspect inspects measure measures test tests grow grows breed breeds treat treats rate rates
`);
const KEPT = set(`
  recorded logged tracked stored kept managed registered created listed planned scheduled assigned submitted uploaded reviewed shared
  collected added entered maintained approved written
`);
const OWNING = set(
  'has have contains contain includes include consists holds hold owns own gets get needs need carries carry',
);
const COUNTING = set('each every a an all many several per any one two three multiple new');
const ACTING = set('can may must should will shall want wants need needs see sees');
const PERSON =
  /(?:keeper|er|or|ist|ant|ent|ian|man|woman|nurse|chef|guest|pilot|captain|clerk|judge|coach|parent|volunteer|staff|crew|person)$/;
const NO_PERSON =
  /(?:order|number|paper|folder|letter|offer|container|counter|layer|meter|computer|server|sensor|motor|monitor|door|floor|river|water|power|tower|flower|poster|register|calendar|chapter|quarter|winter|summer|corner|filter|router|printer|scanner|tracker|reminder|voucher|transfer|trailer|locker|answer|newsletter|cluster|master|center|color|factor|indicator|vector|error|mirror|plant|restaurant|grant|tenant|document|event|payment|comment|content|moment|element|component|shipment|equipment|treatment|measurement|assignment|segment|fragment|instrument|statement|agreement|department|apartment|experiment|accident|incident|patent|percent|parent company|plan|can|van|pan|loan|chair)$/;

/** Enough of the brief points at it: named twice as the object of "log", or counted and owning something. */
const ENOUGH = 2.5;
const ENOUGH_OF_A_COMMON_WORD = 5;

/** Whether the brief says enough about it to make something of it. */
export const isEvident = ({ score, name }: Candidate): boolean =>
  score >= (isPossibleThing(name.split(' ').at(-1)!) ? ENOUGH_OF_A_COMMON_WORD : ENOUGH);

/** Nouns outside the given places of the brief, with what speaks for each, the strongest first. */
export function candidatesIn(
  reading: Reading,
  known: readonly Pick<Quote, 'start' | 'end'>[],
  exceptStems: ReadonlySet<string>,
): Candidate[] {
  const covered = new Set<number>();
  for (const { start, end } of known) for (let at = start; at < end; at += 1) covered.add(at);
  const found = new Map<string, Candidate>();
  for (const [index, sentence] of reading.sentences.entries()) {
    for (const mention of mentionsIn(
      sentence,
      index,
      (word) => isOpen(word) && !covered.has(word.start) && !exceptStems.has(word.stem),
    )) {
      const words = sentence.words.slice(mention.from, mention.to);
      const stem = words.map((word) => word.stem).join(' ');
      const before = found.get(stem);
      const evidence = evidenceOf(sentence, mention);
      const isActing = evidence.acts && isPersonWord(words.at(-1)!);
      found.set(stem, {
        name: before?.name ?? nameOf(words),
        stem,
        isPerson: (before?.isPerson ?? false) || isActing,
        score: (before?.score ?? 0) + evidence.score + (before ? 1 : 0),
        mentions: [...(before?.mentions ?? []), mention],
      });
    }
  }
  // The order of the brief decides among equals: sorting is stable.
  return [...found.values()].sort((left, right) => right.score - left.score);
}

const isOpen = ({ noun, negated, lower }: Word): boolean =>
  noun && !negated && /^[a-z]+$/.test(lower) && (!isCommonNoun(lower) || isPossibleThing(lower));

/** Runs of such nouns side by side are one thing: "hive inspections". */
function mentionsIn({ words, kind, quote }: Sentence, sentence: number, isWanted: (word: Word) => boolean): Mention[] {
  const mentions: Mention[] = [];
  let from: number | undefined;
  for (let at = 0; at <= words.length; at += 1) {
    const word = words[at];
    const previous = words[at - 1];
    // "Beekeepers log hives": between nouns such a word is the verb.
    const isVerb = word !== undefined && at > 0 && KEEPING.has(word.lower) && isWanted(words[at - 1]!);
    const isNext = word !== undefined && isWanted(word) && !isVerb;
    const isJoined =
      isNext &&
      previous !== undefined &&
      quote.text.slice(previous.end - quote.start, word.start - quote.start).trim() === '';
    if (from !== undefined && !(isNext && isJoined && at - from < 3)) {
      mentions.push({ sentence, from, to: at, plural: isPlural(words[at - 1]!) });
      from = undefined;
    }
    if (isNext && from === undefined) from = at;
  }
  return kind === 'heading' ? mentions.filter(({ from: start, to }) => start === 0 && to === words.length) : mentions;
}

const isPlural = ({ lower }: Word): boolean => singular(lower) !== lower;

const isPersonWord = ({ lower }: Word): boolean => PERSON.test(singular(lower)) && !NO_PERSON.test(singular(lower));

const nameOf = (words: readonly Word[]): string =>
  words.map(({ lower }, index) => (index === words.length - 1 ? singular(lower) : lower)).join(' ');

/** What one mention says. "Beekeepers log hives and inspections" speaks for all that stands in the list. */
function evidenceOf({ words, kind }: Sentence, { from, to, plural }: Mention): { score: number; acts: boolean } {
  const before = words.slice(0, from).map(({ lower }) => lower);
  const after = words.slice(to, to + 3).map(({ lower }) => lower);
  const last = before.at(-1) ?? '';
  let score = 0;
  if (isObject(words, from)) score += 2;
  if (OWNING.has(after[0] ?? '')) score += 2;
  if (isKept(words, to)) score += 2;
  if (COUNTING.has(last)) score += 1;
  if (/^(?:the|their|its|his|her|our)$/.test(last)) score += 0.5;
  if (['of', 'per', 'to', 'for', 'by'].includes(last) || ['of', 'per', 'to', 'for', 'by'].includes(before.at(-2) ?? ''))
    score += 0.5;
  if (plural) score += 0.5;
  if (kind === 'heading' || (kind === 'bullet' && from <= 1)) score += 1;
  const acts = KEEPING.has(after[0] ?? '') || ACTING.has(after[0] ?? '');
  return { score, acts };
}

/** "Harvests of honey are recorded": within a few words, in a passive. */
function isKept(words: readonly Word[], to: number): boolean {
  const near = words.slice(to, to + 6).map(({ lower }) => lower);
  const be = near.findIndex((word) => /^(?:is|are|be|was|were)$/.test(word));
  return be >= 0 && near.slice(be + 1, be + 3).some((word) => KEPT.has(word));
}

/** How far a verb reaches: "log hives, queens, inspections and honey harvests". */
const REACH = 14;

function isObject(words: readonly Word[], from: number): boolean {
  for (let at = from - 1; at >= 0 && at >= from - REACH; at -= 1) {
    const { lower, noun } = words[at]!;
    if (KEEPING.has(lower) && !(noun && at === 0)) return true;
    const isListed =
      noun || /^(?:and|or|the|their|his|her|its|our|a|an|all|every|each|of|new|with|to|own|as|well)$/.test(lower);
    if (!isListed && from - at > 3) return false;
  }
  return false;
}
