import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { realDisk } from '../../../src/disk/operations.js';
import { stageStore } from '../../../src/disk/stage-store.js';

const key = 'a'.repeat(64);
let folder = '';

beforeEach(async () => (folder = path.join(await mkdtemp(path.join(tmpdir(), 'stages-')), 'deep', 'stages')));
afterEach(() => rm(path.dirname(path.dirname(folder)), { recursive: true, force: true }));

describe('stage files', () => {
  it('give back what was written, and are for nobody else', async () => {
    const store = stageStore(folder);
    expect(await store.read(key)).toBeUndefined();
    await store.write(key, { name: 'x' });
    await store.write(key, { name: 'y' });
    expect(await store.read(key)).toEqual({ name: 'y' });
    expect(await readdir(folder)).toEqual([`${key}.json`]);
    expect((await stat(path.join(folder, `${key}.json`))).mode & 0o077).toBe(0);
    expect((await stat(folder)).mode & 0o077).toBe(0);
  });

  it.each(['', '{"name":', 'null x', '\u0000'])('that hold %j are none', async (damage) => {
    const store = stageStore(folder);
    await store.write(key, 1);
    await writeFile(path.join(folder, `${key}.json`), damage);
    expect(await store.read(key)).toBeUndefined();
  });

  it('are written whole or not at all', async () => {
    const store = stageStore(folder);
    await store.write(key, 'before');
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const failing = stageStore(folder, { ...realDisk, rename: () => Promise.reject(full) });
    await expect(failing.write(key, 'after')).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(await store.read(key)).toBe('before');
    expect(await readdir(folder)).toEqual([`${key}.json`]);
  });

  it('say why they cannot be written', async () => {
    await writeFile(path.dirname(path.dirname(folder)) + '/deep', 'a file');
    await expect(stageStore(folder).write(key, 1)).rejects.toMatchObject({ code: 'NOT_A_FOLDER' });
  });

  it.each(['../x', 'a'.repeat(63), `${'a'.repeat(64)}/x`, 'A'.repeat(64)])('have no other names: %s', async (name) => {
    await expect(stageStore(folder).write(name, 1)).rejects.toThrow(RangeError);
  });

  it('of two runs at once are those of one of them', async () => {
    const stores = [stageStore(folder), stageStore(folder)];
    await stores[0]!.write(key, 0);
    await Promise.all(stores.map((store, index) => store.write('b'.repeat(64), { from: index })));
    expect(JSON.parse(await readFile(path.join(folder, `${'b'.repeat(64)}.json`), 'utf8'))).toHaveProperty('from');
    await chmod(folder, 0o700);
  });
});
