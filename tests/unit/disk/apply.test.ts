import { mkdir, mkdtemp, readFile, readdir, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { previewNew, writeNew } from '../../../src/disk/apply.js';
import { note, noteName } from '../../../src/disk/leftover.js';
import { describePlan } from '../../../src/disk/manifest.js';
import { realDisk, type Disk } from '../../../src/disk/operations.js';
import type { FilePlan } from '../../../src/plan/model.js';

/** A plan of these files; a name that ends in `*` is executable. */
function aPlan(files: Record<string, string>): FilePlan {
  const planned = Object.entries(files).map(([name, contents]) => ({
    path: name.replace('*', ''),
    contents,
    ownership: 'managed' as const,
    executable: name.endsWith('*'),
    generator: 'test',
  }));
  return { files: planned.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

const plan = aPlan({
  'README.md': '# Shop\n',
  'apps/api/src/server.ts': 'start();\n',
  'scripts/run.sh*': '#!/bin/sh\n',
  '.env.example': 'A=1\n',
});
const manifest = describePlan(plan, {
  tool: { name: 'tool', version: '1.0.0' },
  language: 1,
  blueprintText: 'name: shop',
  options: {},
});
const written = ['.blueprint/manifest.json', '.env.example', 'README.md', 'apps/api/src/server.ts', 'scripts/run.sh'];

let world: string;
beforeEach(async () => {
  world = await realpath(await mkdtemp(join(tmpdir(), 'apply-')));
});
afterEach(() => rm(world, { recursive: true, force: true }));

/** Every file below a folder, hidden ones too. */
async function tree(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => file.slice(folder.length + 1)).sort();
}

describe('a new repository', () => {
  it('holds the planned files and the manifest, and nothing else is left beside it', async () => {
    const result = await writeNew(plan, manifest, join(world, 'shop'));
    expect(result.files.map(({ path }) => path)).toEqual(written);
    expect(await tree(join(world, 'shop'))).toEqual(written);
    expect(await readdir(world)).toEqual(['shop']);
    expect(await readFile(join(world, 'shop/README.md'), 'utf8')).toBe('# Shop\n');
    expect((await stat(join(world, 'shop/scripts/run.sh'))).mode & 0o111).not.toBe(0);
    expect((await stat(join(world, 'shop/README.md'))).mode & 0o111).toBe(0);
  });

  it('may lie below folders that do not exist yet', async () => {
    await writeNew(plan, manifest, join(world, 'a/b/shop'));
    expect(await tree(join(world, 'a/b/shop'))).toEqual(written);
  });

  it('may be an existing empty folder, which stays the same folder', async () => {
    await mkdir(join(world, 'shop'));
    const { ino } = await stat(join(world, 'shop'));
    await writeNew(plan, manifest, join(world, 'shop'));
    expect(await tree(join(world, 'shop'))).toEqual(written);
    expect((await stat(join(world, 'shop'))).ino).toBe(ino);
  });

  it('is previewed without a trace', async () => {
    const preview = await previewNew(plan, manifest, join(world, 'a/shop'));
    expect(await readdir(world)).toEqual([]);
    expect(preview).toEqual(await writeNew(plan, manifest, join(world, 'a/shop')));
  });
});

describe('a target that is refused', () => {
  it.each<[string, string, string, string | RegExp]>([
    ['a folder with files', 'full', 'TARGET_NOT_EMPTY', /holds a, b, c, d, e and 1 more/],
    ['a folder with a hidden file', 'hidden', 'TARGET_NOT_EMPTY', /holds \.keep/],
    ['a file', 'file', 'NOT_A_FOLDER', /file is a file/],
    ['a folder below a file', 'file/shop', 'NOT_A_FOLDER', /file is a file/],
    ['a link to an empty folder', 'link', 'TARGET_IS_A_LINK', /link is a symbolic link/],
    ['a link to nowhere', 'dangling', 'TARGET_IS_A_LINK', /dangling is a symbolic link/],
    ['a folder below a link', 'link/shop', 'TARGET_IS_A_LINK', /link is a symbolic link/],
  ])('%s', async (_, target, code, message) => {
    await mkdir(join(world, 'full'));
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await writeFile(join(world, 'full', name), 'mine');
    await mkdir(join(world, 'hidden'));
    await writeFile(join(world, 'hidden/.keep'), 'mine');
    await writeFile(join(world, 'file'), 'mine');
    await mkdir(join(world, 'elsewhere'));
    await symlink(join(world, 'elsewhere'), join(world, 'link'));
    await symlink(join(world, 'nowhere'), join(world, 'dangling'));
    const before = await tree(world);
    for (const attempt of [writeNew, previewNew]) {
      const refusal = attempt(plan, manifest, join(world, target));
      await expect(refusal).rejects.toMatchObject({ code, exitCode: 2 });
      await expect(refusal).rejects.toThrow(message);
    }
    expect(await tree(world)).toEqual(before);
    expect(await readdir(join(world, 'elsewhere'))).toEqual([]);
  });
});

/** A disk whose operation number `failing` (of those that write) fails with `code`; tells how many there were. */
function failingDisk(failing: number, code: string): { disk: Disk; count: () => number } {
  let operations = 0;
  const wrap = <Operation extends (...args: never[]) => Promise<unknown>>(operation: Operation): Operation =>
    ((...args) => {
      if (operations++ === failing) return Promise.reject(Object.assign(new Error(`${code}: injected`), { code }));
      return operation(...args);
    }) as Operation;
  const disk = {
    ...realDisk,
    mkdir: wrap(realDisk.mkdir),
    writeFile: wrap(realDisk.writeFile),
    rename: wrap(realDisk.rename),
  } as Disk;
  return { disk, count: () => operations };
}

describe('a failure at any operation leaves nothing behind', () => {
  const messages: Record<string, [code: string, message: RegExp]> = {
    ENOSPC: ['DISK_FULL', /the disk is full/],
    EACCES: ['NOT_WRITABLE', /permission is denied/],
    EMFILE: ['TOO_MANY_OPEN_FILES', /too many files are open/],
    ENOENT: ['TARGET_CHANGED', /disappeared/],
  };

  for (const existing of [false, true]) {
    it.each(Object.keys(messages))(
      `%s, the target ${existing ? 'being an empty folder' : 'not existing'}`,
      async (code) => {
        const setUp = async (): Promise<void> => {
          await rm(join(world, 'a'), { recursive: true, force: true });
          if (existing) await mkdir(join(world, 'a/shop'), { recursive: true });
        };
        await setUp();
        const { disk: counting, count } = failingDisk(-1, code);
        await writeNew(plan, manifest, join(world, 'a/shop'), { disk: counting });
        expect(count()).toBeGreaterThan(10);

        for (let failing = 0; failing < count(); failing += 1) {
          await setUp();
          const before = await readdir(world, { recursive: true });
          const attempt = writeNew(plan, manifest, join(world, 'a/shop'), { disk: failingDisk(failing, code).disk });
          await expect(attempt).rejects.toMatchObject({ code: messages[code]?.[0], exitCode: 1 });
          await expect(attempt).rejects.toThrow(messages[code]?.[1]);
          await expect(attempt).rejects.toThrow(join(world, 'a/shop'));
          expect(await readdir(world, { recursive: true }), `operation ${failing}`).toEqual(before);
        }
      },
    );
  }

  it('says which folder is left when even clearing away fails', async () => {
    const { disk } = failingDisk(5, 'ENOSPC');
    const rm = (): Promise<void> => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }));
    const attempt = writeNew(plan, manifest, join(world, 'shop'), { disk: { ...disk, rm } });
    await expect(attempt).rejects.toMatchObject({
      code: 'DISK_FULL',
      options: { hint: expect.stringContaining('.partial') as string },
    });
    expect(await readdir(world)).toEqual([`.shop.${process.pid}.partial`]);
  });
});

describe('an interruption', () => {
  it('between any two files leaves nothing behind', async () => {
    for (let stopAt = 0; stopAt < 5; stopAt += 1) {
      const controller = new AbortController();
      let writes = 0;
      const writeFileThenStop: Disk['writeFile'] = async (...args) => {
        await realDisk.writeFile(...args);
        if (writes++ === stopAt) controller.abort(new Error('SIGINT'));
      };
      const attempt = writeNew(plan, manifest, join(world, 'shop'), {
        signal: controller.signal,
        disk: { ...realDisk, writeFile: writeFileThenStop },
      });
      await expect(attempt).rejects.toThrow('SIGINT');
      expect(await readdir(world)).toEqual([]);
    }
  });
});

describe('the work folder of a killed run', () => {
  const deadProcess = 2 ** 22 + 7;

  it.each([true, false])('is removed by the next run; target exists: %s', async (existing) => {
    const holder = existing ? join(world, 'shop') : world;
    const work = join(holder, `.shop.${deadProcess}.partial`);
    await mkdir(join(work, 'shop/apps'), { recursive: true });
    await writeFile(join(work, noteName), note);
    await writeNew(plan, manifest, join(world, 'shop'));
    expect(await readdir(world)).toEqual(['shop']);
    expect(await tree(join(world, 'shop'))).toEqual(written);
  });

  it.each([
    ['belongs to a process at work', `.shop.${process.ppid}.partial`, noteName],
    ['is not ours', `.shop.${deadProcess}.partial`, 'diary.txt'],
    ['is another target’s', `.shop.x.${deadProcess}.partial`, noteName],
  ])('is left alone when it %s', async (_, folder, inside) => {
    await mkdir(join(world, folder));
    await writeFile(join(world, folder, inside), 'x');
    await writeNew(plan, manifest, join(world, 'shop'));
    expect((await readdir(world)).sort()).toEqual([folder, 'shop'].sort());
    expect(await readdir(join(world, folder))).toEqual([inside]);
  });
});
