import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';

/** What the writers of user files may do to a disk. A test puts failures between. */
export interface Disk {
  readonly lstat: typeof lstat;
  readonly mkdir: typeof mkdir;
  readonly readdir: typeof readdir;
  readonly rename: typeof rename;
  readonly rm: typeof rm;
  readonly writeFile: typeof writeFile;
}

export const realDisk: Disk = { lstat, mkdir, readdir, rename, rm, writeFile };
