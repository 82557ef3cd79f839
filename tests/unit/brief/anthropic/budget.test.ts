import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createBudget } from '../../../../src/brief/anthropic/call/budget.js';
import { priceOf, PRICES, usdOf, worstUsd, type Usage } from '../../../../src/brief/anthropic/call/prices.js';

const usd = fc.double({ min: 0, max: 1, noNaN: true });

describe('a budget', () => {
  it('is never passed, whatever is asked at once and however it ends', async () => {
    const calls = fc.array(fc.record({ most: usd, share: fc.option(usd, { nil: undefined }), order: fc.nat(20) }), {
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(usd, calls, async (max, wanted) => {
        const budget = createBudget(max);
        let held = 0;
        await Promise.all(
          wanted.map(async ({ most, share, order }) => {
            for (let turn = 0; turn < order; turn += 1) await Promise.resolve();
            const reservation = await budget.reserve(most);
            if (!reservation) return;
            held += most;
            expect(budget.spentUsd + held).toBeLessThanOrEqual(max + 1e-9);
            await Promise.resolve();
            held -= most;
            reservation.settle(share === undefined ? undefined : most * share);
          }),
        );
        expect(budget.spentUsd).toBeLessThanOrEqual(max + 1e-9);
      }),
    );
  });

  it('charges the whole reservation where nobody knows the cost, and settles once', async () => {
    const budget = createBudget(1);
    const reservation = (await budget.reserve(0.4))!;
    expect(reservation.settle()).toBe(0.4);
    expect(reservation.settle(0.4)).toBe(0);
    expect(budget.spentUsd).toBe(0.4);
  });

  it('lets a call wait for what another holds and may not need', async () => {
    const budget = createBudget(1);
    const first = (await budget.reserve(0.9))!;
    const second = budget.reserve(0.5);
    first.settle(0.1);
    expect((await second)?.usd).toBe(0.5);
  });

  it('refuses a call at once that does not fit beside what is spent', async () => {
    const budget = createBudget(1);
    (await budget.reserve(0.8))!.settle();
    expect(await budget.reserve(0.3)).toBeUndefined();
  });
});

describe('a price', () => {
  const tokens = fc.nat(300_000);

  it.each(Object.keys(PRICES))('of %s is never above the worst case that was set aside', (model) => {
    fc.assert(
      fc.property(
        tokens,
        fc.nat(64_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (bytes, most, written, read) => {
          const cacheWriteTokens = Math.floor(bytes * written);
          const cacheReadTokens = Math.floor((bytes - cacheWriteTokens) * read);
          const usage: Usage = {
            cacheWriteTokens,
            cacheReadTokens,
            inputTokens: bytes - cacheWriteTokens - cacheReadTokens,
            outputTokens: most,
          };
          expect(usdOf(model, usage)).toBeLessThanOrEqual(worstUsd(model, bytes, most));
        },
      ),
    );
  });

  it('is five times as high for a long prompt of the model that says so', () => {
    const usage = { inputTokens: 100_001, cacheWriteTokens: 0, cacheReadTokens: 0, outputTokens: 0 };
    expect(
      usdOf('claude-haiku-5-5', usage) / usdOf('claude-haiku-5-5', { ...usage, inputTokens: 100_000 }),
    ).toBeCloseTo(5, 3);
  });

  it.each(['gpt-5', 'constructor', ''])('of "%s" is not known, so it is refused', (model) => {
    expect(() => priceOf(model)).toThrow(expect.objectContaining({ code: 'MODEL_UNKNOWN' }) as Error);
  });
});
