import { join } from 'node:path';

import { diskError } from './disk-error.js';
import { workName } from './leftover.js';
import { realDisk, type Disk } from './operations.js';

/** Values by the hash of what they were made from, one file each. They hold what a person wrote, so nobody else may read them. */
export function stageStore(folder: string, disk: Disk = realDisk) {
  let written = 0;
  return {
    /** A file that is not there, cannot be read or was damaged is no value: it is made again. */
    async read(key: string): Promise<unknown> {
      try {
        return JSON.parse(await disk.readFile(fileOf(folder, key), 'utf8')) as unknown;
      } catch {
        return undefined;
      }
    },

    /** @throws BlueprintError when the disk is full, read-only or gone. */
    async write(key: string, value: unknown): Promise<void> {
      const file = fileOf(folder, key);
      written += 1;
      const work = join(folder, workName(`${key.slice(0, 16)}-${written}`, process.pid));
      try {
        await disk.mkdir(folder, { recursive: true, mode: 0o700 });
        await disk.writeFile(work, JSON.stringify(value), { flag: 'wx', mode: 0o600 });
        await disk.rename(work, file);
      } catch (error) {
        await disk.rm(work, { force: true }).catch(() => undefined);
        throw diskError(`Cannot write to ${folder}`, error);
      }
    },
  };
}

function fileOf(folder: string, key: string): string {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new RangeError('A key is a SHA-256 hash.');
  return join(folder, `${key}.json`);
}
