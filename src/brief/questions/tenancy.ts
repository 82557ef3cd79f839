import { optionProblem } from './answers.js';
import { isOwnBusiness } from './own-business.js';
import type { QuestionRule } from './rule.js';

const OPTIONS = ['shared', 'single'];

/** Many organizations or one. */
export const tenancy: QuestionRule = {
  id: 'tenancy',
  ask: ({ parts, reading }) =>
    parts.tenancy === undefined
      ? {
          question: 'Who uses the system: many organizations, each with data of its own, or one?',
          changes: 'Every table, every query and the tests of isolation carry the organization, or there is only one.',
          options: [
            { value: 'shared', label: 'Many organizations that never see each other’s data' },
            { value: 'single', label: 'One organization' },
          ],
          open: false,
          default: isOwnBusiness(reading) ? 'single' : 'shared',
        }
      : undefined,
  problem: (value) => optionProblem(value, OPTIONS),
  apply: (value, blueprint) => ({
    blueprint: { ...blueprint, tenancy: value === 'single' ? 'single' : 'shared' },
    path: 'tenancy',
  }),
  says: (value) =>
    value === 'single'
      ? 'One organization uses the system.'
      : 'Many organizations use the system, and none sees the data of another.',
};
