import { inspect } from 'node:util';

import { describe, expect, it, onTestFinished } from 'vitest';

import { createClient } from '../../src/brief/anthropic/call/client.js';
import type { MessagesError, MessagesRequest } from '../../src/brief/anthropic/call/messages.js';
import { fails, says, type Answer } from '../support/fake-anthropic/answer.js';
import { FAKE_KEY, startFakeAnthropic, type FakeAnthropic } from '../support/fake-anthropic/server.js';

const request: MessagesRequest = {
  model: 'claude-sonnet-5-5',
  max_tokens: 2000,
  thinking: { type: 'adaptive' },
  output_config: {
    effort: 'high',
    format: {
      type: 'json_schema',
      schema: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false },
    },
  },
  system: [{ type: 'text', text: 'Rules.' }],
  messages: [{ role: 'user', content: 'A secret brief.' }],
};

async function fake(answer: Answer): Promise<FakeAnthropic> {
  const api = await startFakeAnthropic(() => answer);
  onTestFinished(() => api.close());
  return api;
}

function send(api: FakeAnthropic, watch: { signal?: AbortSignal; onText?: (text: string) => void } = {}) {
  const { signal = new AbortController().signal, onText = () => undefined } = watch;
  const client = createClient({ apiKey: FAKE_KEY, baseUrl: api.url });
  let signs = 0;
  const reply = client.send(request, { signal, onText, onSign: () => (signs += 1), onAnswer: () => undefined });
  return { reply, signs: () => signs };
}

async function errorOf(reply: Promise<unknown>): Promise<MessagesError> {
  return reply.then(
    () => expect.fail('a reply'),
    (error: unknown) => error as MessagesError,
  );
}

describe('a reply', () => {
  it('is the text, the usage and the blocks to send back', async () => {
    const api = await fake(says('{"a":"b"}', { thinkingTokens: 40 }));
    const texts: string[] = [];
    const { reply, signs } = send(api, { onText: (text) => texts.push(text) });
    expect(await reply).toMatchObject({ text: '{"a":"b"}', stopReason: 'end_turn', requestId: 'req_fake_0000' });
    expect(texts).toEqual(['{"a":"b"}']);
    expect(signs()).toBeGreaterThan(1);
    const { billed } = api.messages[0] ?? {};
    expect((await reply).usage).toEqual({
      inputTokens: billed?.input_tokens,
      cacheWriteTokens: 0,
      cacheReadTokens: 0,
      outputTokens: billed?.output_tokens,
    });
    expect((await reply).content).toMatchObject([{ type: 'thinking' }, { type: 'text' }]);
  });

  it('comes of exactly the request, as a stream', async () => {
    const api = await fake(says('{"a":"b"}'));
    await send(api).reply;
    expect(api.messages[0]?.body).toEqual({ ...request, stream: true });
  });
});

/** Which error each misfortune is, and whether the answer had begun and so is charged. */
const faults: readonly (readonly [string, Answer, MessagesError['fault'], boolean])[] = [
  ['400', fails(400), 'request', false],
  ['401', fails(401), 'account', false],
  ['402', fails(402), 'account', false],
  ['403', fails(403), 'account', false],
  ['404', fails(404), 'account', false],
  ['409', fails(409), 'transient', false],
  ['413', fails(413), 'request', false],
  ['429', fails(429), 'transient', false],
  ['429 by a spending limit', fails(429, { code: 'enforced_spend_limit_reached' }), 'account', false],
  ['429 by a limit of the contract', fails(429, { code: 'contract_spend_limit_reached' }), 'account', false],
  ['429 by growing too fast', fails(429, { code: 'ramp_limit_exceeded' }), 'transient', false],
  ['500', fails(500), 'transient', false],
  ['529', fails(529), 'transient', false],
  ['a reset', { kind: 'reset' }, 'transient', false],
  ...(['overloaded_error', 'api_error'] as const).map(
    (type) =>
      [
        `${type} in the middle`,
        says('x'.repeat(900), { delivery: { kind: 'error-event', afterChunks: 1, type } }),
        'transient',
        true,
      ] as const,
  ),
  ['a cut', says('x'.repeat(900), { delivery: { kind: 'cut', afterChunks: 1 } }), 'transient', true],
  ['an early end', says('x'.repeat(900), { delivery: { kind: 'clean-end', afterChunks: 1 } }), 'transient', true],
];

describe('an error', () => {
  it.each(faults)('of %s', async (_, answer, fault, begun) => {
    const api = await fake(answer);
    const error = await errorOf(send(api).reply);
    expect(error).toMatchObject({ name: 'MessagesError', fault, details: { begun } });
    // Nothing of the key, the address, the request or what the server said.
    const shown = `${error.message} ${inspect(error, { depth: 8 })}`.replaceAll(/\n\s+at .*/g, '');
    for (const private_ of [FAKE_KEY, api.url, 'secret brief', 'Invalid request', 'invalid x-api-key'])
      expect(shown).not.toContain(private_);
    // The client makes no attempts of its own: they would be charged without anybody knowing.
    expect(api.messages).toHaveLength(1);
  });

  it.each([
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after-ms': '250' }, 250],
    [{}, undefined],
  ])('says how long %o asks to wait', async (headers, ms) => {
    const api = await fake(fails(429, { headers: headers }));
    expect((await errorOf(send(api).reply)).details.retryAfterMs).toBe(ms);
  });

  it('of a request that was given up, before and during the answer', async () => {
    for (const answer of [
      { kind: 'no-response' },
      says('x', { delivery: { kind: 'hang', afterChunks: 0 } }),
    ] as const) {
      const control = new AbortController();
      const { reply } = send(await fake(answer), { signal: control.signal });
      setTimeout(() => control.abort(), 150);
      expect(await errorOf(reply)).toMatchObject({ fault: 'aborted' });
    }
  });
});

it('the client shows no key', async () => {
  const api = await fake(says('{}'));
  const client = createClient({ apiKey: FAKE_KEY, baseUrl: api.url });
  await client.send(request, {
    signal: new AbortController().signal,
    onText: () => undefined,
    onSign: () => undefined,
    onAnswer: () => undefined,
  });
  expect(inspect(client, { depth: 8, showHidden: true })).not.toContain(FAKE_KEY);
  expect(JSON.stringify(client)).not.toContain(FAKE_KEY);
});
