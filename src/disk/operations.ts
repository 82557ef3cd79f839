import { lstat, mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';

/** What the writers of user files may do to a disk. A test puts failures between. */
export interface Disk {
  readonly lstat: typeof lstat;
  readonly mkdir: typeof mkdir;
  readonly readdir: typeof readdir;
  readonly readFile: typeof readFile;
  readonly rename: typeof rename;
  readonly rm: typeof rm;
  readonly rmdir: typeof rmdir;
  readonly stat: typeof stat;
  readonly writeFile: typeof writeFile;
}

export const realDisk: Disk = { lstat, mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile };
