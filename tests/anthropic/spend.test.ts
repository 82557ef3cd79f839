import { describe, expect, it } from 'vitest';

import { estimate, estimateFor } from '../../src/brief/anthropic/planner.js';
import type { Profile } from '../../src/brief/anthropic/setup.js';
import { cleanBrief } from '../../src/brief/clean.js';
import { planWith } from '../support/anthropic-run.js';
import { crmAnswers, smallAnswers } from '../support/fake-anthropic/answers-examples.js';
import { answerFor } from '../support/fake-anthropic/answers.js';
import { billedUsd } from '../support/fake-anthropic/billing.js';
import { fakeApi } from '../support/fake-api.js';

/** Most that eight contexts with 25 entities may cost, by the price table. */
const limits: readonly (readonly [Profile, number])[] = [
  ['economy', 0.35],
  ['balanced', 1],
];

/** As many as a brief of eight contexts has. */
const size = { contexts: 8, entities: 25, briefBytes: Buffer.byteLength(crmAnswers().brief) };

describe.each(limits)('with the profile %s', (profile, maxUsd) => {
  it(`eight contexts and 25 entities cost at most $${maxUsd}, as billed and as estimated`, async () => {
    const answers = crmAnswers();
    const api = await fakeApi(({ body }) => answerFor(answers, body));
    const { record } = await planWith(api.url, answers.brief, { profile });
    const billed = billedUsd(api.calls);
    expect(billed).toBeLessThanOrEqual(maxUsd);
    expect(record?.totalUsd).toBeCloseTo(billed, 9);

    const { usd, calls } = estimateFor(size, { profile });
    expect(usd).toBeLessThanOrEqual(maxUsd);
    // An estimate allows for repairs, which this run did not need.
    expect(usd).toBeGreaterThan(billed);
    expect(usd).toBeLessThan(2.5 * billed);
    expect(calls).toBeGreaterThanOrEqual(record?.calls.length ?? 0);
  });
});

it('the size of a system is guessed by the length of its brief', () => {
  const of = (text: string) => estimate(cleanBrief(text, 'brief.md'), { profile: 'balanced' });
  const [small, large] = [of(smallAnswers().brief), of(crmAnswers().brief)];
  expect(large.contexts).toBeGreaterThanOrEqual(6);
  expect(large.contexts).toBeLessThanOrEqual(10);
  expect(small.contexts).toBeLessThanOrEqual(3);
  expect(small.usd).toBeLessThan(0.7 * large.usd);
});
