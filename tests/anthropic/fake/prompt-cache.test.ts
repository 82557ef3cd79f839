import type { MessageCreateParamsNonStreaming, Usage } from '@anthropic-ai/sdk/resources/messages/messages';
import { beforeEach, afterEach, describe, expect, it } from 'vitest';

import { sdkClient } from '../../support/anthropic-sdk.js';
import { says } from '../../support/fake-anthropic/answer.js';
import { startFakeAnthropic, type FakeAnthropic } from '../../support/fake-anthropic/server.js';

const mark = { cache_control: { type: 'ephemeral' } } as const;
const long = 'Rules that every stage keeps to. '.repeat(80);
const brief = 'We sell a CRM to companies that sell to companies. '.repeat(60);
const schema = (name: string) => ({
  type: 'object',
  properties: { [name]: { type: 'string' } },
  required: [name],
  additionalProperties: false,
});

function ask(tail: string, over: Partial<MessageCreateParamsNonStreaming> = {}): MessageCreateParamsNonStreaming {
  return {
    model: 'claude-sonnet-5-5',
    max_tokens: 100,
    output_config: { format: { type: 'json_schema', schema: schema('a') } },
    system: [{ type: 'text', text: long, ...mark }],
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: brief, ...mark },
          { type: 'text', text: tail },
        ],
      },
    ],
    ...over,
  };
}

let now = 0;
let api: FakeAnthropic;
beforeEach(async () => {
  now = 1_000_000;
  api = await startFakeAnthropic(() => says('Yes.'), { now: () => now });
});
afterEach(() => api.close());

async function usage(body: MessageCreateParamsNonStreaming): Promise<{ in: number; write: number; read: number }> {
  const { usage: used } = await sdkClient(api.url).messages.create(body);
  return figures(used);
}

function figures(used: Usage) {
  return {
    in: used.input_tokens,
    write: used.cache_creation_input_tokens ?? 0,
    read: used.cache_read_input_tokens ?? 0,
  };
}

describe('the prompt cache', () => {
  it('is written once and read by all that begin alike', async () => {
    const first = await usage(ask('sales'));
    const second = await usage(ask('quoting, which is longer'));
    expect(first.read).toBe(0);
    expect(first.write).toBeGreaterThan(1500);
    expect(second).toEqual({ in: expect.any(Number) as number, write: 0, read: first.write });
    expect(second.in).toBeGreaterThan(first.in);
  });

  it.each<[string, Partial<MessageCreateParamsNonStreaming>]>([
    ['another format', { output_config: { format: { type: 'json_schema', schema: schema('b') } } }],
    ['other rules', { system: [{ type: 'text', text: `${long}!`, ...mark }] }],
    ['another model', { model: 'claude-haiku-5-5' }],
  ])('is not shared with %s', async (_, over) => {
    await usage(ask('sales'));
    expect((await usage(ask('sales', over))).read).toBe(0);
  });

  it('shares the rules when only the brief differs', async () => {
    await usage(ask('sales'));
    const content = [{ type: 'text' as const, text: `${brief}!`, ...mark }];
    const other = await usage(ask('', { messages: [{ role: 'user', content }] }));
    expect(other.read).toBeGreaterThan(700);
    expect(other.write).toBeGreaterThan(700);
  });

  it('lives for five minutes after its last use', async () => {
    const { write } = await usage(ask('sales'));
    now += 4 * 60_000;
    expect((await usage(ask('sales'))).read).toBe(write);
    now += 4 * 60_000;
    expect((await usage(ask('sales'))).read).toBe(write);
    now += 6 * 60_000;
    expect((await usage(ask('sales'))).read).toBe(0);
  });

  it('holds nothing below 512 tokens, and nothing that is not marked', async () => {
    const short = { system: [{ type: 'text' as const, text: 'Be brief.', ...mark }], messages: [] };
    const small = ask('', { ...short, messages: [{ role: 'user', content: 'Hello' }] });
    expect(await usage(small)).toMatchObject({ write: 0, read: 0 });
    expect(await usage(small)).toMatchObject({ write: 0, read: 0 });
    const plain = ask('', { system: long, messages: [{ role: 'user', content: brief }] });
    await usage(plain);
    expect(await usage(plain)).toMatchObject({ write: 0, read: 0 });
  });

  it('cannot be read before the response that writes it has begun', async () => {
    let release = (): void => undefined;
    const both = new Promise<void>((resolve) => (release = resolve));
    api.answerWith(async () => {
      if (api.messages.length === 2) release();
      await both;
      return says('Yes.');
    });
    const [one, two] = await Promise.all([usage(ask('sales')), usage(ask('quoting'))]);
    expect([one.read, two.read]).toEqual([0, 0]);
    expect(two.write).toBe(one.write);
    expect((await usage(ask('helpdesk'))).read).toBe(one.write);
  });
});
