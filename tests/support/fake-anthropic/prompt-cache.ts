import { createHash } from 'node:crypto';

import { blocksOf, type CountBody } from './body.js';
import { findModel } from './models.js';
import { tokensOf } from './tokens.js';

/** Input of one request as it is billed. The three add up to all of the input. */
export interface InputUsage {
  readonly input: number;
  readonly cacheWrite: number;
  readonly cacheRead: number;
}

interface Block {
  /** Identifies everything from the start up to and with this block. */
  readonly prefix: string;
  /** Tokens up to and with this block. */
  readonly tokens: number;
  readonly isBreakpoint: boolean;
}

const MINUTE = 60_000;
const LOOK_BACK = 20;
/** The hidden system prompt that a format adds, besides the schema. */
const FORMAT_OVERHEAD = 40;
const BLOCK_OVERHEAD = 4;

/**
 * The prompt cache: what was marked with `cache_control` is found again by whoever sends the same beginning within five minutes. The order
 * is format, system, messages, so that a change in one of them hides everything after it. An entry can be read from the moment at which
 * the response that wrote it starts.
 */
export class PromptCache {
  readonly #entries = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** How the input of this request is billed now, and what to call when its response starts. */
  look(body: CountBody): InputUsage & { readonly write: () => void } {
    const blocks = blocksIn(body);
    const total = blocks.at(-1)?.tokens ?? 0;
    const least = findModel(body.model)?.minCacheableTokens ?? 0;
    const marked = blocks.filter((block) => block.isBreakpoint && block.tokens >= least);
    const last = marked.at(-1);
    const found = this.#longestKnown(blocks, marked, least);
    const cacheRead = found?.tokens ?? 0;
    const cacheWrite = Math.max(0, (last?.tokens ?? 0) - cacheRead);
    const write = () => {
      for (const { prefix } of found ? [...marked, found] : marked) this.#entries.set(prefix, this.#now() + 5 * MINUTE);
    };
    return { input: total - cacheRead - cacheWrite, cacheRead, cacheWrite, write };
  }

  #longestKnown(blocks: readonly Block[], marked: readonly Block[], least: number): Block | undefined {
    const reachable = marked.flatMap((breakpoint) => {
      const at = blocks.indexOf(breakpoint);
      return blocks.slice(Math.max(0, at - LOOK_BACK), at + 1);
    });
    return reachable
      .filter(({ prefix, tokens }) => tokens >= least && (this.#entries.get(prefix) ?? 0) > this.#now())
      .reduce<Block | undefined>((best, each) => (best && best.tokens >= each.tokens ? best : each), undefined);
  }
}

/** What the request's input is made of, in the order of the key. */
function blocksIn(body: CountBody): Block[] {
  const system = typeof body.system === 'string' ? [{ type: 'text' as const, text: body.system }] : (body.system ?? []);
  const parts = [
    { role: 'model', text: body.model, tokens: 0, mark: false },
    ...(body.output_config?.format ? [formatPart(body.output_config.format)] : []),
    ...system.map((block) => ({ role: 'system', text: block.text, mark: Boolean(block.cache_control) })),
    ...body.messages.flatMap(({ role, content }) =>
      blocksOf(content).map((block) => ({
        role,
        text: block.type === 'text' ? block.text : JSON.stringify(block),
        mark: block.type === 'text' && Boolean(block.cache_control),
      })),
    ),
  ];
  let prefix = '';
  let tokens = 0;
  return parts.map((part) => {
    prefix = createHash('sha256').update(`${prefix}\0${part.role}\0${part.text}`).digest('hex');
    tokens += 'tokens' in part ? part.tokens : tokensOf(part.text) + BLOCK_OVERHEAD;
    return { prefix, tokens, isBreakpoint: part.mark };
  });
}

function formatPart(format: unknown) {
  const text = JSON.stringify(format);
  return { role: 'format', text, tokens: tokensOf(text) + FORMAT_OVERHEAD, mark: false };
}
