import { BlueprintError } from '../blueprint/diagnostic.js';

/** What a failed operation means to the person at the keyboard. */
const meanings: Readonly<Record<string, { code: string; says: string; hint: string }>> = {
  ENOSPC: { code: 'DISK_FULL', says: 'the disk is full', hint: 'Free some space, or choose a folder on another disk.' },
  EDQUOT: {
    code: 'DISK_FULL',
    says: 'your disk quota is used up',
    hint: 'Free some space, or choose a folder on another disk.',
  },
  EACCES: { code: 'NOT_WRITABLE', says: 'permission is denied', hint: 'Choose a folder that you may write to.' },
  EPERM: { code: 'NOT_WRITABLE', says: 'the system does not allow it', hint: 'Choose a folder that you may write to.' },
  EROFS: {
    code: 'NOT_WRITABLE',
    says: 'the disk is read-only',
    hint: 'Choose a folder on a disk that you may write to.',
  },
  EMFILE: {
    code: 'TOO_MANY_OPEN_FILES',
    says: 'too many files are open',
    hint: 'Close some programs, or raise the limit (ulimit -n).',
  },
  ENFILE: {
    code: 'TOO_MANY_OPEN_FILES',
    says: 'too many files are open',
    hint: 'Close some programs, or raise the limit.',
  },
  ENAMETOOLONG: {
    code: 'PATH_TOO_LONG',
    says: 'the path is too long',
    hint: 'Choose a folder nearer to the root of the disk.',
  },
  EEXIST: {
    code: 'TARGET_CHANGED',
    says: 'somebody else wrote there meanwhile',
    hint: 'Look at the folder, then run it again.',
  },
  ENOTEMPTY: {
    code: 'TARGET_CHANGED',
    says: 'somebody else wrote there meanwhile',
    hint: 'Look at the folder, then run it again.',
  },
  ENOENT: {
    code: 'TARGET_CHANGED',
    says: 'a folder disappeared meanwhile',
    hint: 'Look at the folder, then run it again.',
  },
  ENOTDIR: { code: 'NOT_A_FOLDER', says: 'a file is where a folder should be', hint: 'Choose another folder.' },
};

/**
 * Names the failed operation in the user's terms; anything that is no failure of the disk is returned as it is.
 * `advice` is one more sentence on what to do, e.g. about a folder that could not be cleared away.
 */
export function diskError(what: string, error: unknown, advice?: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (error instanceof BlueprintError || typeof code !== 'string') return error;
  const meaning = meanings[code] ?? {
    code: 'DISK_FAILED',
    says: `the system answered ${code}`,
    hint: 'See the cause below.',
  };
  const hint = advice === undefined ? meaning.hint : `${meaning.hint} ${advice}`;
  return new BlueprintError(meaning.code, `${what}: ${meaning.says}.`, { hint, exitCode: 1, cause: error });
}

/** Advice about a folder of work in progress that could not be cleared away. */
export function toDelete(folder: string): string {
  return `Delete ${folder}; nothing in it is of use.`;
}
