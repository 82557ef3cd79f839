import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { describe, expect, it, onTestFinished } from 'vitest';

import { EXAMPLE } from '../../src/brief/agent/language.js';
import { STAGES } from '../../src/brief/agent/stages.js';
import { builtCli, runCli, scratchFolder, withoutKey } from '../support/cli.js';

const brief = 'Bicycle workshops take bicycles in for repair; customers are told when their bicycle is ready.';
/** Its requirements quote another brief. */
const blueprint = EXAMPLE.slice(0, EXAMPLE.indexOf('requirements:'));

/** An agent as the makers of the protocol wrote one. */
async function anAgent(...args: string[]): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  const transport = new StdioClientTransport({ command: process.execPath, args: [builtCli, 'mcp', ...args] });
  await client.connect(transport);
  onTestFinished(() => client.close());
  return client;
}

async function call(client: Client, name: string, args: Record<string, string> = {}) {
  const { content, isError = false } = await client.callTool({ name, arguments: args });
  const [{ text }] = content as [{ text: string }];
  return { text, isError };
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '');

describe('mcp', () => {
  it('introduces itself and its tools', async () => {
    const client = await anAgent();
    expect(client.getServerVersion()).toMatchObject({ name: 'create-backend-blueprint' });
    expect(client.getInstructions()).toContain('next_stage');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['next_stage', 'submit', 'check', 'explain']);
    await client.ping();
  });

  it('leads an agent from a brief to a blueprint', async () => {
    const client = await anAgent();
    expect(await call(client, 'next_stage')).toEqual({
      text: 'There is no brief yet. Pass its text as "brief".',
      isError: true,
    });
    const first = await call(client, 'next_stage', { brief });
    expect(first.text).toContain(brief);
    expect(first.text).toContain('## Stage 1 of');
    const broken = await call(client, 'submit', {
      blueprint: blueprint.replace('customer: Customer', 'customer: Custmer'),
    });
    const { ok, findings } = JSON.parse(broken.text) as { ok: boolean; findings: { severity: string }[] };
    const at = { line: EXAMPLE.split('\n').findIndex((line) => line.includes('customer: Customer')) + 1 };
    expect(ok).toBe(false);
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'UNKNOWN_ENTITY', file: 'blueprint.yaml', at, hint: 'Did you mean "Customer"?' },
    ]);
    expect((await call(client, 'next_stage')).text).toContain('## Mend');
    for (const { id } of STAGES) {
      const verdict = JSON.parse((await call(client, 'submit', { blueprint })).text) as object;
      expect(verdict, id).toMatchObject({ ok: true, errors: 0, coverage: {} });
      await call(client, 'next_stage');
    }
    expect((await call(client, 'next_stage')).text).toContain('## Done');
    const fact = await call(client, 'explain', { fact: 'scale.poolSize' });
    expect(JSON.parse(fact.text)).toMatchObject({ id: 'scale.poolSize' });
    expect(await call(client, 'explain', { fact: 'scale.poolsize' })).toMatchObject({ isError: true });
  });

  it('may have its brief from the start', async () => {
    const client = await anAgent('--brief', brief);
    expect((await call(client, 'next_stage')).text).toContain(brief);
  });

  it('checks without a brief, and without remembering', async () => {
    const client = await anAgent();
    expect(JSON.parse((await call(client, 'check', { blueprint: EXAMPLE })).text)).toMatchObject({ ok: true });
    expect(await call(client, 'explain')).toMatchObject({ isError: true });
  });

  it('passes no secret of a brief on', async () => {
    const client = await anAgent();
    const secret = 'sk-ant-api03-Zm9vYmFyYmF6cXV4MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6-AA';
    const { text } = await call(client, 'next_stage', { brief: `${brief} The key is ${secret}.` });
    expect(text).toContain(brief);
    expect(text).not.toContain('Zm9vYmFy');
  });

  it('prints nothing but the protocol, whatever comes in, and ends with its input', async () => {
    const input = [
      'nonsense',
      '{"jsonrpc":"2.0","id":1,"method":"ping"}',
      '{"jsonrpc":"2.0","method":"notifications/initialized"}',
      `{"jsonrpc":"2.0","id":2,"method":"${'x'.repeat(5 * 1024 * 1024)}"}`,
      '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"check","arguments":{"blueprint":"- \\u0000"}}}',
      '{"jsonrpc":"2.0","id":4,"method":"ping"}',
    ].join('\n');
    const { code, stdout, stderr } = await runCli(['mcp'], { cwd: scratchFolder(), env: withoutKey, input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(lines(stdout).map((line) => JSON.parse(line) as unknown)).toEqual([
      { jsonrpc: '2.0', id: null, error: { code: -32700, message: expect.any(String) as string } },
      { jsonrpc: '2.0', id: 1, result: {} },
      { jsonrpc: '2.0', id: null, error: { code: -32600, message: 'The message is too long.' } },
      {
        jsonrpc: '2.0',
        id: 3,
        result: { content: [{ type: 'text', text: expect.stringContaining('"ok": false') as string }] },
      },
      { jsonrpc: '2.0', id: 4, result: {} },
    ]);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends at %s', async (signal, want) => {
    const { code, stdout } = await runCli(['mcp'], {
      input: null,
      env: {
        ...withoutKey,
        NODE_OPTIONS: `--import=${new URL('../support/announce-start.mjs', import.meta.url).href}`,
      },
      interrupt: { signal, when: /started/ },
    });
    expect({ code, stdout }).toEqual({ code: want, stdout: '' });
  });

  it('leaves standard input to the protocol', async () => {
    const { code, stderr } = await runCli(['mcp', '--brief', '-'], { env: withoutKey });
    expect(code).toBe(2);
    expect(stderr).toContain('Standard input is for the protocol.');
  });
});
