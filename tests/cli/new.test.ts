import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { run, runCli, scratchFolder } from '../support/cli.js';
import { listFiles } from '../support/tree.js';

const only = ['--no-install', '--no-git'];

describe('new', () => {
  it('writes a repository, and says what to do next', async () => {
    const cwd = scratchFolder();
    const { code, stdout, stderr } = await runCli(['shop', '--preset', 'minimal', ...only], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('shop') as string });
    expect(stdout).toContain(`is in ${path.join(cwd, 'shop')}: 1 context, 2 entities, `);
    expect(stdout).toContain('\nNext:\n  cd shop\n  npm install\n  npm run dev');
    expect(readdirSync(cwd)).toEqual(['shop']);
    expect(listFiles(path.join(cwd, 'shop'))).toEqual(
      expect.arrayContaining(['.blueprint/manifest.json', 'blueprint.yaml', 'package.json', 'apps/api/src/server.ts']),
    );
  });

  it('is the same with and without the word "new"', async () => {
    const cwd = scratchFolder();
    await runCli(['a', '--preset', 'minimal', ...only], { cwd });
    await runCli(['new', 'b', '--preset', 'minimal', ...only], { cwd });
    expect(listFiles(path.join(cwd, 'a'))).toEqual(listFiles(path.join(cwd, 'b')));
  });

  it('takes defaults with --yes', async () => {
    const cwd = scratchFolder();
    const { code } = await runCli(['--yes', '--preset', 'minimal', ...only], { cwd });
    expect(code).toBe(0);
    expect(readdirSync(cwd)).toEqual(['minimal']);
  });

  it('lists in a dry run exactly what a real run writes, and writes nothing', async () => {
    const cwd = scratchFolder();
    const dry = await runCli(['shop', '--preset', 'minimal', '--dry-run', ...only], { cwd });
    expect(dry.code).toBe(0);
    expect(readdirSync(cwd)).toEqual([]);
    await runCli(['shop', '--preset', 'minimal', ...only], { cwd });
    expect(dry.stdout.trim().split('\n')).toEqual(listFiles(path.join(cwd, 'shop')));
  });

  it('tells machines what it did', async () => {
    const cwd = scratchFolder();
    const { stdout, stderr } = await runCli(['shop', '--preset', 'minimal', '--json', ...only], { cwd });
    const result = JSON.parse(stdout) as { files: { path: string; bytes: number }[] };
    expect(stderr).toContain('files in');
    expect(result).toMatchObject({
      ok: true,
      directory: path.join(cwd, 'shop'),
      contexts: 1,
      entities: 2,
      installed: false,
      git: { state: 'off' },
      openPoints: [],
    });
    expect(result.files.map((file) => file.path)).toEqual(listFiles(path.join(cwd, 'shop')));
  });

  it('records --set and --package-manager in the blueprint of the new repository', async () => {
    const cwd = scratchFolder();
    await runCli(['shop', '--preset', 'minimal', '--set', 'title=Corner Shop', '--package-manager', 'pnpm', ...only], {
      cwd,
    });
    const blueprint = readFileSync(path.join(cwd, 'shop', 'blueprint.yaml'), 'utf8');
    expect(blueprint).toContain('title: Corner Shop');
    expect(blueprint).toMatch(/packageManager: pnpm/);
  });

  it.each(['shop', '.'])('refuses a folder that holds something: %s', async (target) => {
    const cwd = scratchFolder();
    mkdirSync(path.join(cwd, 'shop'));
    writeFileSync(path.join(cwd, 'shop', 'mine.txt'), 'mine');
    const { code, stdout, stderr } = await runCli([target, '--preset', 'minimal', ...only], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(cwd);
    expect(listFiles(cwd)).toEqual(['shop/mine.txt']);
  });

  it('refuses such a folder in a dry run too', async () => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, 'mine.txt'), 'mine');
    expect((await runCli(['.', '--preset', 'minimal', '--dry-run'], { cwd })).code).toBe(2);
  });

  it('makes a git repository with one clean commit', async () => {
    const cwd = scratchFolder();
    const env = {
      GIT_CONFIG_GLOBAL: path.join(cwd, 'none'),
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@localhost',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@localhost',
      GIT_CEILING_DIRECTORIES: cwd,
    };
    const { code } = await runCli(['shop', '--preset', 'minimal', '--no-install'], { cwd, env });
    expect(code).toBe(0);
    const git = (...args: string[]) => run('git', ['-C', path.join(cwd, 'shop'), ...args], { env });
    expect((await git('status', '--porcelain')).stdout).toBe('');
    expect((await git('rev-list', '--count', 'HEAD')).stdout).toBe('1\n');
  });

  it('leaves a folder inside a git repository to that repository', async () => {
    const cwd = scratchFolder();
    await run('git', ['init', '--quiet', cwd]);
    const { stdout } = await runCli(['shop', '--preset', 'minimal', '--no-install'], { cwd });
    expect(stdout).toContain('No commit was made: the folder is inside a git repository.');
    expect(readdirSync(path.join(cwd, 'shop'))).not.toContain('.git');
  });
});

describe('interruption', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s leaves nothing behind', async (signal, expected) => {
    const cwd = scratchFolder();
    const { code, stdout } = await runCli(['shop', '--preset', 'ecommerce', ...only], {
      cwd,
      env: { NODE_OPTIONS: `--import=${new URL('../support/announce-start.mjs', import.meta.url).href}` },
      interrupt: { signal, when: /started/ },
    });
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(readdirSync(cwd)).toEqual([]);
  });
});
