import { numberIn } from './answers.js';
import type { QuestionRule } from './rule.js';

/** How much larger the load becomes. */
export const growth: QuestionRule = {
  id: 'growth',
  ask: ({ parts }) =>
    parts.scale?.growth === undefined
      ? {
          question: 'How many times today’s load is expected in three years?',
          changes: 'Which limit is reached first, when, and the step that removes it.',
          options: [1.5, 5, 10].map((factor) => ({ value: String(factor), label: `${factor} times` })),
          open: true,
          default: '5',
        }
      : undefined,
  problem: (value) => {
    const factor = numberIn(value.replace(/\s?(?:x|times)\s*$/i, ''));
    return factor !== undefined && factor >= 1 && factor <= 100_000
      ? undefined
      : `“${value}” is no growth; say a factor of at least 1, such as 5.`;
  },
  apply: (value, blueprint) => ({
    blueprint: { ...blueprint, scale: { ...blueprint.scale, growth: factorsOf(value) } },
    path: 'scale.growth',
  }),
  says: (value) => {
    const { months12, months36 } = factorsOf(value);
    return `The load grows steadily, to ${months12} times in one year and ${months36} times in three.`;
  },
};

function factorsOf(value: string): { months12: number; months36: number } {
  const months36 = numberIn(value.replace(/\s?(?:x|times)\s*$/i, ''))!;
  return { months12: Math.round(months36 ** (1 / 3) * 10) / 10, months36 };
}
