import { numberIn, printed } from './answers.js';
import type { QuestionRule } from './rule.js';

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };

/** How long deleted and expired records are kept. */
export const retention: QuestionRule = {
  id: 'retention',
  ask: ({ parts }) =>
    parts.qualities?.retentionDays === undefined
      ? {
          question: 'How long are deleted and expired records kept?',
          changes: 'What is erased and when, and how large the database grows.',
          options: [
            { value: 'none', label: 'Nobody has said yet' },
            { value: '90 days', label: '90 days' },
            { value: '1 year', label: 'One year' },
            { value: '7 years', label: 'Seven years, as books of account often are' },
          ],
          open: true,
          default: 'none',
        }
      : undefined,
  problem: (value) => {
    const days = daysIn(value);
    return value === 'none' || (days !== undefined && days >= 1 && days <= 1_000_000_000)
      ? undefined
      : `“${value}” is no time; say days such as 90, or 7 years, or none.`;
  },
  apply: (value, blueprint) =>
    value === 'none'
      ? undefined
      : {
          blueprint: { ...blueprint, qualities: { ...blueprint.qualities, retentionDays: daysIn(value)! } },
          path: 'qualities.retentionDays',
        },
  says: (value) =>
    value === 'none'
      ? 'Nobody has said yet how long deleted records are kept; none is erased by itself.'
      : `Deleted and expired records are kept for ${printed(daysIn(value)!)} days.`,
};

function daysIn(value: string): number | undefined {
  const unit = /(day|week|month|year)s?\s*$/i.exec(value);
  const number = numberIn(unit ? value.slice(0, unit.index).trim() : value);
  return number === undefined ? undefined : Math.round(number * (unit ? DAYS[unit[1]!.toLowerCase()]! : 1));
}
