import { basename, dirname, join, resolve } from 'node:path';

import { BlueprintError } from '../blueprint/diagnostic.js';
import { diskError, toDelete } from './disk-error.js';
import { workName } from './leftover.js';
import { realDisk, type Disk } from './operations.js';

export interface WriteOptions {
  /** Whether a file that is there is overwritten. */
  readonly force?: boolean;
  readonly signal?: AbortSignal;
  readonly disk?: Disk;
}

/**
 * Refuses a path that `writeFile` would refuse, so that nothing is begun whose result has no place.
 *
 * @throws BlueprintError with exit code 4 when the file exists and may not be overwritten.
 */
export async function refuseToOverwrite(file: string, { force = false, disk = realDisk }: WriteOptions): Promise<void> {
  const path = resolve(file);
  if (!(await aboutOf(dirname(path), disk, 'stat'))?.isDirectory()) {
    throw new BlueprintError('FOLDER_NOT_FOUND', `There is no folder ${dirname(path)} to write ${basename(path)} to.`);
  }
  const found = await aboutOf(path, disk, 'lstat');
  if (!found) return;
  if (!found.isFile()) {
    const what = found.isDirectory() ? 'a folder' : found.isSymbolicLink() ? 'a symbolic link' : 'no ordinary file';
    throw new BlueprintError('PATH_IS_NO_FILE', `${file} is ${what}; nothing was written.`, {
      hint: 'Choose another file.',
    });
  }
  if (force) return;
  throw new BlueprintError('FILE_EXISTS', `${file} exists already; nothing was written.`, {
    hint: 'Choose another file, or give --force to overwrite it.',
    exitCode: 4,
  });
}

/** Writes a file, all of it or nothing: it is written beside its place and renamed when complete. */
export async function writeFile(file: string, contents: string, options: WriteOptions = {}): Promise<void> {
  const { disk = realDisk, signal } = options;
  await refuseToOverwrite(file, options);
  const path = resolve(file);
  const work = join(dirname(path), workName(basename(path), process.pid));
  try {
    await disk.writeFile(work, contents, { flag: 'wx' });
    signal?.throwIfAborted();
    // A rename would silently replace a file that appeared meanwhile.
    await refuseToOverwrite(file, options);
    await disk.rename(work, path);
  } catch (error) {
    const left = await disk.rm(work, { force: true }).then(
      () => undefined,
      () => toDelete(work),
    );
    throw diskError(`Cannot write ${path}`, error, left);
  }
}

async function aboutOf(path: string, disk: Disk, how: 'stat' | 'lstat') {
  return disk[how](path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw diskError(`Cannot look at ${path}`, error);
  });
}
