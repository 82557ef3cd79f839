import { countProblem, numberIn, printed } from './answers.js';
import type { QuestionRule } from './rule.js';

/** Who builds and runs it. */
export const engineers: QuestionRule = {
  id: 'engineers',
  ask: ({ parts }) =>
    parts.constraints?.engineers === undefined
      ? {
          question: 'How many engineers build and run it?',
          changes: 'How many services there are, who is on call, and how much is bought instead of run.',
          options: [2, 5, 10].map((count) => ({ value: String(count), label: `${count} engineers` })),
          open: true,
          default: '4',
        }
      : undefined,
  problem: (value) => countProblem(value, 'engineers'),
  apply: (value, blueprint) => ({
    blueprint: { ...blueprint, constraints: { ...blueprint.constraints, engineers: numberIn(value)! } },
    path: 'constraints.engineers',
  }),
  says: (value) =>
    numberIn(value) === 1
      ? 'One engineer builds and runs it.'
      : `${printed(numberIn(value)!)} engineers build and run it.`,
};
