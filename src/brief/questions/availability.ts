import { numberIn } from './answers.js';
import type { QuestionRule } from './rule.js';

const MINUTES_PER_MONTH = 43_200;

/** How long it may be down. */
export const availability: QuestionRule = {
  id: 'availability',
  ask: ({ parts }) =>
    parts.qualities?.availabilityPercent === undefined
      ? {
          question: 'How much of the time must it be available?',
          changes: 'Copies of each process, of the database, and how releases are made.',
          options: [
            { value: '99.5', label: '99.5 %, some 3.6 hours of outage a month' },
            { value: '99.9', label: '99.9 %, some 43 minutes a month' },
            { value: '99.95', label: '99.95 %, some 22 minutes a month' },
            { value: '99.99', label: '99.99 %, some 4 minutes a month' },
          ],
          open: true,
          default: '99.9',
        }
      : undefined,
  problem: (value) => {
    const percent = percentIn(value);
    return percent !== undefined && percent >= 90 && percent < 100
      ? undefined
      : `“${value}” is no availability; say a percentage from 90 to below 100, such as 99.9.`;
  },
  apply: (value, blueprint) => ({
    blueprint: { ...blueprint, qualities: { ...blueprint.qualities, availabilityPercent: percentIn(value)! } },
    path: 'qualities.availabilityPercent',
  }),
  says: (value) => {
    const minutes = Math.round((1 - percentIn(value)! / 100) * MINUTES_PER_MONTH);
    return `${percentIn(value)!} % availability are enough, which leaves about ${minutes} minutes of outage a month.`;
  },
};

const percentIn = (value: string): number | undefined => numberIn(value.replace(/%|per ?cent/i, ''));
