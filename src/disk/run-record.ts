import { join } from 'node:path';

import { diskError } from './disk-error.js';
import { realDisk, type Disk } from './operations.js';

/** Writes what a run did into a file of its own. @throws BlueprintError when the disk does not take it. */
export async function writeRunRecord(
  folder: string,
  name: string,
  record: unknown,
  disk: Disk = realDisk,
): Promise<string> {
  const file = join(folder, `${name}.json`);
  try {
    await disk.mkdir(folder, { recursive: true, mode: 0o700 });
    await disk.writeFile(file, `${JSON.stringify(record, undefined, 2)}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw diskError(`Cannot write to ${folder}`, error);
  }
  return file;
}
