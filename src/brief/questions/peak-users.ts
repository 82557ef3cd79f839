import type { Reading } from '../reading/reading.js';
import { countProblem, numberIn, printed } from './answers.js';
import { isOwnBusiness } from './own-business.js';
import type { Known, QuestionRule } from './rule.js';

/** People at the same moment. */
export const peakUsers: QuestionRule = {
  id: 'peak-users',
  ask: ({ parts, reading }) =>
    parts.scale?.concurrentUsers === undefined
      ? {
          question: 'How many people use it at the same moment, when it is busiest?',
          changes: 'Sizes of processes, connection pools, caches and the bill.',
          options: [100, 1000, 10_000].map((users) => ({ value: String(users), label: `${printed(users)} people` })),
          open: true,
          default: String(likelyUsers(reading, parts.tenancy)),
        }
      : undefined,
  problem: (value) => countProblem(value, 'people'),
  apply: (value, blueprint) => ({
    blueprint: { ...blueprint, scale: { ...blueprint.scale, concurrentUsers: numberIn(value)! } },
    path: 'scale.concurrentUsers',
  }),
  says: (value) => `At most ${printed(numberIn(value)!)} people use the system at the same moment.`,
};

/** A tenth of all users; ten of each organization; a hundred in one business; else a thousand. */
function likelyUsers(reading: Reading, tenancy: Known['parts']['tenancy']): number {
  const most = (kind: 'users' | 'tenants') =>
    Math.max(0, ...reading.quantities.filter((each) => each.kind === kind).map(({ value }) => value));
  if (most('users') > 0) return Math.max(10, Math.ceil(most('users') / 10));
  if (most('tenants') > 0) return Math.max(100, most('tenants') * 10);
  return tenancy === 'single' || (tenancy === undefined && isOwnBusiness(reading)) ? 100 : 1000;
}
