import { createHash } from 'node:crypto';

import type { Effort, MessagesRequest, Reply, TextBlock, Turn } from './messages.js';
import { RULES } from '../rules.js';
import type { StageCall } from '../stage.js';

/** Goes up when a prompt or a check changes its meaning without changing its bytes; answers of before are asked for again. */
const PROMPT_VERSION = 1;

export interface RequestParts<Answer> {
  readonly call: StageCall<Answer>;
  readonly model: string;
  readonly effort: Effort;
}

/** A repair carries the last answer and what is wrong with it, never the whole history. */
export interface Previous {
  readonly reply: Reply;
  readonly problems: readonly string[];
}

/**
 * The body of a request. Whatever several calls share comes first, to the byte: rules, then brief, requirements and design, then what the
 * one call is about.
 */
export function requestOf<Answer>(
  { call, model, effort }: RequestParts<Answer>,
  maxTokens: number,
  previous?: Previous,
): MessagesRequest {
  return {
    model,
    max_tokens: maxTokens,
    thinking: { type: 'adaptive' },
    output_config: { effort, format: { type: 'json_schema', schema: call.stage.format.schema } },
    system: [cached(RULES)],
    messages: [
      { role: 'user', content: [cached(call.shared), { type: 'text', text: inputOf(call) }] },
      ...(previous ? correction(previous) : []),
    ],
  };
}

const cached = (text: string): TextBlock => ({ type: 'text', text, cache_control: { type: 'ephemeral' } });

function inputOf<Answer>({ stage, label, input }: StageCall<Answer>): string {
  return [`# Stage: ${label}`, stage.task, input].filter((part) => part !== '').join('\n\n');
}

function correction({ reply, problems }: Previous): Turn[] {
  const list = problems.map((problem) => `- ${problem}`).join('\n');
  const text = `A program checked the answer and found the problems below. Give the whole corrected answer.\n\n${list}`;
  // A turn without content is refused; then the problems stand alone.
  const answer: Turn[] = reply.content.length > 0 ? [{ role: 'assistant', content: reply.content }] : [];
  return [...answer, { role: 'user', content: [{ type: 'text', text }] }];
}

/** Names an answer by everything that decides it. How long it may be does not: a cut answer is never kept. */
export function stageKey<Answer>({ call, model, effort }: RequestParts<Answer>): string {
  const parts = [PROMPT_VERSION, model, effort, call.stage.format.schema, RULES, call.shared, inputOf(call)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
