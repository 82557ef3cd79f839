import { optionProblem } from './answers.js';
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
          default: isOwnBusiness(reading.sentences.map(({ quote }) => quote.text)) ? 'single' : 'shared',
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

/** "Our clinic", "my shop", "we run twelve branches": whoever writes so speaks of one business. */
function isOwnBusiness(sentences: readonly string[]): boolean {
  const own =
    /\b(?:our|my) (?:[a-z]+ ){0,2}(?:shop|store|clinic|practice|school|gym|studio|club|hotel|restaurant|cafe|bakery|library|museum|farm|warehouses?|fleet|branch(?:es)?|offices?|depots?|agency|factory|plants?|hospital|university|church|garage|workshop|salon|employees|staff|staff members|couriers|drivers)\b|\bwe (?:run|own|operate|are) (?:an?|the|\w+) /i;
  return sentences.some((sentence) => own.test(sentence));
}
