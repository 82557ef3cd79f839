import { dirname, join } from 'node:path';
import { z } from 'zod';

import { BlueprintError } from '../blueprint/diagnostic.js';
import { pathFault } from '../plan/path.js';
import { contentsOf } from './compare.js';
import { sha256 } from './manifest.js';
import type { Disk } from './operations.js';

/**
 * What a run is about to do to files that exist, written down before the first of them is touched. Beside it lie the new contents
 * (`new-0`, `new-1` …) and a copy of the old ones (`old-0` …), by the place of the entry in the list.
 */
export interface Journal {
  /** In the order in which they are done; the manifest is the last. */
  readonly entries: readonly JournalEntry[];
  /** Folders that the run makes, outermost first. */
  readonly folders: readonly string[];
}

export interface JournalEntry {
  readonly path: string;
  /** Digests; null where there is no file. */
  readonly before: string | null;
  readonly after: string | null;
}

const journalName = 'journal.json';

/** A journal may have come with the repository from anywhere: it names files inside of it, or it is none. */
const inside = z.string().refine((path) => pathFault(path) === undefined, 'leads out of the repository');
const digest = z.string().nullable();
const journalSchema = z.object({
  entries: z.array(z.object({ path: inside, before: digest, after: digest })),
  folders: z.array(inside),
});

export async function writeJournal(work: string, journal: Journal, disk: Disk): Promise<void> {
  // Renamed into place: half a journal is none, and without one nothing has been touched.
  await disk.writeFile(join(work, 'journal.new'), JSON.stringify(journal), { flag: 'wx' });
  await disk.rename(join(work, 'journal.new'), join(work, journalName));
}

/** Does what the journal says. Each file is at any moment the old one or the new one, whole. */
export async function carryOut(
  root: string,
  work: string,
  { entries, folders }: Journal,
  { disk, signal }: { readonly disk: Disk; readonly signal: AbortSignal | undefined },
): Promise<void> {
  for (const folder of folders) await disk.mkdir(join(root, folder));
  for (const [index, { path, after }] of entries.entries()) {
    signal?.throwIfAborted();
    const file = join(root, path);
    await (after === null ? disk.rm(file) : disk.rename(join(work, `new-${index}`), file));
  }
}

/**
 * Puts everything back as it was before the run in `work`, whether it failed just now or was killed long ago. What somebody changed since
 * then is left alone. Without a journal nothing had been touched.
 */
export async function rollBack(root: string, work: string, disk: Disk): Promise<void> {
  const journal = await readJournal(work, disk);
  if (!journal) return;
  const { entries, folders } = journal;
  const last = entries.at(-1);
  // The manifest goes last: where it is the new one, the run was complete.
  if (last && last.before !== last.after && (await digestOf(root, last.path, disk)) === last.after) return;
  for (const [index, { path, before, after }] of [...entries.entries()].reverse()) {
    if (before === after || (await digestOf(root, path, disk)) !== after) continue;
    await (before === null ? disk.rm(join(root, path)) : disk.rename(join(work, `old-${index}`), join(root, path)));
  }
  for (const folder of [...folders].reverse()) {
    await disk.rmdir(join(root, folder)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  }
}

async function readJournal(work: string, disk: Disk): Promise<Journal | undefined> {
  const text = await disk.readFile(join(work, journalName), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (text === undefined) return undefined;
  try {
    return journalSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new BlueprintError('JOURNAL_UNREADABLE', `${join(work, journalName)} does not say what was begun.`, {
      hint: `Look at your changes (git status), then delete ${work}.`,
      cause,
    });
  }
}

async function digestOf(root: string, path: string, disk: Disk): Promise<string | null> {
  const contents = await contentsOf(root, path, disk);
  return contents === undefined ? null : sha256(contents);
}

/** Folders above these files that do not exist yet, outermost first. */
export async function missingFolders(root: string, paths: readonly string[], disk: Disk): Promise<string[]> {
  const missing = new Set<string>();
  for (const path of paths) {
    for (let folder = dirname(path); folder !== '.' && !missing.has(folder); folder = dirname(folder)) {
      const exists = await disk.lstat(join(root, folder)).then(
        () => true,
        () => false,
      );
      if (exists) break;
      missing.add(folder);
    }
  }
  return [...missing].sort();
}
