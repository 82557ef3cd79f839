import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { runCli, scratchFolder, withoutKey, type RunOptions } from '../support/cli.js';
import { listFiles } from '../support/tree.js';

const brief = 'A web shop sells tea. Customers place orders for products; staff ship the orders. It prints horoscopes.';
const cli = (args: readonly string[], options: RunOptions) =>
  runCli(args, { ...options, env: { ...withoutKey, ...options.env } });

async function anExport(): Promise<string> {
  const cwd = scratchFolder();
  const { code, stderr } = await cli(['plan', '--brief', brief, '--export', 'task'], { cwd });
  expect(code, stderr).toBe(0);
  return path.join(cwd, 'task');
}
const textOf = (folder: string, file: string) => readFileSync(path.join(folder, file), 'utf8');

describe('plan --export', () => {
  it('writes the task, the schema, the brief and a draft without errors', async () => {
    const folder = await anExport();
    expect(listFiles(folder)).toEqual(['TASK.md', 'blueprint.schema.json', 'blueprint.yaml', 'brief.md']);
    expect(textOf(folder, 'brief.md')).toBe(`${brief}\n`);
    expect(JSON.parse(textOf(folder, 'blueprint.schema.json'))).toMatchObject({ title: 'Blueprint', type: 'object' });
    const { code, stdout } = await cli(['check', 'blueprint.yaml', '--json'], { cwd: folder });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: 0 });
  });

  it('asks no model for it', async () => {
    const cwd = scratchFolder();
    const env = { ANTHROPIC_API_KEY: 'sk-ant-x', ANTHROPIC_BASE_URL: 'http://127.0.0.1:9' };
    const { code, stdout, stderr } = await cli(['plan', '--brief', brief, '--export', 'task', '--json'], { cwd, env });
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, directory: path.join(cwd, 'task') });
  });

  it('refuses a folder that holds something', async () => {
    const cwd = scratchFolder();
    mkdirSync(path.join(cwd, 'task'));
    writeFileSync(path.join(cwd, 'task', 'mine.txt'), 'mine');
    const { code, stderr } = await cli(['plan', '--brief', brief, '--export', 'task'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('is not empty');
    expect(readdirSync(path.join(cwd, 'task'))).toEqual(['mine.txt']);
  });

  it.each(['--import=b.yaml', '--output=b.yaml', '--dry-run'])('is not combined with %s', async (option) => {
    const { code, stderr } = await cli(['plan', '--brief', brief, '--export', 'task', option], {
      cwd: scratchFolder(),
    });
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be used with option');
  });
});

describe('the loop of an agent', () => {
  it('has findings with file, line, column, code, message and hint', async () => {
    const folder = await anExport();
    const broken = textOf(folder, 'blueprint.yaml').replace('\ncontexts:', '\ncontxts:');
    writeFileSync(path.join(folder, 'blueprint.yaml'), broken);
    const { code, stdout } = await cli(['check', 'blueprint.yaml', '--json'], { cwd: folder });
    expect(code).toBe(2);
    const { findings } = JSON.parse(stdout) as { findings: unknown[] };
    const line = broken.split('\n').indexOf('contxts:') + 1;
    expect(findings).toContainEqual({
      code: 'UNKNOWN_KEY',
      severity: 'error',
      message: expect.stringContaining('contxts') as string,
      file: 'blueprint.yaml',
      at: { line, column: 1 },
      hint: 'Did you mean "contexts"?',
    });
  });
});

describe('plan --import', () => {
  it('holds a blueprint to all checks, and to the brief', async () => {
    const folder = await anExport();
    const { code, stdout } = await cli(['plan', '--import', 'blueprint.yaml', '--brief', 'brief.md'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^blueprint\.yaml: \d+ contexts?, \d+ entities, imported; it has no errors\.\n/);
    expect(stdout).toContain('Requirements: ');
    expect(stdout).toContain('horoscopes');
    expect(listFiles(folder)).toHaveLength(4);
  });

  it('refuses errors with their places', async () => {
    const folder = await anExport();
    writeFileSync(path.join(folder, 'bad.yaml'), 'blueprint: 1\nname: shop\ncontexts:\n  a: { entities: { X: {} } }\n');
    const { code, stdout, stderr } = await cli(['plan', '--import', 'bad.yaml'], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^bad\.yaml:4:\d+ /);
    expect(stderr).toContain('bad.yaml has errors; nothing was imported.');
  });

  it('refuses quotes that the brief does not have', async () => {
    const folder = await anExport();
    const requirements = 'requirements:\n  - { id: R1, quote: sells coffee, status: open }\n';
    const text = textOf(folder, 'blueprint.yaml').replace(/^requirements:\n(?: .*\n)*/m, '') + requirements;
    writeFileSync(path.join(folder, 'blueprint.yaml'), text);
    const args = ['plan', '--import', 'blueprint.yaml', '--brief', 'brief.md', '--json'];
    const { code, stdout } = await cli(args, { cwd: folder });
    expect(code).toBe(2);
    const { error, findings } = JSON.parse(stdout) as { error: unknown; findings: { severity: string }[] };
    expect(error).toMatchObject({ code: 'BLUEPRINT_INVALID' });
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'QUOTE_NOT_IN_BRIEF', at: { line: text.split('\n').length - 1 } },
    ]);
  });

  it('writes the blueprint with its requirements where it is told, comments and all', async () => {
    const folder = await anExport();
    const text = textOf(folder, 'blueprint.yaml').replace(/^requirements:\n(?: .*\n)*/m, '# The end.\n');
    writeFileSync(path.join(folder, 'blueprint.yaml'), text);
    const args = ['plan', '--import', 'blueprint.yaml', '--brief', 'brief.md', '-o', 'traced.yaml'];
    const { code, stdout } = await cli(args, { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^traced\.yaml: /);
    expect(textOf(folder, 'traced.yaml')).toContain('# yaml-language-server: $schema=blueprint.schema.json');
    expect(textOf(folder, 'traced.yaml')).toContain('# The end.');
    expect(textOf(folder, 'traced.yaml')).toMatch(/\nrequirements:\n/);
    expect((await cli(['check', 'traced.yaml'], { cwd: folder })).code).toBe(0);
    expect((await cli(args, { cwd: folder })).code).toBe(4);
  });
});
