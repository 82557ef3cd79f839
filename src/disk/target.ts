import type { Stats } from 'node:fs';
import { basename, dirname, join, parse, relative, resolve, sep } from 'node:path';

import { BlueprintError } from '../blueprint/diagnostic.js';
import { diskError } from './disk-error.js';
import { findLeftovers } from './leftover.js';
import { realDisk, type Disk } from './operations.js';

/** Where a new repository may be written. */
export interface Target {
  /** Absolute. */
  readonly path: string;
  readonly exists: boolean;
  /** What is renamed into place: the outermost folder of the path that does not exist yet, else the path itself. */
  readonly root: string;
  /** Where the work in progress is kept, on the same disk: beside `root`, or inside it when it exists. */
  readonly workshop: string;
  /** Work in progress of runs that were killed. */
  readonly leftovers: readonly string[];
}

/**
 * Accepts a folder that does not exist, or an empty one. Anything else is refused with what is there.
 * Links are refused anywhere in the path, for what lies behind one may be another's; only the system's own at the root of the disk
 * (`/tmp` on macOS) are followed.
 */
export async function inspectTarget(folder: string, disk: Disk): Promise<Target> {
  const path = resolve(folder);
  const existing = await lastExisting(path, disk);
  if (existing !== path) {
    const first = relative(existing, path).split(sep)[0] ?? '';
    const root = join(existing, first);
    return {
      path,
      exists: false,
      root,
      workshop: existing,
      leftovers: await findLeftovers(existing, basename(root), disk),
    };
  }
  const entries = await listing(path, disk);
  const leftovers = await findLeftovers(path, basename(path), disk);
  const others = entries.filter((entry) => !leftovers.includes(join(path, entry)));
  if (others.length > 0) throw notEmpty(path, others);
  return { path, exists: true, root: path, workshop: path, leftovers };
}

/** Refuses a folder that nothing new may be written to, before the work whose result should go there. */
export async function refuseTarget(folder: string, disk: Disk = realDisk): Promise<void> {
  await inspectTarget(folder, disk);
}

/** The longest part of the path that exists; all of it must be folders. */
async function lastExisting(path: string, disk: Disk): Promise<string> {
  const { root } = parse(path);
  let existing = root;
  for (const segment of path.slice(root.length).split(sep).filter(Boolean)) {
    const next = join(existing, segment);
    const stats = await statsOf(next, disk);
    if (!stats) return existing;
    const ofTheSystem = existing === root && next !== path;
    if (stats.isSymbolicLink() && !ofTheSystem) throw isLink(next, path);
    if (!stats.isDirectory() && !stats.isSymbolicLink()) throw notAFolder(next);
    existing = next;
  }
  return existing;
}

async function statsOf(path: string, disk: Disk): Promise<Stats | undefined> {
  try {
    return await disk.lstat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw diskError(`Cannot look at ${path}`, error);
  }
}

async function listing(path: string, disk: Disk): Promise<string[]> {
  try {
    return (await disk.readdir(path)).sort();
  } catch (error) {
    throw diskError(`Cannot look into ${path}`, error);
  }
}

function notEmpty(path: string, entries: readonly string[]): BlueprintError {
  const shown = entries.slice(0, 5).join(', ');
  const more = entries.length > 5 ? ` and ${entries.length - 5} more` : '';
  return new BlueprintError('TARGET_NOT_EMPTY', `The folder ${path} is not empty: it holds ${shown}${more}.`, {
    hint: 'Choose a folder that does not exist yet, or an empty one. Nothing was changed.',
  });
}

function notAFolder(path: string): BlueprintError {
  return new BlueprintError('NOT_A_FOLDER', `${path} is a file, so no repository can be written there.`, {
    hint: `Choose another folder. Nothing was changed.`,
  });
}

function isLink(link: string, path: string): BlueprintError {
  return new BlueprintError(
    'TARGET_IS_A_LINK',
    `${link} is a symbolic link; ${path} may lie somewhere else than it seems.`,
    {
      hint: `Name the real folder instead (below the one that "realpath ${dirname(link)}" tells). Nothing was changed.`,
    },
  );
}
