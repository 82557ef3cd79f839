import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { linesOf } from '../../../../src/brief/agent/lines.js';
import { answerTo, type ServerInfo } from '../../../../src/brief/agent/protocol.js';

const server: ServerInfo = {
  name: 'tool',
  version: '1.2.3',
  instructions: 'Say hello.',
  tools: [
    {
      name: 'greet',
      description: 'Greets.',
      parameters: {
        who: { description: 'Whom.', required: true },
        how: { description: 'How.', required: false },
      },
      call: ({ who, how }) => {
        if (who === 'nobody') throw new RangeError('There is nobody.');
        if (who === 'bug') throw new Error('secret detail');
        return Promise.resolve(how === undefined ? `Hello ${who}` : { who, how });
      },
    },
  ],
  explain: (error) => (error instanceof RangeError ? error.message : undefined),
};

const ask = async (message: unknown) => {
  const line = await answerTo(typeof message === 'string' ? message : JSON.stringify(message), server);
  return line === undefined ? undefined : (JSON.parse(line) as unknown);
};
const call = (args: unknown, name = 'greet') =>
  ask({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } });
const refused = (id: unknown, code: number) => ({
  jsonrpc: '2.0',
  id,
  error: { code, message: expect.any(String) as string },
});

describe('the server', () => {
  it.each([
    ['2025-11-25', '2025-11-25'],
    ['2024-11-05', '2024-11-05'],
    ['1999-01-01', '2025-11-25'],
    [undefined, '2025-11-25'],
  ])('speaks the version of the client when it knows it: %s', async (asked, want) => {
    expect(await ask({ jsonrpc: '2.0', id: 'a', method: 'initialize', params: { protocolVersion: asked } })).toEqual({
      jsonrpc: '2.0',
      id: 'a',
      result: {
        protocolVersion: want,
        capabilities: { tools: {} },
        serverInfo: { name: 'tool', version: '1.2.3' },
        instructions: 'Say hello.',
      },
    });
  });

  it('lists its tools', async () => {
    expect(await ask({ jsonrpc: '2.0', id: 2, method: 'tools/list' })).toMatchObject({
      result: {
        tools: [{ name: 'greet', inputSchema: { type: 'object', required: ['who'], additionalProperties: false } }],
      },
    });
  });

  it('calls a tool', async () => {
    expect(await call({ who: 'you' })).toMatchObject({ result: { content: [{ type: 'text', text: 'Hello you' }] } });
    expect(await call({ who: 'you', how: 'so' })).toMatchObject({
      result: { content: [{ text: '{\n  "who": "you",\n  "how": "so"\n}' }] },
    });
  });

  it.each([[{}], [{ who: 1 }], [{ who: 'you', x: 'y' }], [[]], ['you'], [{ who: 'you', how: null }]])(
    'tells the agent about arguments that make no sense: %j',
    async (args) => {
      expect(await call(args)).toMatchObject({ id: 1, result: { isError: true } });
    },
  );

  it('tells the agent what it can mend, and hides what is our fault', async () => {
    expect(await call({ who: 'nobody' })).toMatchObject({
      result: { isError: true, content: [{ text: 'There is nobody.' }] },
    });
    const bug = await call({ who: 'bug' });
    expect(bug).toEqual(refused(1, -32603));
    expect(JSON.stringify(bug)).not.toContain('secret');
  });

  it.each([
    ['no json', refused(null, -32700)],
    [[], refused(null, -32600)],
    [null, refused(null, -32600)],
    [{ id: 1, method: 'ping' }, refused(null, -32600)],
    [{ jsonrpc: '2.0', id: {}, method: 'ping' }, refused(null, -32600)],
    [{ jsonrpc: '2.0', id: 1 }, refused(null, -32600)],
    [{ jsonrpc: '2.0', id: 1, method: 'resources/list' }, refused(1, -32601)],
    [{ jsonrpc: '2.0', id: 1, method: 'toString' }, refused(1, -32601)],
    [{ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'none' } }, refused(1, -32602)],
    [
      { jsonrpc: '2.0', id: 1, method: 'ping' },
      { jsonrpc: '2.0', id: 1, result: {} },
    ],
    [{ jsonrpc: '2.0', method: 'notifications/initialized' }, undefined],
    [{ jsonrpc: '2.0', method: 'nonsense' }, undefined],
    [{ jsonrpc: '2.0', id: 7, result: {} }, undefined],
  ])('answers %j', async (message, want) => {
    expect(await ask(message)).toEqual(want);
  });

  it('refuses a line that was too long', async () => {
    expect(JSON.parse((await answerTo(undefined, server)) ?? '')).toEqual(refused(null, -32600));
  });

  it('answers every text in one line, or not at all', async () => {
    const values = fc.oneof(
      fc.string(),
      fc.json(),
      fc.object().map((value) => JSON.stringify({ jsonrpc: '2.0', ...value })),
    );
    await fc.assert(
      fc.asyncProperty(values, async (line) => {
        const answer = await answerTo(line, server);
        expect(answer ?? '{}').not.toContain('\n');
        expect(() => JSON.parse(answer ?? '{}') as unknown).not.toThrow();
      }),
    );
  });
});

describe('the lines of a stream', () => {
  async function* pieces(bytes: Buffer, size: number) {
    for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
  }
  const read = async (text: string, size: number, limit = 20) => {
    const lines = [];
    for await (const line of linesOf(pieces(Buffer.from(text), size), limit)) lines.push(line);
    return lines;
  };

  it.each([1, 2, 3, 100])('are the same however it is cut: %i', async (size) => {
    expect(await read('eins\n\nzwölf 日本\r\n  \nlast', size)).toEqual(['eins', 'zwölf 日本\r', 'last']);
  });

  it.each([1, 7, 100])('are given up when they are too long, and those after them are not: %i', async (size) => {
    expect(await read(`a\n${'x'.repeat(50)}\nb\n${'y'.repeat(21)}`, size)).toEqual(['a', undefined, 'b', undefined]);
  });
});
