import { numberIn } from './answers.js';
import type { QuestionRule } from './rule.js';

/** How fast reads are. */
export const latency: QuestionRule = {
  id: 'latency',
  ask: ({ parts }) =>
    parts.qualities?.latencyP95Ms === undefined
      ? {
          question: 'How fast must 95 of 100 reads be?',
          changes: 'The objective that is measured, alerted on and tested under load.',
          options: [200, 300, 500, 1000].map((ms) => ({ value: String(ms), label: `${ms} ms` })),
          open: true,
          default: '300',
        }
      : undefined,
  problem: (value) => {
    const ms = millisecondsIn(value);
    return ms !== undefined && ms >= 1 && ms <= 600_000
      ? undefined
      : `“${value}” is no time; say milliseconds such as 300, or seconds such as 2 s.`;
  },
  apply: (value, blueprint) => ({
    blueprint: { ...blueprint, qualities: { ...blueprint.qualities, latencyP95Ms: millisecondsIn(value)! } },
    path: 'qualities.latencyP95Ms',
  }),
  says: (value) => `It is enough when 95 of 100 reads answer within ${millisecondsIn(value)!} ms.`,
};

function millisecondsIn(value: string): number | undefined {
  const number = numberIn(value.replace(/\s?(?:ms|milliseconds?|s|secs?|seconds?)\s*$/i, ''));
  const isSeconds = /\d\s?(?:s|secs?|seconds?)\s*$/i.test(value);
  return number === undefined ? undefined : Math.round(isSeconds ? number * 1000 : number);
}
