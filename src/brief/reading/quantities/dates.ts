import type { Quote } from '../../brief.js';
import type { Quantity } from '../reading.js';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH = `(${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`;
const DATE = new RegExp(
  [
    '\\b((?:19|20)\\d{2})-(\\d{2})-(\\d{2})\\b',
    `\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}\\.?,? ((?:19|20)\\d{2})\\b`,
    `\\b${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?, ((?:19|20)\\d{2})\\b`,
    `\\b${MONTH}\\.? ((?:19|20)\\d{2})\\b`,
    '\\bq([1-4])[ /]?((?:19|20)\\d{2})\\b',
  ].join('|'),
  'gi',
);

/** Dates with a year; of a month or a quarter the first day. */
export function datesOf(sentence: string, quote: (from: number, to: number) => Quote): Quantity[] {
  return [...sentence.matchAll(DATE)].flatMap((match) => {
    const value = valueOf(match);
    return value === undefined
      ? []
      : [{ kind: 'date' as const, value, quote: quote(match.index, match.index + match[0].length) }];
  });
}

function valueOf(match: RegExpMatchArray): number | undefined {
  const [, y1, m1, d1, d2, m2, y2, m3, d3, y3, m4, y4, quarter, y5] = match;
  if (y1) return dateOf(Number(y1), Number(m1), Number(d1));
  if (y2) return dateOf(Number(y2), monthOf(m2!), Number(d2));
  if (y3) return dateOf(Number(y3), monthOf(m3!), Number(d3));
  if (y4) return dateOf(Number(y4), monthOf(m4!), 1);
  return dateOf(Number(y5), (Number(quarter) - 1) * 3 + 1, 1);
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;
}

function dateOf(year: number, month: number, day: number): number | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? year * 10_000 + month * 100 + day : undefined;
}
