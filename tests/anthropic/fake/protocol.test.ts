import Anthropic from '@anthropic-ai/sdk';
import type { MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages/messages';
import { describe, expect, it, onTestFinished } from 'vitest';

import { sdkClient } from '../../support/anthropic-sdk.js';
import { fails, says, type Answer } from '../../support/fake-anthropic/answer.js';
import { startFakeAnthropic, type FakeAnthropic, type Model } from '../../support/fake-anthropic/server.js';

/** The fake is held to what the vendor's own client understands. */

const ask: MessageCreateParamsNonStreaming = {
  model: 'claude-sonnet-5-5',
  max_tokens: 1000,
  messages: [{ role: 'user', content: 'What is a deal?' }],
};

async function fake(model: Model | Answer): Promise<FakeAnthropic> {
  const api = await startFakeAnthropic(typeof model === 'function' ? model : () => model);
  onTestFinished(() => api.close());
  return api;
}

async function failureOf(promise: PromiseLike<unknown>): Promise<unknown> {
  return Promise.resolve(promise).then(
    () => 'no error',
    (error: unknown) => error,
  );
}

describe('a message', () => {
  it('arrives whole, as JSON and as a stream, with the same usage', async () => {
    const api = await fake(says('A deal is something an account may buy. '.repeat(40)));
    const client = sdkClient(api.url);
    const whole = await client.messages.create(ask);
    const stream = client.messages.stream(ask);
    const events: string[] = [];
    stream.on('streamEvent', ({ type }) => events.push(type));
    const streamed = await stream.finalMessage();

    expect(streamed.content).toEqual(whole.content);
    expect(streamed.usage).toEqual(whole.usage);
    expect(whole.stop_reason).toBe('end_turn');
    expect(events.slice(0, 2)).toEqual(['message_start', 'content_block_start']);
    expect(events.slice(-3)).toEqual(['content_block_stop', 'message_delta', 'message_stop']);
    expect(whole._request_id).toBe('req_fake_0000');
    expect(stream.request_id).toBe('req_fake_0001');
    expect(api.messages.map(({ billed }) => billed)).toEqual([whole.usage, whole.usage]);
  });

  it.each(['refusal', 'stop_sequence', 'tool_use', 'pause_turn', 'model_context_window_exceeded'] as const)(
    'ends by %s',
    async (stopReason) => {
      const api = await fake(says('Hm.', { stopReason }));
      const { stop_reason } = await sdkClient(api.url).messages.stream(ask).finalMessage();
      expect(stop_reason).toBe(stopReason);
    },
  );

  it('says why it was refused', async () => {
    const details = { type: 'refusal', category: 'cyber', explanation: 'No.' } as const;
    const api = await fake(says('', { stopReason: 'refusal', stopDetails: details }));
    const { stop_details, content } = await sdkClient(api.url).messages.stream(ask).finalMessage();
    expect(stop_details).toEqual(details);
    expect(content).toEqual([]);
  });

  it('is cut where max_tokens ends, thinking counted', async () => {
    const api = await fake(says('word '.repeat(2000), { thinkingTokens: 600 }));
    const { stop_reason, content, usage } = await sdkClient(api.url)
      .messages.stream({ ...ask, thinking: { type: 'adaptive' } })
      .finalMessage();
    expect(stop_reason).toBe('max_tokens');
    expect(usage.output_tokens).toBe(1000);
    expect(usage.output_tokens_details?.thinking_tokens).toBe(600);
    expect(content.at(-1)).toMatchObject({ type: 'text' });
  });

  it('may be all thinking', async () => {
    const api = await fake(says('Yes.', { thinkingTokens: 5000 }));
    const { stop_reason, content } = await sdkClient(api.url)
      .messages.stream({ ...ask, thinking: { type: 'adaptive' } })
      .finalMessage();
    expect(stop_reason).toBe('max_tokens');
    expect(content.map(({ type }) => type)).toEqual(['thinking']);
  });

  it('has its thinking before its text, signed, and shown when asked for', async () => {
    const api = await fake(says('Yes.', { thinking: 'Let me see.', thinkingTokens: 50 }));
    const client = sdkClient(api.url);
    const thinking = async (display: 'omitted' | 'summarized') => {
      const { content } = await client.messages
        .stream({ ...ask, thinking: { type: 'adaptive', display } })
        .finalMessage();
      return content;
    };
    expect(await thinking('summarized')).toMatchObject([
      { type: 'thinking', thinking: 'Let me see.', signature: expect.stringMatching(/.{20}/) as string },
      { type: 'text', text: 'Yes.' },
    ]);
    expect(await thinking('omitted')).toMatchObject([{ type: 'thinking', thinking: '' }, { type: 'text' }]);
  });

  it('may come slowly', async () => {
    const api = await fake(says('x'.repeat(100), { delivery: { kind: 'whole', pauseMs: 20, chunkLength: 20 } }));
    const started = performance.now();
    await sdkClient(api.url).messages.stream(ask).finalMessage();
    expect(performance.now() - started).toBeGreaterThan(90);
  });
});

describe('the door', () => {
  it('opens to a bearer token and to x-api-key', async () => {
    const api = await fake(says('Yes.'));
    await sdkClient(api.url).messages.create(ask);
    expect(api.calls[0]?.headers.authorization).toMatch(/^Bearer sk-ant-fake/);
    const old = await post(api, { 'x-api-key': 'sk-ant-fake-000000000000000000000000' });
    expect(old.status).toBe(200);
  });

  it.each([
    { headers: {}, status: 401, says: 'required' },
    { headers: { 'x-api-key': 'sk-ant-other' }, status: 401, says: 'invalid x-api-key' },
    { headers: { authorization: 'Bearer sk-ant-other' }, status: 401, says: 'Invalid bearer token' },
    { headers: { ...key(), 'anthropic-version': '' }, status: 400, says: 'anthropic-version' },
    { headers: { ...key(), 'anthropic-version': '2020-01-01' }, status: 400, says: 'anthropic-version' },
    { headers: { ...key(), 'content-type': 'text/plain' }, status: 400, says: 'content-type' },
  ])('refuses $headers with $status', async ({ headers, status, says: words }) => {
    const response = await post(await fake(says('Yes.')), headers);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(words);
  });

  it('refuses what is no JSON, too large or of no known shape', async () => {
    const api = await fake(says('Yes.'));
    expect((await post(api, key(), '{')).status).toBe(400);
    expect((await post(api, key(), '{"model":"claude-sonnet-5-5"}')).status).toBe(400);
    expect((await post(api, key(), JSON.stringify({ ...ask, system: 'x'.repeat(33 * 1024 * 1024) }))).status).toBe(413);
    expect((await post(api, key(), JSON.stringify({ ...ask, prompt: 'x' }))).status).toBe(400);
  });

  it('counts tokens as it bills them, and knows its models', async () => {
    const api = await fake(says('Yes.'));
    const client = sdkClient(api.url);
    const { input_tokens } = await client.messages.countTokens({ model: ask.model, messages: ask.messages });
    expect((await client.messages.create(ask)).usage.input_tokens).toBe(input_tokens);
    const model = await client.models.retrieve('claude-sonnet-5-5');
    expect(model.capabilities?.thinking.types).toMatchObject({
      adaptive: { supported: true },
      disabled: { supported: false },
    });
    expect(await failureOf(client.models.retrieve('claude-2'))).toBeInstanceOf(Anthropic.NotFoundError);
  });
});

describe('a failure', () => {
  it.each([
    [400, Anthropic.BadRequestError, 'invalid_request_error'],
    [401, Anthropic.AuthenticationError, 'authentication_error'],
    [402, Anthropic.PaymentRequiredError, 'billing_error'],
    [403, Anthropic.PermissionDeniedError, 'permission_error'],
    [404, Anthropic.NotFoundError, 'not_found_error'],
    [409, Anthropic.ConflictError, 'conflict_error'],
    [413, Anthropic.ContentTooLargeError, 'request_too_large'],
    [429, Anthropic.RateLimitError, 'rate_limit_error'],
    [500, Anthropic.InternalServerError, 'api_error'],
    [529, Anthropic.OverloadedError, 'overloaded_error'],
  ] as const)('of status %i is the error that the client knows, and costs nothing', async (status, kind, type) => {
    const api = await fake(fails(status));
    const error = await failureOf(sdkClient(api.url).messages.stream(ask).finalMessage());
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ status, type, requestID: 'req_fake_0000' });
    expect(api.messages[0]?.billed).toBeUndefined();
  });

  it('by a spending limit carries its code', async () => {
    const api = await fake(fails(429, { code: 'enforced_spend_limit_reached' }));
    const error = await failureOf(sdkClient(api.url).messages.stream(ask).finalMessage());
    expect(error).toMatchObject({ status: 429, errorCode: 'enforced_spend_limit_reached' });
  });

  it.each([{ 'retry-after': '1' }, { 'retry-after-ms': '60' }])('says when to come again: %o', async (headers) => {
    const api = await fake(({ index }) => (index === 0 ? fails(429, { headers: { ...headers } }) : says('Yes.')));
    const started = performance.now();
    await sdkClient(api.url, { maxRetries: 1 }).messages.create(ask);
    expect(performance.now() - started).toBeGreaterThan(headers['retry-after-ms'] ? 55 : 950);
  });

  const broken = [
    ['an error event', { kind: 'error-event', afterChunks: 2, type: 'overloaded_error' }, /.*/],
    ['a cut', { kind: 'cut', afterChunks: 2 }, /terminated|closed|aborted/],
    ['a clean end', { kind: 'clean-end', afterChunks: 2 }, /ended without/],
  ] as const;
  it.each(broken)('in the middle of the stream: %s', async (_, delivery, message) => {
    const api = await fake(says('word '.repeat(1000), { delivery }));
    let text = '';
    const stream = sdkClient(api.url).messages.stream({ ...ask, max_tokens: 10_000 });
    stream.on('text', (_delta, snapshot) => (text = snapshot));
    const error = await failureOf(stream.finalMessage());
    expect(error).toBeInstanceOf(Anthropic.AnthropicError);
    expect(String(error)).toMatch(message);
    expect(text.length).toBe(800);
    // What was said until then is billed; a part only of the 1,725 tokens that the whole would be.
    expect(api.messages[0]?.billed?.output_tokens).toBeGreaterThan(100);
    expect(api.messages[0]?.billed?.output_tokens).toBeLessThan(400);
  });

  it('in an answer of one word comes before its end', async () => {
    const api = await fake(says('Yes.', { delivery: { kind: 'clean-end', afterChunks: 99 } }));
    expect(await failureOf(sdkClient(api.url).messages.stream(ask).finalMessage())).toBeInstanceOf(Error);
  });

  it('may be silence: a reset, a request without answer, a stream that stops', async () => {
    const api = await fake({ kind: 'reset' });
    const client = sdkClient(api.url, { timeout: 200 });
    expect(await failureOf(client.messages.create(ask))).toBeInstanceOf(Anthropic.APIConnectionError);
    api.answerWith(() => ({ kind: 'no-response' }));
    expect(await failureOf(client.messages.create(ask))).toBeInstanceOf(Anthropic.APIConnectionTimeoutError);
    api.answerWith(() => says('word '.repeat(1000), { delivery: { kind: 'hang', afterChunks: 1 } }));
    const stream = client.messages.stream(ask);
    const first = await Promise.race([
      failureOf(stream.finalMessage()),
      new Promise((resolve) => setTimeout(resolve, 300, 'still silent')),
    ]);
    expect(first).toBe('still silent');
    stream.abort();
  });
});

function key(): Record<string, string> {
  return { 'x-api-key': 'sk-ant-fake-000000000000000000000000' };
}

function post(api: FakeAnthropic, headers: Record<string, string>, body = JSON.stringify(ask)): Promise<Response> {
  const all = { 'content-type': 'application/json', 'anthropic-version': '2026-10-21', ...headers };
  return fetch(`${api.url}/v1/messages`, { method: 'POST', headers: all, body });
}
