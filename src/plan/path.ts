/** Longest path below the repository: leaves room for the folder around it in the 260 characters that Windows tools allow. */
const maxLength = 200;

/** Names that Windows keeps for devices, whatever follows the first dot. */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** Why a file of a repository may not have this path, on any of the systems people use; `undefined` for a good path. */
export function pathFault(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.length > maxLength) return `is longer than ${maxLength} characters`;
  if (!/^[\x20-\x7E]+$/.test(path)) return 'holds a character outside printable ASCII';
  if (/[<>:"\\|?*]/.test(path)) return 'holds one of < > : " \\ | ? *';
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.' || segment === '..') return 'is not a normalised relative path';
    if (/[. ]$/.test(segment) || segment.startsWith(' '))
      return `has a part that ends in a dot or a blank: "${segment}"`;
    if (deviceName.test(segment)) return `has a part that is a device name on Windows: "${segment}"`;
    if (/^(?:\.git|git~1)$/i.test(segment)) return 'lies in .git';
  }
  return undefined;
}

/** What two paths share when a file system that ignores case takes them for the same file. */
export function samePathKey(path: string): string {
  return path.toLowerCase();
}

/** The folders a path lies in, outermost first: `a/b/c.ts` → `a`, `a/b`. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
