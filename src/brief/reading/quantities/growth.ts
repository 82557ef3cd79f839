import type { Quote } from '../../brief.js';
import type { Quantity } from '../reading.js';
import { NUMBER_WORDS } from '../lexicon.js';

const FACTOR =
  /\b(?:(\d{1,4}(?:[.,]\d+)?|[a-z]{3,7})(?: ?x\b| ?times\b(?! (?:a|per) )|-?fold\b)|(doubl(?=e)|tripl(?=e)|trebl(?=e)|quadrupl(?=e)|doubl(?=ing)|tripl(?=ing)|twice(?= (?:that|as|the|today)))[a-z]*\b|(\d{1,4}(?:[.,]\d+)?) ?(?:%|per ?cent))/gi;
const FOLD: Readonly<Record<string, number>> = { doubl: 2, tripl: 3, trebl: 3, quadrupl: 4, twice: 2 };
const GROWING =
  /\b(?:grow\w*|expect\w*|times (?:that|as|the|today|this|more)|doubl\w+|tripl\w+|quadrupl\w+|trebl\w+|\w+fold|twice|increase\w*|scale to|today)\b/i;

/** How much larger the load becomes, and until when: `eight times that in three years`, `doubling every year`, `30 % growth a year`. */
export function growthOf(sentence: string, quote: (from: number, to: number) => Quote): Quantity[] {
  if (!GROWING.test(sentence)) return [];
  for (const match of sentence.matchAll(FACTOR)) {
    const factor = factorOf(match);
    if (factor === undefined || factor <= 1 || factor > 10_000) continue;
    const around = {
      from: Math.max(0, match.index - 80),
      to: Math.min(sentence.length, match.index + match[0].length + 80),
    };
    if (match[3] && !/\bgrow\w*|increase/i.test(sentence.slice(around.from, around.to))) continue;
    const horizon = horizonOf(sentence.slice(around.from, around.to), match.index - around.from);
    if (horizon === undefined) continue;
    return quantities(factor, horizon, quote(match.index, match.index + match[0].length));
  }
  return [];
}

function factorOf({ 1: times, 2: fold, 3: percent }: RegExpMatchArray): number | undefined {
  if (fold) return FOLD[fold.toLowerCase()];
  if (percent) return 1 + Number(percent.replace(',', '.')) / 100;
  if (!times) return undefined;
  return (
    NUMBER_WORDS.get(times.toLowerCase().replace(/^twofold$/, 'two')) ??
    (/^\d/.test(times) ? Number(times.replace(',', '.')) : undefined)
  );
}

interface Horizon {
  readonly months: number;
  /** The factor applies again each time. */
  readonly isRepeated: boolean;
}

function horizonOf(text: string, at: number): Horizon | undefined {
  const every =
    /\b(?:every|each|per|a|year on|year over)\s+(?:(\d+|two|three|six) )?(year|month|quarter)s?\b|\b(?:annually|yearly|year-on-year)\b/i.exec(
      text.slice(at),
    );
  const within =
    /\b(?:in|within|over|after|by)\s+(?:the\s+)?(?:next\s+|first\s+|coming\s+)?(?:about\s+)?(?:(\d+|a|one|two|three|four|five|six|twelve|eighteen)\s+)?(year|month)s?\b|\b(next year)\b/i.exec(
      text,
    );
  if (within && !every?.[0].toLowerCase().startsWith('every')) {
    if (within[3]) return { months: 12, isRepeated: false };
    return { months: countOf(within[1]) * (within[2]!.toLowerCase() === 'year' ? 12 : 1), isRepeated: false };
  }
  if (!every) return undefined;
  const unit = every[2]?.toLowerCase() ?? 'year';
  return { months: countOf(every[1]) * (unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1), isRepeated: true };
}

function countOf(word: string | undefined): number {
  if (word === undefined || /^an?$/i.test(word)) return 1;
  return NUMBER_WORDS.get(word.toLowerCase()) ?? Number(word);
}

/** Factors after one year and three; what is not said is on the same curve. */
function quantities(factor: number, { months, isRepeated }: Horizon, quote: Quote): Quantity[] {
  const at = (month: number) => Math.min(1_000_000, Math.round(factor ** (month / months) * 10) / 10);
  const note = `Growth is taken as steady: ${quote.text} says something about ${months} months only.`;
  const isSaid = (month: number) => isRepeated || month === months;
  return [
    { kind: 'growthMonths12', value: at(12), quote, ...(isSaid(12) ? {} : { note }) },
    { kind: 'growthMonths36', value: at(36), quote, ...(isSaid(36) ? {} : { note }) },
  ];
}
