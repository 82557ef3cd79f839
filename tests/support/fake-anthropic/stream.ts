import type { Message, RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages/messages';

import { usageOf } from './message.js';
import { tokensOf } from './tokens.js';

/** One server-sent event, and the output tokens that have been made when it leaves. */
export interface Step {
  readonly event: RawMessageStreamEvent;
  readonly outputTokens: number;
  /** Part of the answer itself; only these count as chunks. */
  readonly isChunk: boolean;
}

/** The events of a message in the order of the protocol. */
export function* stepsOf(message: Message, chunkLength = 400): Generator<Step> {
  const { usage } = message;
  const input = {
    input: usage.input_tokens,
    cacheWrite: usage.cache_creation_input_tokens ?? 0,
    cacheRead: usage.cache_read_input_tokens ?? 0,
  };
  const thinkingTokens = usage.output_tokens_details?.thinking_tokens ?? 0;
  let outputTokens = Math.min(1, usage.output_tokens);
  const step = (event: RawMessageStreamEvent, isChunk = false): Step => ({ event, outputTokens, isChunk });

  yield step({
    type: 'message_start',
    message: { ...message, content: [], stop_reason: null, stop_details: null, usage: usageOf(input, outputTokens, 0) },
  });
  for (const [index, block] of message.content.entries()) {
    if (block.type === 'thinking') {
      outputTokens = thinkingTokens;
      yield step({ type: 'content_block_start', index, content_block: { ...block, thinking: '', signature: '' } });
      for (const thinking of chunks(block.thinking, chunkLength))
        yield step({ type: 'content_block_delta', index, delta: { type: 'thinking_delta', thinking } }, true);
      yield step({
        type: 'content_block_delta',
        index,
        delta: { type: 'signature_delta', signature: block.signature },
      });
    } else if (block.type === 'text') {
      yield step({ type: 'content_block_start', index, content_block: { ...block, text: '' } });
      let said = '';
      for (const text of chunks(block.text, chunkLength)) {
        said += text;
        outputTokens = Math.min(usage.output_tokens, thinkingTokens + tokensOf(said));
        yield step({ type: 'content_block_delta', index, delta: { type: 'text_delta', text } }, true);
      }
    }
    yield step({ type: 'content_block_stop', index });
  }
  outputTokens = usage.output_tokens;
  yield step({
    type: 'message_delta',
    delta: {
      stop_reason: message.stop_reason,
      stop_sequence: null,
      stop_details: message.stop_details,
      container: null,
    },
    usage: {
      input_tokens: usage.input_tokens,
      cache_creation_input_tokens: usage.cache_creation_input_tokens,
      cache_read_input_tokens: usage.cache_read_input_tokens,
      output_tokens: usage.output_tokens,
      output_tokens_details: usage.output_tokens_details,
      server_tool_use: null,
    },
  });
  yield step({ type: 'message_stop' });
}

/** As the wire has it: a name, one line of data, an empty line. */
export function eventText(event: { readonly type: string }): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** Cuts between code points, never inside one. */
function* chunks(text: string, length: number): Generator<string> {
  let chunk = '';
  for (const character of text) {
    chunk += character;
    if (chunk.length < length) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
