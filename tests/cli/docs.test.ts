import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { runCli, scratchFolder } from '../support/cli.js';
import { listFiles } from '../support/tree.js';

const folder = 'docs/architecture';
const page = `${folder}/04-coding-standards.md`;

async function aRepository(): Promise<string> {
  const cwd = scratchFolder();
  const { code, stderr } = await runCli(['shop', '--preset', 'minimal', '--no-install', '--no-git'], { cwd });
  expect(code, stderr).toBe(0);
  return path.join(cwd, 'shop');
}

const textOf = (root: string, file: string): string => readFileSync(path.join(root, file), 'utf8');
const change = (root: string, file: string, edit: (text: string) => string): void =>
  writeFileSync(path.join(root, file), edit(textOf(root, file)));

/** Everything in a repository, by path. */
function world(root: string): Record<string, string> {
  return Object.fromEntries(listFiles(root).map((file) => [file, textOf(root, file)]));
}

describe('docs', () => {
  it('has nothing to do in a new repository, from any folder of it', async () => {
    const root = await aRepository();
    const before = world(root);
    for (const args of [
      ['docs', root],
      ['docs', path.join(root, 'apps')],
      ['docs', root, '--check'],
    ]) {
      const { code, stdout, stderr } = await runCli(args);
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
      expect(stderr).toMatch(/^All \d+ pages are what the blueprint gives\.\n$/);
    }
    expect(world(root)).toEqual(before);
  });

  it('rebuilds the pages that the blueprint says something else about, and nothing else', async () => {
    const root = await aRepository();
    const before = world(root);
    change(root, 'blueprint.yaml', (text) =>
      text.replace('title: string(200)', 'title: string(200)\n          effort: int?'),
    );
    const { code, stdout, stderr } = await runCli(['docs'], { cwd: root });
    expect(code, stderr).toBe(0);
    expect(stdout).toContain(`update  ${folder}/07-data-layer.md`);
    expect(stderr).toContain('blueprint.yaml has changed since the code was generated');
    const after = world(root);
    const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
    expect(changed.filter((file) => !file.startsWith(folder))).toEqual(['.blueprint/manifest.json', 'blueprint.yaml']);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const again = await runCli(['docs'], { cwd: root });
    expect(again.stdout).toBe('');
    expect(world(root)).toEqual(after);
  });

  it('has nothing to do after a comment', async () => {
    const root = await aRepository();
    change(root, 'blueprint.yaml', (text) => `# Ours.\n\n${text}`);
    const { code, stdout } = await runCli(['docs', '--check'], { cwd: root });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });

  it('restores a page that is gone, and removes one that is not planned any more', async () => {
    const root = await aRepository();
    const before = world(root);
    rmSync(path.join(root, page));
    const old = `${folder}/decisions/9999-forgotten.md`;
    writeFileSync(path.join(root, old), 'old\n');
    change(root, '.blueprint/manifest.json', (text) => {
      const manifest = JSON.parse(text) as { files: Record<string, unknown> };
      const sha256 = '4a9f75a1a5eaae38a7ee60f60ddfaa2b4fbdbbcd19cf6b3f2c1c96e2f6d9c9a6';
      return JSON.stringify({ ...manifest, files: { ...manifest.files, [old]: { sha256, ownership: 'derived' } } });
    });
    const refused = await runCli(['docs'], { cwd: root });
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({
      code: 4,
      stdout: `create  ${page}\nremove  ${old}  (changed since it was written)\n`,
    });
    const forced = await runCli(['docs', '--force'], { cwd: root });
    expect(forced.code).toBe(0);
    expect(world(root)).toEqual(before);
  });

  it('leaves a page that people changed, says so with exit code 4, and writes nothing', async () => {
    const root = await aRepository();
    change(root, page, (text) => `${text}\nOurs.\n`);
    change(root, 'blueprint.yaml', (text) => text.replace('title: Tasklist', 'title: Task list'));
    const before = world(root);
    const { code, stdout, stderr } = await runCli(['docs'], { cwd: root });
    expect(code).toBe(4);
    expect(stdout).toContain(`update  ${page}  (changed since it was written)`);
    expect(stderr).toContain('1 page changed since it was written; nothing was written.');
    expect(stderr).toContain('--force');
    expect(world(root)).toEqual(before);
    expect((await runCli(['docs', '--force'], { cwd: root })).code).toBe(0);
    expect(textOf(root, page)).not.toContain('Ours.');
  });

  it('leaves files of people beside the pages alone', async () => {
    const root = await aRepository();
    writeFileSync(path.join(root, folder, 'notes.md'), 'Ours.\n');
    change(root, 'blueprint.yaml', (text) => text.replace('title: Tasklist', 'title: Task list'));
    expect((await runCli(['docs'], { cwd: root })).code).toBe(0);
    expect(textOf(root, `${folder}/notes.md`)).toBe('Ours.\n');
  });

  it.each([
    ['--check', 5],
    ['--dry-run', 0],
  ] as const)('%s lists what would change, and writes nothing', async (flag, expected) => {
    const root = await aRepository();
    change(root, 'blueprint.yaml', (text) => text.replace('title: Tasklist', 'title: Task list'));
    const before = world(root);
    const { code, stdout } = await runCli(['docs', flag], { cwd: root });
    expect(code).toBe(expected);
    expect(stdout).toContain(`update  ${folder}/README.md`);
    expect(world(root)).toEqual(before);
    const real = await runCli(['docs'], { cwd: root });
    expect(real.stdout).toBe(stdout);
  });

  it('tells machines what it did', async () => {
    const root = await aRepository();
    change(root, page, (text) => `${text}\nOurs.\n`);
    const { code, stdout, stderr } = await runCli(['docs', '--json'], { cwd: root });
    expect({ code, stderr }).toEqual({ code: 4, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      directory: root,
      written: false,
      changes: [{ path: page, kind: 'update', changedByPeople: true }],
      conflicts: [page],
      warnings: [],
    });
  });

  it('says when the code was generated by another version', async () => {
    const root = await aRepository();
    change(root, '.blueprint/manifest.json', (text) => text.replace(/"version": "[^"]+"/, '"version": "0.0.1"'));
    const { code, stderr } = await runCli(['docs'], { cwd: root });
    expect(code).toBe(0);
    expect(stderr).toContain('The code was generated by version 0.0.1');
  });

  it('refuses a link in the place of the folder', async () => {
    const root = await aRepository();
    const elsewhere = path.join(path.dirname(root), 'elsewhere');
    mkdirSync(elsewhere);
    renameSync(path.join(root, folder), path.join(elsewhere, 'architecture'));
    symlinkSync(path.join(elsewhere, 'architecture'), path.join(root, folder));
    const { code, stderr } = await runCli(['docs', '--force'], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain('is a symbolic link');
  });

  it('refuses a folder that is no generated repository, and a blueprint with errors', async () => {
    expect(await runCli(['docs', scratchFolder()])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is not inside a generated repository') as string,
    });
    const root = await aRepository();
    change(root, 'blueprint.yaml', (text) => text.replace('list: TaskList cascade', 'list: TaskLst cascade'));
    const { code, stderr } = await runCli(['docs'], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toMatch(/blueprint\.yaml:\d+:\d+ \w+ .*TaskLst/);
  });
});
