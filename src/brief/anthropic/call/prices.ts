import { BlueprintError } from '../../../blueprint/diagnostic.js';

/** Tokens of one call, as the API counts them. */
export interface Usage {
  /** Neither written to the cache nor read from it. */
  readonly inputTokens: number;
  readonly cacheWriteTokens: number;
  readonly cacheReadTokens: number;
  /** With what the model thought. */
  readonly outputTokens: number;
}

export const NO_USAGE: Usage = { inputTokens: 0, cacheWriteTokens: 0, cacheReadTokens: 0, outputTokens: 0 };

/** USD per million tokens. */
export interface Price {
  readonly input: number;
  /** To the cache that lives for five minutes. */
  readonly cacheWrite: number;
  readonly cacheRead: number;
  readonly output: number;
  /** A prompt of more tokens than `over` costs `factor` times as much. */
  readonly long?: { readonly over: number; readonly factor: number };
}

/** When the table was last compared with what the vendor publishes (https://platform.claude.com/docs/en/about-claude/pricing). */
export const PRICES_AS_OF = '2026-10-09';

/** The models that a run can be paid for; a budget without a price would be none. */
export const PRICES: Readonly<Record<string, Price>> = {
  'claude-opus-5-5': { input: 4, cacheWrite: 5, cacheRead: 0.2, output: 20 },
  'claude-sonnet-5-5': { input: 2, cacheWrite: 2.5, cacheRead: 0.1, output: 10 },
  'claude-haiku-5-5': {
    input: 0.1,
    cacheWrite: 0.125,
    cacheRead: 0.01,
    output: 0.5,
    long: { over: 100_000, factor: 5 },
  },
};

/** @throws BlueprintError for a model that the table does not have. */
export function priceOf(model: string): Price {
  if (Object.hasOwn(PRICES, model)) return PRICES[model]!;
  throw new BlueprintError(
    'MODEL_UNKNOWN',
    `The price of the model "${model}" is not known, so no limit could be kept.`,
    {
      hint: `Models with a price are ${Object.keys(PRICES).join(', ')}.`,
    },
  );
}

export function usdOf(model: string, usage: Usage): number {
  const { input, cacheWrite, cacheRead, output, long } = priceOf(model);
  const prompt = usage.inputTokens + usage.cacheWriteTokens + usage.cacheReadTokens;
  const factor = long && prompt > long.over ? long.factor : 1;
  const dollarsPerMillion =
    usage.inputTokens * input +
    usage.cacheWriteTokens * cacheWrite +
    usage.cacheReadTokens * cacheRead +
    usage.outputTokens * output;
  return (factor * dollarsPerMillion) / 1e6;
}

/** The most that a request can cost: a token is at least one byte, none comes from the cache, and the answer is as long as it may be. */
export function worstUsd(model: string, promptBytes: number, maxTokens: number): number {
  const tokens = promptBytes + HIDDEN_PROMPT_TOKENS;
  const { input, cacheWrite } = priceOf(model);
  const written = cacheWrite > input;
  return usdOf(model, {
    inputTokens: written ? 0 : tokens,
    cacheWriteTokens: written ? tokens : 0,
    cacheReadTokens: 0,
    outputTokens: maxTokens,
  });
}

/** What the service adds to a prompt so that the model keeps to a schema. */
const HIDDEN_PROMPT_TOKENS = 1000;
