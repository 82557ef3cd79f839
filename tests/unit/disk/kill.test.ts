import { spawn } from 'node:child_process';
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { packageRoot } from '../../../src/render/load.js';

/** Writes a repository of 300 files, telling each file it begins; the disk is slow enough to be killed between two of them. */
const program = `
  import { writeFile } from 'node:fs/promises';
  import { setTimeout } from 'node:timers/promises';
  import { writeNew } from '${packageRoot}/src/disk/apply.ts';
  import { describePlan } from '${packageRoot}/src/disk/manifest.ts';
  import { realDisk } from '${packageRoot}/src/disk/operations.ts';
  const [folder, delay] = process.argv.slice(1);
  const files = Array.from({ length: 300 }, (_, index) => ({
    path: 'src/file' + index + '.txt', contents: 'x', ownership: 'managed', executable: false, generator: 'test',
  }));
  const manifest = describePlan({ files }, { tool: { name: 't', version: '1' }, language: 1, blueprintText: '', options: {} });
  const disk = { ...realDisk, writeFile: async (...all) => { console.log('file'); await setTimeout(Number(delay)); await writeFile(...all); } };
  await writeNew({ files }, manifest, folder, { disk });
`;

function write(folder: string, delay: number) {
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, folder, String(delay)], {
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

let world: string;
beforeEach(async () => {
  world = await realpath(await mkdtemp(path.join(tmpdir(), 'kill-')));
});
afterEach(() => rm(world, { recursive: true, force: true }));

describe('a run that is killed while it writes', () => {
  it('leaves no target, and the next run succeeds and clears away', async () => {
    const folder = path.join(world, 'shop');
    const killed = write(folder, 20);
    let begun = 0;
    killed.stdout.on('data', (chunk: Buffer) => {
      begun += chunk.toString().split('\n').length - 1;
      if (begun > 40) killed.kill('SIGKILL');
    });
    const signal = await new Promise((resolve) => killed.on('exit', (_, by) => resolve(by)));
    expect(signal).toBe('SIGKILL');
    expect(await readdir(world)).toEqual([`.shop.${killed.pid}.partial`]);

    const again = write(folder, 0);
    again.stdout.resume();
    expect(await new Promise((resolve) => again.on('exit', resolve))).toBe(0);
    expect(await readdir(world)).toEqual(['shop']);
    expect(await readdir(path.join(folder, 'src'))).toHaveLength(300);
  });
});
