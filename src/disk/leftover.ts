import { join } from 'node:path';

import { diskError } from './disk-error.js';
import type { Disk } from './operations.js';

/** Lies in every folder of work in progress: tells people what it is, and us that we may delete it. */
export const noteName = 'WORK-IN-PROGRESS.txt';
export const note =
  'create-backend-blueprint was writing a repository here and has been killed if you can read this at leisure.\n' +
  'This folder can be deleted; the next run deletes it too.\n';

/** `.shop.4711.partial`: hidden, beside what it will become, with the id of the process at work. */
export function workName(name: string, processId: number): string {
  return `.${name}.${processId}.partial`;
}

/** Folders of work in progress for `name` in `folder` whose process is gone. */
export async function findLeftovers(folder: string, name: string, disk: Disk): Promise<string[]> {
  const found: string[] = [];
  for (const { path, isAtWork } of await findWork(folder, name, disk)) {
    if (!isAtWork && (await isOurs(path, disk))) found.push(path);
  }
  return found;
}

/** Every folder of work in progress for `name` in `folder`, and whether another process is at work in it. */
export async function findWork(
  folder: string,
  name: string,
  disk: Disk,
): Promise<{ readonly path: string; readonly processId: number; readonly isAtWork: boolean }[]> {
  const prefix = `.${name}.`;
  return (await entriesOf(folder, disk)).flatMap((entry) => {
    const id = entry.startsWith(prefix) ? /^(\d+)\.partial$/.exec(entry.slice(prefix.length))?.[1] : undefined;
    const processId = Number(id);
    return id === undefined ? [] : [{ path: join(folder, entry), processId, isAtWork: isAlive(processId) }];
  });
}

/** Killed before the note was written, it is empty; afterwards it holds the note. */
async function isOurs(path: string, disk: Disk): Promise<boolean> {
  if (!(await disk.lstat(path)).isDirectory()) return false;
  const inside = await disk.readdir(path);
  return inside.length === 0 || inside.includes(noteName);
}

async function entriesOf(folder: string, disk: Disk): Promise<string[]> {
  try {
    return await disk.readdir(folder);
  } catch (error) {
    // A folder that may be entered and written to, but not listed, hides its leftovers and is otherwise good.
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return [];
    throw diskError(`Cannot look into ${folder}`, error);
  }
}

function isAlive(processId: number): boolean {
  if (processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Another user's process answers EPERM.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
