import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { BlueprintError } from '../../src/blueprint/diagnostic.js';
import { readBlueprint } from '../../src/blueprint/read.js';
import { PROFILES } from '../../src/brief/anthropic/setup.js';
import { planWith } from '../support/anthropic-run.js';
import { crmAnswers, smallAnswers } from '../support/fake-anthropic/answers-examples.js';
import { answerFor, type SyntheticAnswers } from '../support/fake-anthropic/answers.js';
import { fails, says, type Answer, type ModelAnswer } from '../support/fake-anthropic/answer.js';
import { billedUsd } from '../support/fake-anthropic/billing.js';
import { startFakeAnthropic } from '../support/fake-anthropic/server.js';

const NUM_RUNS = Number(process.env.PROPERTY_RUNS ?? 15);
const systems: Readonly<Record<string, SyntheticAnswers>> = { crm: crmAnswers(), small: smallAnswers() };
const impatient = { firstByteMs: 200, idleMs: 100, backoffMs: 1, longestWaitMs: 50 };

/** What may happen to one request. Most go well. */
const turns: Readonly<Record<string, (good: ModelAnswer) => Answer>> = {
  good: (good) => good,
  'thinks for long': (good) => ({ ...good, thinkingTokens: 40_000 }),
  'writes for long': ({ text }) => says(`${text}${' '.repeat(60_000)}`),
  overloaded: () => fails(529),
  broken: () => fails(500),
  'wait a little': () => fails(429, { headers: { 'retry-after-ms': '5' } }),
  'wait for long': () => fails(429, { headers: { 'retry-after': '900' } }),
  'cut early': ({ text }) => says(text.padEnd(900), { delivery: { kind: 'cut', afterChunks: 0 } }),
  'cut late': ({ text }) =>
    says(text.padEnd(900), { thinkingTokens: 5000, delivery: { kind: 'cut', afterChunks: 999 } }),
  'ends early': ({ text }) => says(text.padEnd(900), { delivery: { kind: 'clean-end', afterChunks: 1 } }),
  hangs: ({ text }) => says(text.padEnd(900), { delivery: { kind: 'hang', afterChunks: 1 } }),
  'error in the middle': ({ text }) =>
    says(text.padEnd(900), { delivery: { kind: 'error-event', afterChunks: 1, type: 'api_error' } }),
  refuses: (good) => ({ ...good, stopReason: 'refusal' }),
  'is cut': ({ text }) => says(text, { stopReason: 'max_tokens', thinkingTokens: 3000 }),
  babbles: () => says('Let me think about it. '.repeat(300), { thinkingTokens: 4000 }),
  'no JSON': ({ text }) => says(text.slice(1)),
};
const turn = fc.oneof(
  { weight: 2, arbitrary: fc.constant('good') },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(turns)) },
);

const schedule = fc.record({
  system: fc.constantFrom(...Object.keys(systems)),
  profile: fc.constantFrom(...PROFILES),
  maxUsd: fc.double({ min: 0.001, max: 3, noNaN: true }),
  turns: fc.array(turn, { minLength: 1, maxLength: 60 }),
});

describe('the limit of a run', () => {
  it('is never passed, whatever goes wrong', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async ({ system, profile, maxUsd, turns: names }) => {
        const answers = systems[system]!;
        let nth = 0;
        const api = await startFakeAnthropic(({ body }) => {
          const name = names[nth % names.length]!;
          nth += 1;
          return turns[name]!(answerFor(answers, body));
        });
        try {
          const { planned, error, record } = await planWith(api.url, answers.brief, {
            profile,
            maxUsd,
            patience: impatient,
          });
          const billed = billedUsd(api.calls);
          expect(billed).toBeLessThanOrEqual(maxUsd);
          expect(record?.totalUsd ?? 0).toBeLessThanOrEqual(maxUsd);
          // What is told is never less than what it was.
          expect((record?.totalUsd ?? 0) + 1e-9).toBeGreaterThanOrEqual(billed);
          if (planned) {
            const { diagnostics } = readBlueprint(planned.text, 'blueprint.yaml');
            expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
          } else expect(error).toBeInstanceOf(BlueprintError);
        } finally {
          await api.close();
        }
      }),
      { numRuns: NUM_RUNS, interruptAfterTimeLimit: 100_000, endOnFailure: true },
    );
  }, 120_000);

  it.each([0, 0.001, 0.05])('of $%d is kept by asking less, and that is said', async (maxUsd) => {
    const answers = crmAnswers();
    const api = await startFakeAnthropic(({ body }) => answerFor(answers, body));
    try {
      const { planned, record } = await planWith(api.url, answers.brief, { maxUsd });
      expect(planned?.degraded.length).toBeGreaterThan(0);
      expect(planned?.degraded.some(({ why }) => why.includes('limit'))).toBe(true);
      expect(record?.totalUsd).toBeLessThanOrEqual(maxUsd);
      expect(billedUsd(api.calls)).toBeLessThanOrEqual(maxUsd);
    } finally {
      await api.close();
    }
  });

  it('of $2 is enough for eight contexts with every profile but the dearest', async () => {
    const answers = crmAnswers();
    for (const profile of ['economy', 'balanced'] as const) {
      const api = await startFakeAnthropic(({ body }) => answerFor(answers, body));
      const { planned } = await planWith(api.url, answers.brief, { profile, maxUsd: 2 });
      await api.close();
      expect(planned?.degraded).toEqual([]);
    }
  });
});
