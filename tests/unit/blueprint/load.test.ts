import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBlueprintText } from '../../../src/blueprint/load.js';

describe('loading a blueprint', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'blueprint-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const codeOf = async (file: string): Promise<unknown> =>
    loadBlueprintText(file).then(
      () => 'loaded',
      (error: unknown) => (error as { code: unknown }).code,
    );

  it('reads text', async () => {
    await writeFile(path.join(folder, 'fine.yaml'), 'blueprint: 1\n');
    expect(await loadBlueprintText(path.join(folder, 'fine.yaml'))).toBe('blueprint: 1\n');
  });

  it('says what is wrong with a file that cannot be read', async () => {
    await writeFile(path.join(folder, 'binary.yaml'), Buffer.from([0xff, 0xfe, 0x00]));
    await writeFile(path.join(folder, 'large.yaml'), Buffer.alloc(6 * 1024 * 1024));
    expect(await codeOf(path.join(folder, 'missing.yaml'))).toBe('FILE_NOT_FOUND');
    expect(await codeOf(path.join(folder, 'fine.yaml', 'below'))).toBe('FILE_NOT_FOUND');
    expect(await codeOf(folder)).toBe('FILE_IS_FOLDER');
    expect(await codeOf(path.join(folder, 'binary.yaml'))).toBe('FILE_NOT_TEXT');
    expect(await codeOf(path.join(folder, 'large.yaml'))).toBe('FILE_TOO_LARGE');
    expect(await codeOf('nul\0byte')).toBe('FILE_UNREADABLE');
  });
});
