import { basename, dirname, join, relative } from 'node:path';

import type { FilePlan, PlannedFile } from '../plan/model.js';
import { diskError, toDelete } from './disk-error.js';
import { note, noteName, workName } from './leftover.js';
import { manifestFile, manifestPath, type Manifest } from './manifest.js';
import { realDisk, type Disk } from './operations.js';
import { inspectTarget, type Target } from './target.js';

type FileToWrite = Pick<PlannedFile, 'path' | 'contents'> & Partial<Pick<PlannedFile, 'executable'>>;

export interface NewRepository {
  /** Absolute path. */
  readonly path: string;
  /** Relative, sorted: the planned files and the manifest. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

export interface ApplyOptions {
  /** Aborted by Ctrl-C or SIGTERM: what was begun is undone. */
  readonly signal?: AbortSignal;
  readonly disk?: Disk;
}

/** What `writeNew` would do, and whether it would refuse. Writes nothing. */
export async function previewNew(
  plan: FilePlan,
  manifest: Manifest,
  folder: string,
  options: ApplyOptions = {},
): Promise<NewRepository> {
  const target = await inspectTarget(folder, options.disk ?? realDisk);
  return summary(target, filesToWrite(plan, manifest));
}

/**
 * Writes a new repository, all of it or nothing: it is built in a hidden folder on the same disk and renamed into place when complete.
 * A failure, an interruption or a kill leaves no target behind. Files are not forced to the disk one by one: after a power cut the
 * blueprint gives the same repository again.
 */
export async function writeNew(
  plan: FilePlan,
  manifest: Manifest,
  folder: string,
  options: ApplyOptions = {},
): Promise<NewRepository> {
  return writeFolder('the repository', filesToWrite(plan, manifest), folder, options);
}

/** The same for any new folder; `what` is its name in messages, e.g. `the repository`. */
export async function writeFolder(
  what: string,
  files: readonly FileToWrite[],
  folder: string,
  options: ApplyOptions = {},
): Promise<NewRepository> {
  const disk = options.disk ?? realDisk;
  const target = await inspectTarget(folder, disk);
  const work = join(target.workshop, workName(basename(target.root), process.pid));
  try {
    for (const leftover of target.leftovers) await remove(leftover, disk);
    await disk.mkdir(work);
    await disk.writeFile(join(work, noteName), note, { flag: 'wx' });
    const built = join(work, basename(target.root));
    await build(files, join(built, relative(target.root, target.path)), options.signal, disk);
    options.signal?.throwIfAborted();
    await (target.exists ? moveInto(target.path, built, disk) : disk.rename(built, target.root));
  } catch (error) {
    const left = await remove(work, disk).catch(() => toDelete(work));
    throw diskError(`Cannot write ${what} to ${target.path}`, error, left);
  }
  await remove(work, disk).catch((error: unknown) => {
    throw diskError(`${target.path} is complete, but its work folder cannot be removed`, error, toDelete(work));
  });
  return summary(target, files);
}

async function remove(folder: string, disk: Disk): Promise<undefined> {
  await disk.rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

function filesToWrite(plan: FilePlan, manifest: Manifest): readonly FileToWrite[] {
  if (plan.files.some(({ path }) => path === manifestPath))
    throw new Error(`A generator may not write ${manifestPath}.`);
  return [...plan.files, manifestFile(manifest)].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function summary(target: Target, files: readonly FileToWrite[]): NewRepository {
  return {
    path: target.path,
    files: files.map(({ path, contents }) => ({ path, bytes: Buffer.byteLength(contents) })),
  };
}

/** Files written at a time: hides the latency of the disk, stays far below any limit of open files. */
const writers = 16;

async function build(
  files: readonly FileToWrite[],
  root: string,
  signal: AbortSignal | undefined,
  disk: Disk,
): Promise<void> {
  const folders = new Set(files.map(({ path }) => dirname(join(root, path))));
  await disk.mkdir(root, { recursive: true });
  for (const folder of [...folders].sort()) {
    signal?.throwIfAborted();
    await disk.mkdir(folder, { recursive: true });
  }
  const queue = files.values();
  let stopped = false;
  const writer = async (): Promise<void> => {
    for (const { path, contents, executable } of queue) {
      if (stopped) return;
      signal?.throwIfAborted();
      await disk.writeFile(join(root, path), contents, { flag: 'wx', mode: executable ? 0o777 : 0o666 });
    }
  };
  const writing = Array.from({ length: writers }, () =>
    writer().catch((error: unknown) => {
      stopped = true;
      throw error;
    }),
  );
  // Every writer must have stopped before the caller removes the folder.
  await Promise.allSettled(writing);
  await Promise.all(writing);
}

/**
 * Moves what was built into an existing, empty folder: it may be the current folder of a shell or a mount point, so it cannot be replaced.
 * The manifest goes last.
 */
async function moveInto(folder: string, built: string, disk: Disk): Promise<void> {
  const names = (await disk.readdir(built)).sort((a, b) => Number(isManifest(a)) - Number(isManifest(b)));
  const moved: string[] = [];
  try {
    for (const name of names) {
      await refuseExisting(join(folder, name), disk);
      await disk.rename(join(built, name), join(folder, name));
      moved.push(name);
    }
  } catch (error) {
    for (const name of moved) await disk.rm(join(folder, name), { recursive: true, force: true });
    throw error;
  }
}

function isManifest(name: string): boolean {
  return name === dirname(manifestPath);
}

/** A rename would silently replace a file that appeared since the folder was found empty. */
async function refuseExisting(path: string, disk: Disk): Promise<void> {
  const found = await disk.lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (found) throw Object.assign(new Error(`${path} exists`), { code: 'EEXIST' });
}
