import Anthropic from '@anthropic-ai/sdk';
import type { MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages/messages';
import { describe, expect, it, onTestFinished } from 'vitest';

import { sdkClient } from '../../support/anthropic-sdk.js';
import { says } from '../../support/fake-anthropic/answer.js';
import { schemaProblems } from '../../support/fake-anthropic/schema-limits.js';
import { startFakeAnthropic } from '../../support/fake-anthropic/server.js';
import { schemasBeyond, schemasWithin } from '../../support/schema-limits.js';

const ask: MessageCreateParamsNonStreaming = {
  model: 'claude-sonnet-5-5',
  max_tokens: 1000,
  messages: [{ role: 'user', content: 'What is a deal?' }],
};
const marked = { type: 'text', text: 'x', cache_control: { type: 'ephemeral' } } as const;
const schema = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false };

async function errorOf(body: object): Promise<unknown> {
  const api = await startFakeAnthropic(() => says('Yes.'));
  onTestFinished(() => api.close());
  return sdkClient(api.url)
    .messages.create({ ...ask, ...body })
    .then(
      () => 'no error',
      (error: unknown) => error,
    );
}

/** Everything that the real API turns down at the door, before anything is billed. */
const refused: readonly (readonly [string, object, RegExp])[] = [
  ['temperature', { temperature: 0 }, /temperature/],
  ['top_p', { top_p: 0.5 }, /top_p/],
  ['top_k', { top_k: 5 }, /top_k/],
  ['a prefill', { messages: [...ask.messages, { role: 'assistant', content: '{' }] }, /prefill/],
  ['thinking that is disabled', { thinking: { type: 'disabled' } }, /thinking\.type/],
  ['a thinking budget', { thinking: { type: 'enabled', budget_tokens: 2000 } }, /thinking\.type/],
  [
    'thinking between tools with another model',
    { model: 'claude-opus-5-5', thinking: { type: 'between_tools' } },
    /thinking\.type/,
  ],
  [
    'thinking between tools with the highest effort',
    { thinking: { type: 'between_tools' }, output_config: { effort: 'max' } },
    /effort/,
  ],
  ['an effort of another model', { model: 'claude-haiku-5-5', output_config: { effort: 'max' } }, /effort/],
  [
    'a forced tool',
    { tools: [{ name: 'a', input_schema: { type: 'object' } }], tool_choice: { type: 'tool', name: 'a' } },
    /tool_choice/,
  ],
  [
    'any tool at all',
    { tools: [{ name: 'a', input_schema: { type: 'object' } }], tool_choice: { type: 'any' } },
    /tool_choice/,
  ],
  ['five breakpoints', { system: [marked, marked, marked, marked, marked] }, /cache_control/],
  ['an empty block', { system: [{ type: 'text', text: '' }] }, /text/],
  ['more output than the model has', { max_tokens: 128_001, stream: false }, /max_tokens/],
  ['a schema beyond the limits', format({ ...schema, additionalProperties: true }), /additionalProperties/],
  ['a schema that is too large', format({ ...schema, description: 'x'.repeat(3600) }), /too large/],
  ['an old parameter', { output_format: { type: 'json_schema', schema } }, /output_format|Unrecognized/],
];

it.each(refused)('%s is refused', async (_, body, message) => {
  const api = await startFakeAnthropic(() => says('Yes.'));
  onTestFinished(() => api.close());
  const client = sdkClient(api.url, { timeout: 5000 });
  const error = await client.messages.create({ ...ask, ...body }).then(
    () => 'no error',
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Anthropic.BadRequestError);
  expect(String(error)).toMatch(message);
  expect(api.messages[0]?.billed).toBeUndefined();
});

it('an unknown model is not found', async () => {
  expect(await errorOf({ model: 'claude-sonnet-9' })).toBeInstanceOf(Anthropic.NotFoundError);
});

it('thinking goes back as it came, or not at all', async () => {
  const api = await startFakeAnthropic(() => says('Yes.', { thinkingTokens: 20 }));
  onTestFinished(() => api.close());
  const client = sdkClient(api.url);
  const body = { ...ask, thinking: { type: 'adaptive' } } as const;
  const { content } = await client.messages.create(body);
  const reply = (answer: typeof content) =>
    client.messages.create({
      ...body,
      messages: [...ask.messages, { role: 'assistant', content: answer }, { role: 'user', content: 'Sure?' }],
    });
  await expect(reply(content)).resolves.toMatchObject({ stop_reason: 'end_turn' });
  const edited = content.map((block) => (block.type === 'thinking' ? { ...block, thinking: 'other' } : block));
  await expect(reply(edited)).rejects.toThrow(/signature/);
});

function format(value: object): object {
  return { output_config: { format: { type: 'json_schema', schema: value } } };
}

describe('the limits of a schema', () => {
  it.each(schemasWithin)('%s is within', (_, value) => expect(schemaProblems(value)).toEqual([]));
  it.each(schemasBeyond)('%s is refused', (_, value, problem) =>
    expect(schemaProblems(value).join('\n')).toMatch(problem),
  );
});
