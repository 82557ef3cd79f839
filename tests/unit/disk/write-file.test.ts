import { mkdir, mkdtemp, readFile, readdir, realpath, rm, symlink, writeFile as put } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { realDisk } from '../../../src/disk/operations.js';
import { writeFile } from '../../../src/disk/write-file.js';

let world: string;
let file: string;
beforeEach(async () => {
  world = await realpath(await mkdtemp(join(tmpdir(), 'write-file-')));
  file = join(world, 'blueprint.yaml');
});
afterEach(() => rm(world, { recursive: true, force: true }));

const refusal = (code: string, exitCode: number) => expect.objectContaining({ code, exitCode }) as Error;

describe('one file', () => {
  it('is written whole, and nothing is left beside it', async () => {
    await writeFile(file, 'name: shop\n');
    expect(await readFile(file, 'utf8')).toBe('name: shop\n');
    expect(await readdir(world)).toEqual(['blueprint.yaml']);
  });

  it('is not written over another without being told to', async () => {
    await put(file, 'mine');
    await expect(writeFile(file, 'new')).rejects.toThrow(refusal('FILE_EXISTS', 4));
    expect(await readFile(file, 'utf8')).toBe('mine');
    await writeFile(file, 'new', { force: true });
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(world)).toEqual(['blueprint.yaml']);
  });

  it('is not written over one that appears meanwhile', async () => {
    const disk = {
      ...realDisk,
      writeFile: (async (path: string, text: string) => {
        await put(path, text);
        await put(file, 'mine');
      }) as typeof realDisk.writeFile,
    };
    await expect(writeFile(file, 'new', { disk })).rejects.toThrow(refusal('FILE_EXISTS', 4));
    expect(await readFile(file, 'utf8')).toBe('mine');
    expect(await readdir(world)).toEqual(['blueprint.yaml']);
  });

  it.each([true, false])('replaces neither a folder nor a link, force: %s', async (force) => {
    await mkdir(file);
    await expect(writeFile(file, 'new', { force })).rejects.toThrow(refusal('PATH_IS_NO_FILE', 2));
    await symlink(join(world, 'elsewhere'), join(world, 'link'));
    await expect(writeFile(join(world, 'link'), 'new', { force })).rejects.toThrow(refusal('PATH_IS_NO_FILE', 2));
    expect((await readdir(world)).sort()).toEqual(['blueprint.yaml', 'link']);
  });

  it('needs a folder that exists', async () => {
    await expect(writeFile(join(world, 'none', 'b.yaml'), 'new')).rejects.toThrow(refusal('FOLDER_NOT_FOUND', 2));
    await put(file, 'a file');
    await expect(writeFile(join(file, 'b.yaml'), 'new')).rejects.toThrow(refusal('FOLDER_NOT_FOUND', 2));
  });

  it('is as it was when the disk is full, or somebody interrupts', async () => {
    await put(file, 'mine');
    const full = (() => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))) as never;
    const disk = { ...realDisk, writeFile: full };
    await expect(writeFile(file, 'new', { force: true, disk })).rejects.toThrow(refusal('DISK_FULL', 1));
    await expect(writeFile(file, 'new', { force: true, signal: AbortSignal.abort('SIGINT') })).rejects.toBe('SIGINT');
    expect(await readFile(file, 'utf8')).toBe('mine');
    expect(await readdir(world)).toEqual(['blueprint.yaml']);
  });
});
