import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { runCli, scratchFolder, withoutKey, type RunOptions } from '../support/cli.js';
import { listFiles } from '../support/tree.js';

const brief = 'A web shop sells tea. Customers place orders for products; staff ship the orders.';
const only = ['--no-install', '--no-git'];
const create = (args: readonly string[], options: RunOptions = {}) =>
  runCli(args, { ...options, env: { ...withoutKey, ...options.env } });

describe('new --brief', () => {
  it('is plan, and then the same as with the blueprint that it gives', async () => {
    const cwd = scratchFolder();
    const { code, stdout, stderr } = await create(['a', '--brief', brief, '--offline', ...only], { cwd });
    expect(code, stderr).toBe(0);
    expect(stdout).toContain(`is in ${path.join(cwd, 'a')}: `);
    expect(stderr).toMatch(/^blueprint\.yaml: \d+ contexts?, \d+ entities, planned offline\.$/m);
    await create(['plan', '--brief', brief, '--offline'], { cwd });
    await create(['b', '--spec', 'blueprint.yaml', ...only], { cwd });
    const files = listFiles(path.join(cwd, 'a'));
    expect(files).toEqual(listFiles(path.join(cwd, 'b')));
    const read = (folder: string, file: string) => readFileSync(path.join(cwd, folder, file), 'utf8');
    expect(files.filter((file) => read('a', file) !== read('b', file))).toEqual([]);
  });

  it('lists in a dry run what a real run writes', async () => {
    const cwd = scratchFolder();
    const dry = await create(['shop', '--brief', brief, '--offline', '--dry-run'], { cwd });
    expect(dry.code).toBe(0);
    expect(readdirSync(cwd)).toEqual([]);
    await create(['shop', '--brief', brief, '--offline', ...only], { cwd });
    expect(dry.stdout.trim().split('\n')).toEqual(listFiles(path.join(cwd, 'shop')));
  });

  it('shows in a dry run what a model would be sent, and sends nothing', async () => {
    const cwd = scratchFolder();
    const env = { ANTHROPIC_API_KEY: 'sk-ant-test-0000' };
    const { code, stdout, stderr } = await create(['shop', '--brief', brief, '--dry-run'], { cwd, env });
    expect(code).toBe(0);
    expect(stdout).toContain('sells tea');
    expect(stderr).toContain('Nothing was sent.');
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('tells machines how the brief was understood', async () => {
    const cwd = scratchFolder();
    const { stdout } = await create(['shop', '--brief', brief, '--json', ...only], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      directory: path.join(cwd, 'shop'),
      plan: { planner: 'offline', requirements: expect.any(Array) as unknown[], coverage: {}, degraded: [] },
    });
  });

  it('takes --set and --package-manager as with a blueprint', async () => {
    const cwd = scratchFolder();
    const args = ['shop', '--brief', brief, '--set', 'title=Tea House', '--package-manager', 'pnpm', ...only];
    expect((await create(args, { cwd })).code).toBe(0);
    const blueprint = readFileSync(path.join(cwd, 'shop', 'blueprint.yaml'), 'utf8');
    expect(blueprint).toContain('title: Tea House');
    expect(blueprint).toMatch(/packageManager: pnpm/);
  });

  it('names the folder after the system with --yes', async () => {
    const cwd = scratchFolder();
    const { code } = await create(['--brief', brief, '--yes', '--name', 'tea-house', ...only], { cwd });
    expect(code).toBe(0);
    expect(readdirSync(cwd)).toEqual(['tea-house']);
  });

  it('refuses a folder that holds something before it reads the brief', async () => {
    const cwd = scratchFolder();
    mkdirSync(path.join(cwd, 'shop'));
    writeFileSync(path.join(cwd, 'shop', 'mine.txt'), 'mine');
    const { code, stderr } = await create(['shop', '--brief', '-'], { cwd, input: null });
    expect(code).toBe(2);
    expect(stderr).toContain('is not empty');
    expect(listFiles(cwd)).toEqual(['shop/mine.txt']);
  });

  it.each([
    [['shop', '--brief', brief, '--spec', 'b.yaml'], "cannot be used with option '--spec"],
    [['shop', '--brief', brief, '--preset', 'minimal'], "cannot be used with option '--preset"],
    [['shop', '--preset', 'minimal', '--offline'], '--offline says how a brief is planned'],
    [['shop', '--spec', 'b.yaml', '--max-cost', '1'], '--max-cost says how a brief is planned'],
    [['shop', '--brief', 'nowhere.md'], 'There is no file nowhere.md.'],
  ])('%j is refused', async (args, message) => {
    const cwd = scratchFolder();
    const { code, stdout, stderr } = await create(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
