import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { runCli, scratchFolder, withoutKey, type RunOptions } from '../support/cli.js';

const brief =
  'A web shop sells tea. Customers place orders for products; staff ship the orders. The GDPR applies. No product reviews.';
const secret = 'sk-ant-api03-Zm9vYmFyYmF6cXV4MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6-AA';

const plan = (args: readonly string[], options: RunOptions = {}) =>
  runCli(['plan', ...args], { ...options, env: { ...withoutKey, ...options.env } });
const textOf = (folder: string, file = 'blueprint.yaml') => readFileSync(path.join(folder, file), 'utf8');

describe('plan', () => {
  it('writes a blueprint without errors, and says what is to be known about it', async () => {
    const cwd = scratchFolder();
    const { code, stdout, stderr } = await plan(['--brief', brief], { cwd });
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('No ANTHROPIC_API_KEY: planned offline.\n');
    expect(stdout).toMatch(/^blueprint\.yaml: \d+ contexts?, \d+ entities, planned offline\.\n/);
    expect(stdout).toMatch(/\nRequirements: \d+ covered, \d+ partial, \d+ open, \d+ excluded\.\n/);
    expect(stdout).toContain('\nNext:\n  create-backend-blueprint check blueprint.yaml\n');
    expect(readdirSync(cwd)).toEqual(['blueprint.yaml']);
    expect((await runCli(['check', 'blueprint.yaml'], { cwd })).code).toBe(0);
    expect(textOf(cwd)).toMatch(/compliance: \[gdpr\]/);
  });

  it('gives the same bytes for the same brief, from a text, a file or standard input', async () => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, 'brief.md'), brief);
    const runs = [
      await plan(['--brief', brief, '--offline', '-o', '-'], { cwd }),
      await plan(['--brief', 'brief.md', '--offline', '-o', '-'], { cwd }),
      await plan(['--brief', '-', '--offline', '-o', '-'], { cwd, input: brief }),
    ];
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
    expect(runs[0]?.stdout).toMatch(/^blueprint: 1\n/);
    expect(readdirSync(cwd)).toEqual(['brief.md']);
  });

  it('does not overwrite a file without --force', async () => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, 'blueprint.yaml'), 'mine');
    const refused = await plan(['--brief', brief], { cwd });
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 4, stdout: '' });
    expect(refused.stderr).toContain('blueprint.yaml exists already; nothing was written.');
    expect(textOf(cwd)).toBe('mine');
    expect((await plan(['--brief', brief, '--force'], { cwd })).code).toBe(0);
    expect(textOf(cwd)).toMatch(/^blueprint: 1\n/);
  });

  it('writes where it is told', async () => {
    const cwd = scratchFolder();
    mkdirSync(path.join(cwd, 'specs'));
    expect((await plan(['--brief', brief, '-o', 'specs/shop.yaml', '--name', 'tea-shop'], { cwd })).code).toBe(0);
    expect(textOf(cwd, 'specs/shop.yaml')).toContain('\nname: tea-shop\n');
    const { code, stderr } = await plan(['--brief', brief, '-o', 'none/shop.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('There is no folder');
  });

  it('tells machines everything', async () => {
    const cwd = scratchFolder();
    const { code, stdout } = await plan(['--brief', brief, '--json'], { cwd });
    expect(code).toBe(0);
    const result = JSON.parse(stdout) as Record<string, unknown>;
    expect(result).toMatchObject({
      ok: true,
      file: 'blueprint.yaml',
      planner: 'offline',
      text: textOf(cwd),
      contexts: expect.any(Number) as number,
      entities: expect.any(Number) as number,
      provenance: expect.any(Array) as unknown[],
      coverage: { covered: expect.any(Number) as number, notUnderstood: expect.any(Array) as string[] },
      degraded: [],
    });
    expect(result.requirements).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'exclusion', status: 'excluded' })]),
    );
  });

  it('prints the blueprint in a dry run, and writes nothing', async () => {
    const cwd = scratchFolder();
    const dry = await plan(['--brief', brief, '--dry-run'], { cwd });
    expect(dry.code).toBe(0);
    expect(readdirSync(cwd)).toEqual([]);
    await plan(['--brief', brief], { cwd });
    expect(dry.stdout).toBe(textOf(cwd));
  });

  it('takes answers from a file, and says what is wrong with them', async () => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, 'answers.yaml'), 'tenancy: single\n');
    expect((await plan(['--brief', brief, '--answers', 'answers.yaml'], { cwd })).code).toBe(0);
    expect(textOf(cwd)).toContain('\ntenancy: single\n');
    writeFileSync(path.join(cwd, 'answers.yaml'), '# ours\ntenncy: single\n');
    const { code, stderr } = await plan(['--brief', brief, '--answers', 'answers.yaml', '--force'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('answers.yaml:2:1 ANSWER_INVALID There is no question "tenncy". Did you mean "tenancy"?');
    expect(stderr).toContain('answers.yaml has errors; nothing was planned.');
  });
});

describe('a brief that cannot be planned', () => {
  it.each([
    [['--brief', 'nowhere.md'], 'There is no file nowhere.md.'],
    [['--brief', '.'], 'no words'],
    [['--brief', '  '], 'no words'],
    [['--brief', 'large.txt'], 'is larger than 256 KiB'],
    [['--brief', 'A jump and run game for phones with ten levels, no accounts and no server.'], 'game'],
    [[], 'Give --brief <text>'],
    [['--brief', brief, '--offline', '--model', 'claude-opus-5-5'], "cannot be used with option '--offline'"],
    [['--brief', brief, '--max-cost', '0'], 'Give dollars'],
    [['--brief', brief, '--name', 'My Shop'], 'Write it like my-system'],
    [['--brief', brief, '--profile', 'cheap'], 'Allowed choices are economy, balanced, max.'],
    [['--brief', brief, '--import', 'b.yaml', '--dry-run'], "cannot be used with option '--dry-run'"],
    [['--brief', brief, '--answers', 'nowhere.yaml'], 'There is no file nowhere.yaml.'],
    [['--offline'], '--offline says how a brief is planned'],
  ])('%j', async (args, message) => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, 'large.txt'), 'tea '.repeat(70_000));
    const { code, stdout, stderr } = await plan(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(cwd)).toEqual(['large.txt']);
  });

  it('is refused as JSON with --json', async () => {
    const { code, stdout } = await plan(['--brief', 'nowhere.md', '--json'], { cwd: scratchFolder() });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'FILE_NOT_FOUND' } });
  });

  it('is given up when somebody interrupts', async () => {
    const cwd = scratchFolder();
    const { code, stdout } = await plan(['--brief', '-'], {
      cwd,
      input: null,
      env: { NODE_OPTIONS: `--import=${new URL('../support/announce-start.mjs', import.meta.url).href}` },
      interrupt: { signal: 'SIGINT', when: /started/ },
    });
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('a secret in a brief', () => {
  it('is named by kind and line, and goes nowhere', async () => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, 'brief.md'), `${brief}\n\nThe key is ${secret} for now.\n`);
    const { code, stdout, stderr } = await plan(['--brief', 'brief.md', '--json'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^brief\.md:3 looks like a secret \(.+\)/);
    for (const text of [stdout, stderr, textOf(cwd)]) expect(text).not.toContain('Zm9vYmFy');
  });
});

describe('what is sent', () => {
  const key = { ANTHROPIC_API_KEY: 'sk-ant-test-0000' };
  /** Nobody listens there: whatever is sent fails. */
  const closed = { ...key, ANTHROPIC_BASE_URL: 'http://127.0.0.1:9' };

  it('is shown by a dry run, with its price, and not sent', async () => {
    const cwd = scratchFolder();
    const { code, stdout, stderr } = await plan(['--brief', `${brief} The key is ${secret}.`, '--dry-run'], {
      cwd,
      env: key,
    });
    expect(code).toBe(0);
    expect(stdout).toContain('sells tea');
    expect(JSON.parse(stdout)).not.toEqual([]);
    expect(stderr).toMatch(
      /Asking claude-\S+.* at api\.anthropic\.com: about \d+ calls and \$\d+\.\d+, at most \$2\.00\./,
    );
    expect(stderr).toContain('Nothing was sent.');
    expect(stdout + stderr).not.toContain('Zm9vYmFy');
    expect(stdout + stderr).not.toContain('sk-ant-test-0000');
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('does not go to another host without a word', async () => {
    const cwd = scratchFolder();
    const { code, stdout, stderr } = await plan(['--brief', brief], { cwd, env: closed });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Attention: 127.0.0.1:9 is not the service of Anthropic.');
    expect(stderr).toContain('--yes');
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('is not decided by a .env file of the folder', async () => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, '.env'), 'ANTHROPIC_API_KEY=sk-ant-x\nANTHROPIC_BASE_URL=http://127.0.0.1:9\n');
    const { code, stderr } = await plan(['--brief', brief], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('No ANTHROPIC_API_KEY: planned offline.');
  });

  it('is nothing with --offline, also with a key', async () => {
    const cwd = scratchFolder();
    const { code, stderr } = await plan(['--brief', brief, '--offline'], { cwd, env: closed });
    expect(code).toBe(0);
    expect(stderr).not.toContain('127.0.0.1');
    expect(stderr).not.toContain('No ANTHROPIC_API_KEY');
  });
});
