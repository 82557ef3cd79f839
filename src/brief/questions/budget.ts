import { numberIn, printed } from './answers.js';
import type { QuestionRule } from './rule.js';

/** What running it may cost. */
export const budget: QuestionRule = {
  id: 'budget',
  ask: ({ parts }) =>
    parts.constraints?.monthlyBudgetUsd === undefined
      ? {
          question: 'What may running it cost a month, in US dollars?',
          changes: 'Whether the design warns that it costs more, and which services it chooses.',
          options: [
            { value: 'none', label: 'No limit is known' },
            ...[500, 2000, 10_000].map((usd) => ({ value: String(usd), label: `$${printed(usd)}` })),
          ],
          open: true,
          default: 'none',
        }
      : undefined,
  problem: (value) => {
    const usd = usdIn(value);
    return value === 'none' || (usd !== undefined && usd > 0)
      ? undefined
      : `“${value}” is no budget; say dollars a month such as 2000, or none.`;
  },
  apply: (value, blueprint) =>
    value === 'none'
      ? undefined
      : {
          blueprint: { ...blueprint, constraints: { ...blueprint.constraints, monthlyBudgetUsd: usdIn(value)! } },
          path: 'constraints.monthlyBudgetUsd',
        },
  says: (value) =>
    value === 'none'
      ? 'No limit is known for the monthly bill.'
      : `Running it may cost $${printed(usdIn(value)!)} a month.`,
};

const usdIn = (value: string): number | undefined => numberIn(value.replace(/\$|usd|dollars?/gi, ''));
