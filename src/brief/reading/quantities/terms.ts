import { DAYS, type Reader } from './context.js';

const CURRENCY: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP' };

/** A budget for running the system, per month: `4 000 dollars a month`, `$50k a year`. Prices of goods are none. */
export const budget: Reader = ({ numeral, before, after, sentence, quote }) => {
  const ahead = /\b(usd|eur|gbp|chf|us\$)\s?$/.exec(before)?.[1];
  const sign = numeral.currency ?? /^\s?([$€£])/.exec(after)?.[1];
  const word = /^\s?(?:us )?(dollars?|usd|bucks|euros?|eur|pounds?|gbp|chf|francs?)\b/.exec(after);
  if (!sign && !word && ahead === undefined) return undefined;
  const near = `${before} ${after.slice(0, 80)}`;
  const isBudget =
    /\b(?:budget\w*|spend\w*|hosting|infrastructure|cloud|servers?|run(?:ning)? costs?|operat\w+ costs?|afford|opex|aws|azure|gcp)\b/.test(
      near,
    );
  const isBeside =
    /\b(?:engineers?|developers?|p95|uptime|availability)\b/.test(near) &&
    /^\s?(?:dollars?|usd|euros?|eur|[$€£])?\s?(?:\/|a|per) ?(?:month|year)/.test(after);
  const isPrice =
    /^.{0,40}\b(?:per|each|a|\/)\s?(?:seat|user|customer|order|item|hour|night|ticket|transaction|booking|head|ride|member|shop)\b/.test(
      after,
    ) ||
    /\b(?:refund\w*|orders?|invoices?|discounts?|price|prices|fees?|plan|plans|salary|above|over|deals?|payments?)\b[^.]{0,24}$/.test(
      before,
    );
  if (!(isBudget || isBeside) || (isPrice && !/\bbudget\b/.test(sentence))) return undefined;
  const currency = sign ? CURRENCY[sign]! : currencyOf((word?.[1] ?? ahead)!);
  const unit = word?.[0] ?? (numeral.currency ? '' : (/^\s?[$€£]/.exec(after)?.[0] ?? ''));
  const period =
    /^\s*(?:\/|a|per|each|every)?\s*(month\w*|mo\b|year\w*|annum|annually|yr|p\.a|quarter)/.exec(
      after.slice(unit.length),
    ) ?? /\b(monthly|yearly|annual)\b[^.]{0,40}$/.exec(before);
  const per = period?.[1] ?? '';
  const months = /^(?:y|an)/.test(per) ? 12 : per === 'quarter' ? 3 : 1;
  const length = unit.length + (period && after.slice(unit.length).startsWith(period[0]) ? period[0].length : 0);
  const notes = [
    currency === 'USD'
      ? undefined
      : `The budget is said in ${currency}; it is taken as the same number of dollars, without an exchange rate.`,
    per === '' ? 'The budget is taken as one per month.' : undefined,
  ].filter((note) => note !== undefined);
  const value = Math.round((numeral.value / months) * 100) / 100;
  if (value <= 0) return undefined;
  return [
    { kind: 'monthlyBudgetUsd', value, quote: quote(length), ...(notes.length > 0 ? { note: notes.join(' ') } : {}) },
  ];
};

function currencyOf(word: string): string {
  if (/^(?:dollar|usd|buck|us)/.test(word)) return 'USD';
  if (word.startsWith('eur')) return 'EUR';
  return /^(?:chf|franc)/.test(word) ? 'CHF' : 'GBP';
}

/** `kept for seven years`, `deleted after 30 days`, `90 days retention`. */
export const retention: Reader = ({ numeral, before, after, quote }) => {
  const unit = /^[\s-](day|week|month|year)s?\b/.exec(after);
  if (!unit) return undefined;
  const isBefore =
    /\b(?:keep|keeps|kept|retain\w*|retention\w*|archiv\w*|stored?|stores|preserv\w*|delet\w*|purg\w*|remain\w*|erased?|hold|available|history)\b[^.;]{0,60}\b(?:for|after|of|least|is|to|than|period|within)?:?\s*(?:at least |about |up to |exactly )?$/.test(
      before,
    );
  const isAfter =
    /^[\s-](?:day|week|month|year)s?(?: of)? (?:data )?(?:retention|history|of history|archive)\b/.test(after) ||
    /^[\s-](?:day|week|month|year)s?\b[^.;]{0,30}\b(?:then|before|until)\b[^.;]{0,20}\b(?:delet|purg|eras|archiv)/.test(
      after,
    );
  const isErasure =
    /\bafter\s+$/.test(before) &&
    /^[\s-](?:day|week|month|year)s?,?\s[^.;]{0,40}\b(?:removed|deleted|erased|purged|anonymi[sz]ed)\b/.test(after);
  if (!isBefore && !isAfter && !isErasure) return undefined;
  const value = Math.max(1, Math.round(numeral.value * DAYS[unit[1]!]!));
  return [{ kind: 'retentionDays', value, quote: quote(unit[0].length) }];
};
