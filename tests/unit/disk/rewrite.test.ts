import { mkdir, mkdtemp, readFile, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { compareFiles } from '../../../src/disk/compare.js';
import {
  manifestFile,
  manifestPath,
  readManifest,
  sha256,
  withFiles,
  type Manifest,
} from '../../../src/disk/manifest.js';
import { realDisk, type Disk } from '../../../src/disk/operations.js';
import { recover, rewrite } from '../../../src/disk/rewrite.js';

const isPage = (path: string): boolean => path.startsWith('docs/');
const deadProcess = 2 ** 22 + 7;

/** A repository that was written with these files, as a manifest and as files on disk. */
const written = { 'docs/a.md': 'a', 'docs/b.md': 'b', 'docs/old/c.md': 'c', 'src/x.ts': 'x' };
/** What the pages should be now: `b` reworded, `c` gone, `d` new in a new folder. */
const planned = { 'docs/a.md': 'a', 'docs/b.md': 'B', 'docs/new/d.md': 'd' };

let root: string;
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'rewrite-')));
  await fill();
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function fill(): Promise<void> {
  await rm(root, { recursive: true, force: true });
  for (const [path, text] of Object.entries(written)) await put(path, text);
  await put(manifestPath, manifestFile(manifestOf(written)).contents);
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

function manifestOf(files: Record<string, string>): Manifest {
  const entries = Object.entries(files).map(([path, text]) => [path, { sha256: sha256(text), ownership: 'derived' }]);
  const tool = { name: 'tool', version: '1.0.0' };
  return { manifest: 1, tool, language: 1, blueprint: '', options: {}, files: Object.fromEntries(entries) as never };
}

const filesOf = (files: Record<string, string>) =>
  Object.entries(files).map(([path, contents]) => ({ path, contents, ownership: 'derived' as const }));

async function compare(disk: Disk = realDisk) {
  const manifest = await readManifest(root, disk);
  const changes = await compareFiles(root, filesOf(planned), manifest, isPage, disk);
  return { changes, manifest: withFiles(manifest, filesOf(planned), isPage) };
}

async function run(disk: Disk = realDisk, signal?: AbortSignal): Promise<void> {
  const { changes, manifest } = await compare();
  await rewrite(root, changes, manifest, { disk, ...(signal && { signal }) });
}

/** Every file below the root with what it holds, and every folder. */
async function world(): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const found = entries.map(async (entry): Promise<[string, string]> => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(root.length + 1), entry.isFile() ? await readFile(path, 'utf8') : 'folder'];
  });
  return Object.fromEntries((await Promise.all(found)).sort());
}

describe('the comparison of files with what they should be', () => {
  it('tells what to create, update, remove and keep', async () => {
    const { changes } = await compare();
    expect(changes.map(({ path, kind, isTheirs }) => `${kind} ${path}${isTheirs ? ' theirs' : ''}`)).toEqual([
      'keep docs/a.md',
      'update docs/b.md',
      'create docs/new/d.md',
      'remove docs/old/c.md',
    ]);
  });

  it.each([
    ['a page that was changed', 'docs/b.md', 'mine', 'update docs/b.md theirs'],
    ['a page that was changed and is no longer planned', 'docs/old/c.md', 'mine', 'remove docs/old/c.md theirs'],
    ['a file where a new page belongs', 'docs/new/d.md', 'mine', 'update docs/new/d.md theirs'],
    ['a page that says already what it should', 'docs/b.md', 'B', 'keep docs/b.md'],
  ])('knows %s', async (_, path, text, expected) => {
    await put(path, text);
    const { changes } = await compare();
    const found = changes.find((change) => change.path === path);
    expect(`${found?.kind} ${found?.path}${found?.isTheirs ? ' theirs' : ''}`).toBe(expected);
  });

  it('does not look at files that neither plan nor manifest knows', async () => {
    await put('docs/diary.md', 'mine');
    expect((await compare()).changes.map(({ path }) => path)).not.toContain('docs/diary.md');
  });

  it('does not follow a manifest out of the repository', async () => {
    const manifest = manifestOf({ 'docs/../../secret.md': 'x', 'docs/.git/config': 'x' });
    expect(await compareFiles(root, [], manifest, isPage, realDisk)).toEqual([]);
  });

  it.each(['docs', 'docs/b.md', 'docs/old'])('refuses a link at %s', async (path) => {
    await rm(join(root, path), { recursive: true });
    await mkdir(join(root, 'elsewhere'));
    await symlink(join(root, 'elsewhere'), join(root, path));
    await expect(compare()).rejects.toMatchObject({ code: 'PATH_IS_A_LINK', exitCode: 2 });
  });

  it('refuses a folder where a page belongs, and a file where a folder belongs', async () => {
    await mkdir(join(root, 'docs/new/d.md'), { recursive: true });
    await expect(compare()).rejects.toThrow(/d\.md is a folder where a file belongs/);
    await rm(join(root, 'docs/new'), { recursive: true });
    await put('docs/new', 'x');
    await expect(compare()).rejects.toThrow(/new is a file where a folder belongs/);
  });
});

describe('a rewrite', () => {
  it('makes all changes, and keeps the rest and the rest of the manifest', async () => {
    await run();
    const { [manifestPath]: manifest = '', ...files } = await world();
    expect(files).toEqual({
      '.blueprint': 'folder',
      docs: 'folder',
      'docs/a.md': 'a',
      'docs/b.md': 'B',
      'docs/new': 'folder',
      'docs/new/d.md': 'd',
      'docs/old': 'folder',
      src: 'folder',
      'src/x.ts': 'x',
    });
    expect(JSON.parse(manifest)).toEqual(manifestOf({ ...planned, 'src/x.ts': 'x' }));
  });

  it('changes nothing when it is run again', async () => {
    await run();
    const { changes } = await compare();
    expect(changes.every(({ kind }) => kind === 'keep')).toBe(true);
    const before = await world();
    await run();
    expect(await world()).toEqual(before);
  });
});

/** A disk whose writing operation number `failing` does what `fault` does; tells how many there were. */
function faultyDisk(failing: number, fault: () => void): { disk: Disk; count: () => number } {
  let operations = 0;
  const wrap = <Operation extends (...args: never[]) => Promise<unknown>>(operation: Operation): Operation =>
    (async (...args) => {
      if (operations++ === failing) fault();
      return operation(...args);
    }) as Operation;
  const disk = {
    ...realDisk,
    mkdir: wrap(realDisk.mkdir),
    writeFile: wrap(realDisk.writeFile),
    rename: wrap(realDisk.rename),
    rm: wrap(realDisk.rm),
  } as Disk;
  return { disk, count: () => operations };
}

const broken = (): never => {
  throw Object.assign(new Error('ENOSPC: injected'), { code: 'ENOSPC' });
};

/** Operations of a run until all is in place; the last one clears the work folder away. */
async function operationsOfARun(): Promise<number> {
  const { disk, count } = faultyDisk(-1, broken);
  await run(disk);
  await fill();
  return count() - 1;
}

describe('whatever happens in between', () => {
  it('a failure at any operation leaves everything as it was', async () => {
    const operations = await operationsOfARun();
    expect(operations).toBeGreaterThan(10);
    for (let failing = 0; failing < operations; failing += 1) {
      const before = await world();
      const attempt = run(faultyDisk(failing, broken).disk);
      await expect(attempt).rejects.toMatchObject({ code: 'DISK_FULL', exitCode: 1 });
      expect(await world(), `operation ${failing}`).toEqual(before);
    }
  });

  it('an interruption at any operation leaves everything as it was', async () => {
    const operations = await operationsOfARun();
    const before = await world();
    for (let failing = 0; failing < operations - 1; failing += 1) {
      const stop = new AbortController();
      const { disk } = faultyDisk(failing, () => stop.abort(new Error('SIGINT')));
      await expect(run(disk, stop.signal)).rejects.toThrow('SIGINT');
      expect(await world(), `operation ${failing}`).toEqual(before);
    }
  });

  it('a kill at any operation is undone by the next run', async () => {
    const operations = await operationsOfARun();
    const before = await world();
    for (let failing = 0; failing < operations; failing += 1) {
      await kill(failing);
      await recover(root);
      expect(await world(), `operation ${failing}`).toEqual(before);
      await run();
      expect(await world(), `operation ${failing}`).not.toEqual(before);
      await fill();
    }
  });

  it('undoing a killed run leaves alone what somebody wrote since', async () => {
    await kill((await operationsOfARun()) - 1);
    await put('docs/b.md', 'mine');
    await recover(root);
    expect((await world())['docs/b.md']).toBe('mine');
    expect((await world())['docs/old/c.md']).toBe('c');
  });
});

/** Stops dead at an operation: nothing is undone, and the work folder looks like that of a process that is gone. */
async function kill(failing: number): Promise<void> {
  let isDead = false;
  const die = (): never => {
    isDead = true;
    throw new Error('killed');
  };
  const { disk } = faultyDisk(failing, die);
  const dead = Object.fromEntries(
    Object.entries(disk).map(([name, operation]) => [
      name,
      (...args: never[]) => {
        if (isDead) throw new Error('killed');
        return (operation as (...all: never[]) => unknown)(...args);
      },
    ]),
  ) as unknown as Disk;
  await expect(run(dead)).rejects.toThrow('killed');
  for (const name of await readdir(join(root, '.blueprint'))) {
    const renamed = name.replace(String(process.pid), String(deadProcess));
    await realDisk.rename(join(root, '.blueprint', name), join(root, '.blueprint', renamed));
  }
}

describe('the work folder of another run', () => {
  const work = (processId: number): string => join(root, '.blueprint', `.rewrite.${processId}.partial`);

  it('is respected while that run is at work', async () => {
    await mkdir(work(process.ppid));
    await expect(recover(root)).rejects.toMatchObject({ code: 'REPOSITORY_IN_USE', exitCode: 1 });
  });

  it.each([
    ['leads out of the repository', { entries: [{ path: '../secret', before: null, after: null }], folders: [] }],
    ['is of another form', { entries: 'x' }],
  ])('is left to a person when its journal %s', async (_, journal) => {
    await mkdir(work(deadProcess));
    await writeFile(join(work(deadProcess), 'journal.json'), JSON.stringify(journal));
    await expect(recover(root)).rejects.toMatchObject({ code: 'JOURNAL_UNREADABLE' });
  });
});

describe('a manifest that cannot be read', () => {
  it.each(['', '{}', '{"manifest":2}', '[]'])('%s', async (text) => {
    await put(manifestPath, text);
    await expect(readManifest(root, realDisk)).rejects.toMatchObject({ code: 'MANIFEST_UNREADABLE', exitCode: 2 });
  });
});
