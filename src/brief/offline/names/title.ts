import { capital, kebabCase, spacedCase } from '../../../text/case.js';
import { reservedSystemName } from '../../../text/reserved.js';
import type { Reading, Sentence } from '../../reading/reading.js';

/** How the system is called and described. */
export interface Title {
  /** kebab-case. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly goals: readonly string[];
}

const LONGEST_NAME = 40;
const LONGEST_TITLE = 80;
const LONGEST_SUMMARY = 240;
const MOST_GOALS = 4;

/**
 * Title and summary in the words of the brief: its heading, what it says it is called, or what it says it wants. `fallback` is a
 * word for the system when it says nothing of the kind; `isTelling` tells whether a sentence is about the system.
 */
export function titleOf(
  reading: Reading,
  {
    name,
    fallback,
    isTelling,
  }: { name?: string | undefined; fallback: string; isTelling: (sentence: number) => boolean },
): Title {
  const said = ownName(reading) ?? wanted(reading);
  const fromTitle = said === undefined ? '' : kebabName(said);
  const chosen = name ?? (fromTitle === '' ? kebabName(fallback) : fromTitle);
  const title = said !== undefined && fromTitle !== '' ? said : capital(spacedCase(chosen));
  return {
    name: reservedSystemName(chosen) === undefined ? chosen : `${chosen}-app`,
    title: title.slice(0, LONGEST_TITLE).trim(),
    summary: summaryOf(reading, isTelling) ?? `A backend for ${fallback}.`,
    goals: goalsOf(reading),
  };
}

/** A name that a package, a database and a namespace can have; empty when nothing of the text is left. */
function kebabName(text: string): string {
  const words = kebabCase(text.replaceAll('ß', 'ss').normalize('NFKD').replaceAll(/\p{M}/gu, '')).split('-');
  while (words.length > 0 && !/^[a-z]/.test(words[0]!)) words.shift();
  let name = '';
  for (const word of words) {
    const longer = name === '' ? word : `${name}-${word}`;
    if (longer.length > LONGEST_NAME - '-app'.length) break;
    name = longer;
  }
  return name;
}

/** The name that the brief gives to the system; its words name nothing else. */
export const ownName = (reading: Reading): string | undefined => heading(reading) ?? called(reading);

const EMPTY_HEADING =
  /^(?:(?:project |product |system |technical |customer |the |our |a )*(?:brief(?:ing)?|overview|introduction|background|about|summary|requirements?|specification|description|context|goals?|objectives?|features?|scope|vision|idea|what|why|who|how|mvp|problem|users?|notes?|draft|todo)\b.*|\d+.*)$/i;

function heading({ sentences }: Reading): string | undefined {
  const [first] = sentences;
  if (first?.kind !== 'heading' || first.words.length > 8) return undefined;
  const text = oneLine(first.quote.text).replace(/[*_`#]/g, '');
  const said =
    /^(?:project|product|brief(?:ing)?(?: for)?|specification(?: of| for)?|requirements for)[:\s]+(.+)$/i.exec(
      text,
    )?.[1] ?? text;
  const named = said
    .replace(/\s*[:–—|].*$/, '')
    .replace(/[.,;]+$/, '')
    .trim();
  return EMPTY_HEADING.test(named) || named.length > 60 ? undefined : named;
}

function called({ sentences }: Reading): string | undefined {
  for (const { quote } of sentences.slice(0, 20)) {
    const match =
      /\b(?:called|named|codenamed|known as|its name is)\s+["“'*_]*([A-Z][\p{L}\p{N}]*(?:[ -][A-Z][\p{L}\p{N}]*){0,3})/u.exec(
        oneLine(quote.text),
      );
    if (match) return match[1];
    const opening = /^([A-Z][a-z]*[\p{L}\p{N}]+(?: [A-Z][\p{L}\p{N}]*){0,2}) (?:is|will be) (?:a|an|the|our)\b/u.exec(
      oneLine(quote.text),
    );
    if (opening && !/^(?:This|That|It|There|Here|Our|The|My|Each|Every|Everything|What|Today)\b/.test(opening[1]!))
      return opening[1];
  }
  return undefined;
}

/** "We need", "I want to build", "Build": what follows is the system. */
const INTENT =
  /^(?:please )?(?:(?:we|i|they|our \w+)(?: also| now)? (?:(?:would |'d )?(?:need|want|like|plan)(?: to (?:build|have|make|create|offer|develop|launch|run))?|(?:are|am|'re|'m) (?:building|making|creating|developing|launching))|build|create|make|design|develop|generate|it is|this is)(?: me| us)? /i;
const ARTICLE = /^(?:an?|the|our|some) /i;
const PRAISE = /^(?:new|simple|small|multi[- ]tenant|modern|scalable|complete|full|little) (?=\w+ )/i;
/** Without an intent, only a phrase about software names the system: "Fleet management for …", not "A clinic has …". */
const SOFTWARE =
  /\b(?:management|system|platform|software|tool|app|application|service|backend|api|marketplace|shop|store|portal|crm|erp|cms|tracker|network|register|desk|planner|scheduler|directory|library|exchange|engine|suite|hub)$/i;
const PHRASE_END =
  /[,.;:()!?–—]|\s(?:for|with|that|which|where|to|in|on|and|so|used|as|from|by|is|are|has|have|who|can|must|should|where|whose|when|of)\s/i;

/** "We need a booking system for hairdressers" → Booking system. */
function wanted({ sentences }: Reading): string | undefined {
  const first = sentences.find(({ kind }) => kind !== 'heading');
  if (!first) return undefined;
  const text = oneLine(first.quote.text).replace(/^(?:hi|hello|hey|dear)\b[^,!.]{0,40}[,!.]\s*/i, '');
  const intended = text.replace(INTENT, '');
  const named = intended.replace(ARTICLE, '').replace(PRAISE, '').replace(PRAISE, '');
  const phrase = named.split(PHRASE_END)[0]!.trim();
  const isIntended = intended !== text && ARTICLE.test(intended);
  const isShort = phrase !== '' && phrase.split(' ').length <= 4 && phrase.length <= 40;
  if (!isShort || !/^[\p{L}\p{N} &/'’-]+$/u.test(phrase)) return undefined;
  const isGeneric =
    /^(?:(?:we|i|our|my)\b.*|platform|tool|system|app|application|service|software|backend|api|product|solution)$/i.test(
      phrase,
    );
  return !isGeneric && (isIntended || SOFTWARE.test(phrase)) ? capital(phrase) : undefined;
}

function summaryOf({ sentences }: Reading, isTelling: (sentence: number) => boolean): string | undefined {
  const prose = sentences
    .map((sentence, index) => ({ sentence, index }))
    .filter(({ sentence }) => sentence.kind !== 'heading');
  const telling = prose.find(({ sentence, index }) => isTelling(index) && sentence.words.length >= 3) ?? prose[0];
  if (!telling) return undefined;
  const text = oneLine(telling.sentence.quote.text).replace(/[;:,]$/, '');
  if (text.length <= LONGEST_SUMMARY) return text;
  const cut = text.slice(0, LONGEST_SUMMARY);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[,;:]$/, '')} …`;
}

/** What the brief says must be achieved: its goals by name, or what must never happen. */
function goalsOf({ sentences }: Reading): string[] {
  const under = sentences.filter(
    ({ kind, heading: over }) =>
      kind !== 'heading' && /\b(?:goals?|objectives?|success)\b/i.test(over ?? '') && !/non/i.test(over ?? ''),
  );
  const vows = sentences.filter(isVow);
  return (under.length > 0 ? under : vows)
    .slice(0, MOST_GOALS)
    .map(({ quote }) => oneLine(quote.text))
    .filter((text) => text.length <= LONGEST_SUMMARY);
}

const isVow = ({ kind, quote, words }: Sentence): boolean =>
  kind !== 'heading' &&
  words.length <= 30 &&
  /\b(?:must never|may never|must always|must not be|never be|our goal|the goal|the aim|cannot afford|matters? most)\b/i.test(
    quote.text,
  );

/** One line of a length that expressions can be run on. */
const oneLine = (text: string): string => text.slice(0, 1000).replaceAll(/\s+/g, ' ').trim();
