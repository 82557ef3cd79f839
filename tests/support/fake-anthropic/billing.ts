import type { Usage } from '@anthropic-ai/sdk/resources/messages/messages';

import type { Call } from './server.js';

/** USD per million tokens as published on 2026-10-08: input, written to the cache, read from it, output. Not the product's own table. */
const PRICES: Readonly<Record<string, readonly [number, number, number, number]>> = {
  'claude-opus-5-5': [4, 5, 0.2, 20],
  'claude-sonnet-5-5': [2, 2.5, 0.1, 10],
  'claude-haiku-5-5': [0.1, 0.125, 0.01, 0.5],
};
/** Haiku costs this many times as much when the prompt is longer than this. */
const LONG_HAIKU = { over: 100_000, factor: 5 };

/** What the vendor would write on the bill for these requests: also for answers that broke off, as far as they came. */
export function billedUsd(calls: readonly Call[]): number {
  return calls.reduce((sum, { body, billed }) => sum + (body && billed ? usdFor(body.model, billed) : 0), 0);
}

function usdFor(model: string, usage: Usage): number {
  const prices = PRICES[model];
  if (!prices) throw new Error(`No price for ${model}.`);
  const tokens = [
    usage.input_tokens,
    usage.cache_creation_input_tokens ?? 0,
    usage.cache_read_input_tokens ?? 0,
    usage.output_tokens,
  ];
  const prompt = tokens.slice(0, 3).reduce((sum, each) => sum + each, 0);
  const factor = model === 'claude-haiku-5-5' && prompt > LONG_HAIKU.over ? LONG_HAIKU.factor : 1;
  return tokens.reduce((sum, each, index) => sum + (factor * each * prices[index]!) / 1e6, 0);
}
