import { createHash } from 'node:crypto';

import type { Message, Usage } from '@anthropic-ai/sdk/resources/messages/messages';

import type { ModelAnswer } from './answer.js';
import type { MessagesBody } from './body.js';
import type { InputUsage } from './prompt-cache.js';
import { firstTokens, tokensOf } from './tokens.js';

/** The message that an answer becomes: thinking before text, cut where the request's `max_tokens` ends. */
export function messageOf(
  answer: ModelAnswer,
  body: MessagesBody,
  input: InputUsage,
  id: string,
): { message: Message; signatures: ReadonlyMap<string, string> } {
  const isThinking = body.thinking?.type === 'adaptive' && (answer.thinkingTokens ?? 0) > 0;
  const wanted = isThinking ? (answer.thinkingTokens ?? 0) : 0;
  const thinkingTokens = Math.min(wanted, body.max_tokens);
  const left = body.max_tokens - thinkingTokens;
  const textTokens = tokensOf(answer.text);
  const isCut = textTokens > left || wanted > body.max_tokens;
  const text = isCut ? firstTokens(answer.text, left) : answer.text;

  const shown = body.thinking?.display === 'summarized' ? (answer.thinking ?? 'Thinking it over.') : '';
  const signature = createHash('sha256').update(`${id} ${shown}`).digest('base64');
  const message: Message = {
    id: `msg_${id}`,
    type: 'message',
    role: 'assistant',
    model: body.model,
    content: [
      ...(isThinking ? [{ type: 'thinking' as const, thinking: shown, signature }] : []),
      ...(text === '' ? [] : [{ type: 'text' as const, text, citations: null }]),
    ],
    container: null,
    diagnostics: null,
    stop_reason: isCut ? 'max_tokens' : (answer.stopReason ?? 'end_turn'),
    stop_sequence: null,
    stop_details: isCut ? null : (answer.stopDetails ?? null),
    usage: usageOf(input, thinkingTokens + Math.min(textTokens, left), thinkingTokens),
  };
  return { message, signatures: new Map(isThinking ? [[signature, shown]] : []) };
}

export function usageOf(input: InputUsage, outputTokens: number, thinkingTokens: number): Usage {
  return {
    input_tokens: input.input,
    cache_creation_input_tokens: input.cacheWrite,
    cache_read_input_tokens: input.cacheRead,
    cache_creation: { ephemeral_5m_input_tokens: input.cacheWrite, ephemeral_1h_input_tokens: 0 },
    output_tokens: outputTokens,
    output_tokens_details: { thinking_tokens: thinkingTokens },
    inference_geo: null,
    server_tool_use: null,
    service_tier: 'standard',
    speed: 'standard',
  };
}
