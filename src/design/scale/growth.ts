import type { Blueprint } from '../../blueprint/model.js';
import type { Stage } from './model.js';

export const MONTHS: Readonly<Record<Stage, number>> = { launch: 1, months12: 12, months36: 36 };
/** 365 days in 12 months. */
export const DAYS_PER_MONTH = 365 / 12;

type Growth = Blueprint['scale']['growth'];

/** Load of a month as a factor on the first: even growth by percent between the three stages. */
export function factorIn(month: number, { months12, months36 }: Growth): number {
  if (month <= MONTHS.months12) return months12 ** ((month - 1) / (MONTHS.months12 - 1));
  const share = (month - MONTHS.months12) / (MONTHS.months36 - MONTHS.months12);
  return months12 * (months36 / months12) ** share;
}

/** Sum of the factors of the months up to a stage that are still kept: what was stored, in months of launch load. */
export function keptMonths(stage: Stage, growth: Growth, retentionDays = Infinity): number {
  const last = MONTHS[stage];
  const kept = retentionDays / DAYS_PER_MONTH;
  let sum = 0;
  for (let month = last; month >= 1; month -= 1) {
    sum += factorIn(month, growth) * Math.min(Math.max(kept - (last - month), 0), 1);
  }
  return sum;
}
