import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { sdkClient } from '../support/anthropic-sdk.js';
import { cassette, cassetteKey } from '../support/cassette.js';
import { scratchFolder } from '../support/cli.js';
import { fails, says } from '../support/fake-anthropic/answer.js';
import { FAKE_KEY, startFakeAnthropic } from '../support/fake-anthropic/server.js';

const ask = {
  model: 'claude-sonnet-5-5',
  max_tokens: 1000,
  messages: [{ role: 'user' as const, content: 'What is a deal?' }],
};
const closed = 'http://127.0.0.1:9';

async function recorded(): Promise<string> {
  const folder = scratchFolder();
  const api = await startFakeAnthropic(() => says('Something an account may buy.'));
  onTestFinished(() => api.close());
  const client = sdkClient(api.url, { middleware: [cassette(folder, 'record', { synthetic: true })] });
  await client.messages.stream(ask).finalMessage();
  return folder;
}

function replaying(folder: string, url = closed) {
  return sdkClient(url, { middleware: [cassette(folder, 'replay', { synthetic: true })] });
}

it('plays what was recorded, without a socket', async () => {
  const folder = await recorded();
  const message = await replaying(folder).messages.stream(ask).finalMessage();
  expect(message.content).toMatchObject([{ type: 'text', text: 'Something an account may buy.' }]);
  expect(message.usage.input_tokens).toBeGreaterThan(0);
});

it('keeps the answer, its label and nothing of who asked', async () => {
  const folder = await recorded();
  const [file] = readdirSync(folder);
  const text = readFileSync(path.join(folder, file ?? ''), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ synthetic: true, request: { model: ask.model }, response: { status: 200 } });
  expect(text).not.toContain(FAKE_KEY);
  expect(text.toLowerCase()).not.toContain('authorization');
});

it('says which file a changed question misses', async () => {
  const folder = await recorded();
  const other = { ...ask, max_tokens: 1001 };
  const error: unknown = await replaying(folder)
    .messages.stream({ ...other })
    .finalMessage()
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  expect(String(error)).toContain(path.join(folder, `${cassetteKey({ ...other, stream: true })}.json`));
  expect(String(error)).toContain('record anew');
});

it('asks only for what is missing when told to', async () => {
  const folder = await recorded();
  const api = await startFakeAnthropic(() => says('New.'));
  onTestFinished(() => api.close());
  const client = sdkClient(api.url, { middleware: [cassette(folder, 'auto', { synthetic: true })] });
  await client.messages.stream(ask).finalMessage();
  expect(api.calls).toHaveLength(0);
  await client.messages.stream({ ...ask, max_tokens: 5 }).finalMessage();
  expect(api.calls).toHaveLength(1);
  expect(readdirSync(folder)).toHaveLength(2);
});

it('keeps no failure', async () => {
  const folder = scratchFolder();
  const api = await startFakeAnthropic(() => fails(529));
  onTestFinished(() => api.close());
  const client = sdkClient(api.url, { middleware: [cassette(folder, 'record', { synthetic: true })] });
  await expect(client.messages.create(ask)).rejects.toThrow(/529/);
  expect(readdirSync(folder)).toEqual([]);
});

it('finds an answer whatever the order of keys and the metadata', () => {
  expect(cassetteKey({ b: [1, { d: 1, c: 2 }], a: 1, metadata: { user_id: 'x' } })).toBe(
    cassetteKey({ a: 1, b: [1, { c: 2, d: 1 }] }),
  );
  expect(cassetteKey({ a: [1, 2] })).not.toBe(cassetteKey({ a: [2, 1] }));
});
