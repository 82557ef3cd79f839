import { countProblem, numberIn, printed } from './answers.js';
import type { QuestionRule } from './rule.js';

/** How many organizations there are. */
export const organizations: QuestionRule = {
  id: 'organizations',
  ask: ({ parts }) =>
    parts.tenancy === 'shared' && parts.scale?.tenants === undefined
      ? {
          question: 'How many organizations will there be after the first year?',
          changes: 'Limits per organization, indexes, and whether large ones need a database of their own.',
          options: [10, 100, 1000].map((count) => ({ value: String(count), label: `${printed(count)} organizations` })),
          open: true,
          default: '100',
        }
      : undefined,
  problem: (value) => countProblem(value, 'organizations'),
  apply: (value, blueprint) =>
    blueprint.tenancy === 'single'
      ? undefined
      : {
          blueprint: { ...blueprint, scale: { ...blueprint.scale, tenants: numberIn(value)! } },
          path: 'scale.tenants',
        },
  says: (value, { tenancy }) =>
    tenancy === 'single' ? undefined : `There are ${printed(numberIn(value)!)} organizations after the first year.`,
};
