import { optionProblem } from './answers.js';
import type { QuestionRule } from './rule.js';

/** Who checks passwords; asked where a brief speaks of the people of companies. */
export const signIn: QuestionRule = {
  id: 'sign-in',
  ask: ({ parts, reading }) =>
    parts.stack?.auth === undefined &&
    reading.sentences.some(({ words }) => words.some(({ lower, negated }) => COMPANY.test(lower) && !negated))
      ? {
          question: 'Do people sign in with a password here, or with the accounts of their company?',
          changes: 'Whether passwords are kept at all, and which identity provider is asked.',
          options: [
            { value: 'jwt', label: 'With a password here' },
            { value: 'oidc', label: 'With the accounts of their company (OpenID Connect)' },
          ],
          open: false,
          default: 'jwt',
        }
      : undefined,
  problem: (value) => optionProblem(value, ['jwt', 'oidc']),
  // A password is what the design chooses by itself; only the other choice is a pin.
  apply: (value, blueprint) =>
    value === 'jwt'
      ? undefined
      : { blueprint: { ...blueprint, stack: { ...blueprint.stack, auth: 'oidc' } }, path: 'stack.auth' },
  says: (value) =>
    value === 'jwt' ? 'People sign in with a password.' : 'People sign in with the accounts of their company.',
};

const COMPANY = /^(?:employees?|staff|enterprises?|colleagues?|companies)$/;
