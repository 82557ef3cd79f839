import { describe, expect, it } from 'vitest';

import { createWarmth, fanOut } from '../../../../src/brief/anthropic/call/fan-out.js';
import { MessagesError, type Watch } from '../../../../src/brief/anthropic/call/messages.js';
import { requestOf, stageKey } from '../../../../src/brief/anthropic/call/request.js';
import { bad, call, good, memory, reply, scripted } from './support/scripted.js';

const done = { kind: 'done', answer: { name: 'right', kind: 'small' } };

const silence = (watch: Watch) =>
  new Promise<never>((_, reject) => {
    const giveUp = () => reject(new MessagesError('aborted', 'Given up.', { begun: true }));
    if (watch.signal.aborted) giveUp();
    watch.signal.addEventListener('abort', giveUp);
  });

describe('a stage', () => {
  it('is done with one answer that keeps the rules', async () => {
    const { runner, requests } = scripted(['{"name":"right","kind":"Small"}']);
    expect(await runner.run(call)).toEqual(done);
    expect(requests).toHaveLength(1);
    expect(runner.calls).toMatchObject([{ stage: 'design', outcome: 'done', requestId: 'req_1' }]);
  });

  it('sends back one answer and one list of problems, never the whole history', async () => {
    const { runner, requests } = scripted([bad, 'no json', good]);
    expect(await runner.run(call)).toEqual(done);
    expect(requests.map(({ messages }) => messages.map(({ role }) => role).join(' '))).toEqual([
      'user',
      'user assistant user',
      'user assistant user',
    ]);
    expect(JSON.stringify(requests[1])).toContain('really not');
    expect(JSON.stringify(requests[2])).not.toContain('really not');
    expect(runner.calls.map(({ outcome }) => outcome)).toEqual(['invalid', 'invalid', 'done']);
  });

  it('keeps its best answer when two repairs do not mend it', async () => {
    const { runner } = scripted([bad, bad, bad]);
    expect(await runner.run(call)).toMatchObject({
      kind: 'flawed',
      answer: { name: 'wrong' },
      problems: { length: 2 },
    });
  });

  it('has no answer when none has the right shape', async () => {
    const { runner } = scripted(['[]', '{}', '{"name":1}']);
    expect(await runner.run(call)).toMatchObject({ kind: 'failed' });
  });

  it('gives a cut answer twice the room, at most twice, and never takes it', async () => {
    const cut = { stopReason: 'max_tokens', text: good };
    const { runner, requests } = scripted([cut, cut, cut]);
    expect(await runner.run(call)).toMatchObject({ kind: 'failed' });
    expect(requests.map(({ max_tokens }) => max_tokens)).toEqual([1000, 2000, 4000]);
  });

  it('is not asked again of a model that refused', async () => {
    const { runner, requests } = scripted([{ stopReason: 'refusal', refusal: 'cyber' }]);
    expect(await runner.run(call)).toEqual({ kind: 'failed', why: 'The model refused to answer (cyber).' });
    expect(requests).toHaveLength(1);
  });

  it.each<[string, Parameters<typeof scripted>[0][number]]>([
    ['a transport that breaks off', new MessagesError('transient', 'It broke off.', { begun: true })],
    ['an answer that ends early', { stopReason: null, text: '{"na' }],
    ['silence', silence],
  ])('is asked again after %s, and charged for the most it can have cost', async (_, fault) => {
    const { runner, budget } = scripted([fault, good]);
    expect(await runner.run(call)).toEqual(done);
    const [failed, well] = runner.calls;
    expect(failed!.usd).toBeGreaterThan(well!.usd);
    expect(budget.spentUsd).toBeCloseTo(failed!.usd + well!.usd, 10);
  });

  it('is given up after three attempts', async () => {
    const fault = new MessagesError('transient', 'The service is overloaded.');
    const { runner, requests, budget } = scripted([fault, fault, fault]);
    expect(await runner.run(call)).toEqual({ kind: 'failed', why: 'The service is overloaded.' });
    expect(requests).toHaveLength(3);
    expect(budget.spentUsd).toBe(0);
  });

  it('does not wait longer than it was told to be patient', async () => {
    const { runner, requests } = scripted([new MessagesError('transient', 'Later.', { retryAfterMs: 3_600_000 })]);
    expect(await runner.run(call)).toMatchObject({ kind: 'failed' });
    expect(requests).toHaveLength(1);
  });

  it('is the last one asked of an account that is refused', async () => {
    const { runner, requests } = scripted([new MessagesError('account', 'No credit (402).')]);
    expect(await runner.run(call)).toMatchObject({ kind: 'failed' });
    expect(await runner.run({ ...call, label: 'other' })).toEqual({ kind: 'failed', why: 'No credit (402).' });
    expect(requests).toHaveLength(1);
  });

  it('does not keep another from being asked when only its request is refused', async () => {
    const { runner } = scripted([new MessagesError('request', 'Too large (413).'), good]);
    expect(await runner.run(call)).toMatchObject({ kind: 'failed' });
    expect(await runner.run({ ...call, label: 'other' })).toEqual(done);
  });

  it('is not asked when the answer could pass the limit', async () => {
    const { runner, requests } = scripted([], { maxUsd: 0.001 });
    expect(await runner.run(call)).toEqual({
      kind: 'failed',
      why: 'The next request could cost more than the limit of $0.001.',
    });
    expect(requests).toHaveLength(0);
  });

  it('comes from an earlier run without a request', async () => {
    const store = memory();
    await scripted([good], { store }).runner.run(call);
    const second = scripted([], { store });
    expect(await second.runner.run(call)).toEqual(done);
    expect(second.runner.resumed).toEqual(['design']);
  });

  it('is asked again when what was kept is damaged', async () => {
    const store = { ...memory(), read: () => Promise.resolve({ name: 7 }) };
    expect(await scripted([good], { store }).runner.run(call)).toEqual(done);
  });

  it('is done even when it cannot be kept, which is said once', async () => {
    let writes = 0;
    const store = {
      ...memory(),
      write: () => {
        writes += 1;
        return Promise.reject(new Error('The disk is full.'));
      },
    };
    const { runner } = scripted([good, good], { store });
    expect(await runner.run(call)).toEqual(done);
    expect(await runner.run({ ...call, label: 'other' })).toEqual(done);
    expect([writes, runner.storeFailure]).toEqual([1, 'The disk is full.']);
  });

  it('ends with the run', async () => {
    const stop = new AbortController();
    const store = memory();
    const { runner, requests } = scripted(
      [
        good,
        (watch) => {
          stop.abort('SIGINT');
          return silence(watch);
        },
      ],
      { signal: stop.signal, store },
    );
    await runner.run(call);
    await expect(runner.run({ ...call, label: 'other' })).rejects.toBe('SIGINT');
    await expect(runner.run({ ...call, label: 'third' })).rejects.toBe('SIGINT');
    expect(requests).toHaveLength(2);
    expect(store.values.size).toBe(1);
    expect(runner.calls.at(-1)?.outcome).toBe('interrupted');
  });

  it('leaves no text in the record', async () => {
    const { runner } = scripted([bad, good]);
    await runner.run(call);
    expect(JSON.stringify(runner.calls)).not.toMatch(/right|wrong|shared|input"/);
  });
});

describe('the name of a stage file', () => {
  const parts = { call, model: 'm', effort: 'high' as const };
  it('follows from all that decides the answer', () => {
    const keys = [
      parts,
      { ...parts, model: 'n' },
      { ...parts, effort: 'medium' as const },
      { ...parts, call: { ...call, shared: 'other' } },
      { ...parts, call: { ...call, input: 'other' } },
      { ...parts, call: { ...call, label: 'other' } },
      { ...parts, call: { ...call, stage: { ...call.stage, task: 'other' } } },
    ].map((each) => stageKey(each));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
  });

  it('does not follow from how long the answer may be', () => {
    expect(stageKey({ ...parts, call: { ...call, stage: { ...call.stage, maxTokens: 9 } } })).toBe(stageKey(parts));
  });

  it('is of a request whose first bytes are the same for all calls of a stage', () => {
    const [one, other] = ['a', 'b'].map((input) => requestOf({ ...parts, call: { ...call, input } }, 100));
    expect(one!.system).toEqual(other!.system);
    const blocks = [one, other].map(
      (request) => request!.messages[0]!.content as { text: string; cache_control?: object }[],
    );
    expect(blocks[0]![0]).toEqual(blocks[1]![0]);
    expect(blocks[0]![0]!.cache_control).toEqual({ type: 'ephemeral' });
    expect(blocks[0]![1]!.cache_control).toBeUndefined();
  });
});

describe('a fan-out', () => {
  it('has one request write the cache before the others are sent', async () => {
    const order: string[] = [];
    const warmth = createWarmth();
    await fanOut([1, 2, 3], async (item) => {
      const started = await warmth.enter();
      order.push(`sent ${item}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(`heard ${item}`);
      started();
    });
    expect(order.slice(0, 2)).toEqual(['sent 1', 'heard 1']);
    expect(order.slice(2, 4).sort()).toEqual(['sent 2', 'sent 3']);
  });

  it('waits for all when one fails, and has at most four at once', async () => {
    let [now, most, ended] = [0, 0, 0];
    const run = fanOut([...Array(10).keys()], async (item) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now -= 1;
      ended += 1;
      if (item === 0) throw new Error('first');
    });
    await expect(run).rejects.toThrow('first');
    expect([most, ended]).toEqual([4, 10]);
  });

  it('gives results in the order of the items', async () => {
    const waits = [9, 1, 5];
    expect(await fanOut(waits, (ms) => new Promise((resolve) => setTimeout(() => resolve(ms), ms)))).toEqual(waits);
  });
});

it('counts what was spent by the usage that the service tells', async () => {
  const { runner, events } = scripted([
    reply(good, { usage: { inputTokens: 1_000_000, cacheWriteTokens: 0, cacheReadTokens: 0, outputTokens: 0 } }),
  ]);
  await runner.run(call);
  expect(events.find(({ type }) => type === 'cost')).toEqual({ type: 'cost', stage: 'design', usd: 2, totalUsd: 2 });
});
