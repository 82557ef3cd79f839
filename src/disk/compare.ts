import { join } from 'node:path';

import { BlueprintError } from '../blueprint/diagnostic.js';
import type { PlannedFile } from '../plan/model.js';
import { foldersOf, pathFault } from '../plan/path.js';
import { diskError } from './disk-error.js';
import { sha256, type Manifest } from './manifest.js';
import type { Disk } from './operations.js';

/** One file of a repository, as it is and as it should be. */
export interface FileChange {
  /** Below the root, with `/`. */
  readonly path: string;
  readonly kind: 'keep' | 'create' | 'update' | 'remove';
  /** Whether people wrote or changed what is there: it is only overwritten or removed when they say so. */
  readonly isTheirs: boolean;
  /** What is on disk; absent where there is nothing. */
  readonly before?: Uint8Array;
  /** What should be there; absent where nothing should. */
  readonly after?: string;
}

/**
 * Compares some of a repository's files with what they should be: those planned, and those that the manifest says were written once and
 * that nothing plans any more. `isOurs` picks from the manifest. Files that neither knows are not looked at. Sorted by path.
 */
export async function compareFiles(
  root: string,
  planned: readonly Pick<PlannedFile, 'path' | 'contents'>[],
  manifest: Manifest,
  isOurs: (path: string) => boolean,
  disk: Disk,
): Promise<FileChange[]> {
  const contents = new Map(planned.map((file) => [file.path, file.contents]));
  // A manifest is a file that anybody may have edited: what it names is only followed inside the repository.
  const known = Object.keys(manifest.files).filter((path) => isOurs(path) && pathFault(path) === undefined);
  const changes: FileChange[] = [];
  for (const path of [...new Set([...contents.keys(), ...known])].sort()) {
    changes.push(changeOf(path, await contentsOf(root, path, disk), contents.get(path), manifest));
  }
  return changes;
}

function changeOf(path: string, before: Uint8Array | undefined, after: string | undefined, manifest: Manifest) {
  const facts = { path, ...(before && { before }), ...(after !== undefined && { after }) };
  const isTheirs = before !== undefined && sha256(before) !== manifest.files[path]?.sha256;
  if (before === undefined) return { ...facts, kind: after === undefined ? 'keep' : 'create', isTheirs } as const;
  if (after === undefined) return { ...facts, kind: 'remove', isTheirs } as const;
  if (sha256(before) === sha256(after)) return { ...facts, kind: 'keep', isTheirs: false } as const;
  return { ...facts, kind: 'update', isTheirs } as const;
}

/** What a file holds. Refuses links anywhere below the root, for what lies behind one may be another's. */
export async function contentsOf(root: string, path: string, disk: Disk): Promise<Uint8Array | undefined> {
  for (const folder of foldersOf(path)) {
    const about = await aboutOf(join(root, folder), disk);
    if (!about) return undefined;
    if (about.isSymbolicLink()) throw isLink(join(root, folder));
    if (!about.isDirectory()) throw inTheWay(join(root, folder), 'a file', 'a folder');
  }
  const file = join(root, path);
  const about = await aboutOf(file, disk);
  if (!about) return undefined;
  if (about.isSymbolicLink()) throw isLink(file);
  if (!about.isFile()) throw inTheWay(file, 'a folder', 'a file');
  return disk.readFile(file).catch((error: unknown) => {
    throw diskError(`Cannot read ${file}`, error);
  });
}

async function aboutOf(path: string, disk: Disk) {
  return disk.lstat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw diskError(`Cannot look at ${path}`, error);
  });
}

function isLink(path: string): BlueprintError {
  return new BlueprintError('PATH_IS_A_LINK', `${path} is a symbolic link; what would be written may lie elsewhere.`, {
    hint: 'Replace it by a folder or a file of the repository. Nothing was changed.',
  });
}

function inTheWay(path: string, what: string, needed: string): BlueprintError {
  return new BlueprintError('NOT_A_FOLDER', `${path} is ${what} where ${needed} belongs.`, {
    hint: 'Move it away, then run this again. Nothing was changed.',
  });
}
