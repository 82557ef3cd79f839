import { dirname, join } from 'node:path';

import { BlueprintError } from '../blueprint/diagnostic.js';
import type { ApplyOptions } from './apply.js';
import { contentsOf, type FileChange } from './compare.js';
import { diskError, toDelete } from './disk-error.js';
import { carryOut, missingFolders, rollBack, writeJournal, type Journal } from './journal.js';
import { findWork, noteName, workName } from './leftover.js';
import { manifestFile, manifestPath, sha256, type Manifest } from './manifest.js';
import { realDisk, type Disk } from './operations.js';

const note =
  'create-backend-blueprint was changing files of this repository and has been killed if you can read this at leisure.\n' +
  'The old files are in this folder: leave it, and run the same command again; it puts them back first.\n';

/** Part of the name of the work folder, which lies beside the manifest. */
const workOf = 'rewrite';

/**
 * Undoes what a killed run left half done. Called before the files are looked at. Refuses while another run is at work.
 */
export async function recover(root: string, disk: Disk = realDisk): Promise<void> {
  for (const { path, processId, isAtWork } of await findWork(workshopOf(root), workOf, disk)) {
    if (!(await disk.lstat(path)).isDirectory()) continue;
    if (isAtWork) throw isBusy(root, processId);
    try {
      await rollBack(root, path, disk);
      await disk.rm(path, { recursive: true, force: true });
    } catch (error) {
      throw diskError(`Cannot undo what a killed run left in ${path}`, error);
    }
  }
}

/**
 * Makes all changes to a repository, and writes its new manifest last, or leaves everything as it was: after a failure or an
 * interruption at once, after a kill when it is run again.
 */
export async function rewrite(
  root: string,
  changes: readonly FileChange[],
  manifest: Manifest,
  { disk = realDisk, signal }: ApplyOptions = {},
): Promise<void> {
  const touched = changes.filter(({ kind }) => kind !== 'keep');
  const oldManifest = await contentsOf(root, manifestPath, disk);
  const newManifest = manifestFile(manifest).contents;
  const all: readonly FileChange[] = [
    ...touched,
    {
      path: manifestPath,
      kind: 'update',
      isTheirs: false,
      ...(oldManifest && { before: oldManifest }),
      after: newManifest,
    },
  ];
  const work = join(workshopOf(root), workName(workOf, process.pid));
  try {
    await disk.mkdir(work);
    await disk.writeFile(join(work, noteName), note, { flag: 'wx' });
    const journal = await prepare(root, work, all, disk);
    signal?.throwIfAborted();
    await carryOut(root, work, journal, { disk, signal });
  } catch (error) {
    throw diskError(`Cannot write to ${root}`, error, await undo(root, work, disk));
  }
  await disk.rm(work, { recursive: true, force: true }).catch((error: unknown) => {
    throw diskError(`The files of ${root} are written, but the work folder cannot be removed`, error, toDelete(work));
  });
}

/** Puts everything back. What to do when even this fails. */
async function undo(root: string, work: string, disk: Disk): Promise<string | undefined> {
  try {
    await rollBack(root, work, disk);
    await disk.rm(work, { recursive: true, force: true });
    return undefined;
  } catch {
    return `The old files are in ${work}: leave it, and run this again; it puts them back first.`;
  }
}

async function prepare(root: string, work: string, changes: readonly FileChange[], disk: Disk): Promise<Journal> {
  for (const [index, { before, after }] of changes.entries()) {
    if (before) await disk.writeFile(join(work, `old-${index}`), before, { flag: 'wx' });
    if (after !== undefined) await disk.writeFile(join(work, `new-${index}`), after, { flag: 'wx' });
  }
  const created = changes.filter(({ kind }) => kind === 'create').map(({ path }) => path);
  const journal = {
    entries: changes.map(({ path, before, after }) => ({
      path,
      before: before ? sha256(before) : null,
      after: after === undefined ? null : sha256(after),
    })),
    folders: await missingFolders(root, created, disk),
  };
  await writeJournal(work, journal, disk);
  return journal;
}

function workshopOf(root: string): string {
  return join(root, dirname(manifestPath));
}

function isBusy(root: string, processId: number): BlueprintError {
  return new BlueprintError('REPOSITORY_IN_USE', `Another run is writing to ${root} (process ${processId}).`, {
    hint: 'Wait until it has ended, then run this again.',
    exitCode: 1,
  });
}
