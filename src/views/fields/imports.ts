import { z } from 'zod';
import { byCodePoint } from '../../text/order.js';
import { importList } from './printed.js';

/** One import of a module; types are marked with `type `. */
export interface Import {
  readonly path: string;
  readonly names: readonly string[];
}

/** One import as it is printed. */
export const importLine = z.object({ keyword: z.enum(['import', 'import type']), names: z.string(), path: z.string() });
export type ImportLine = z.infer<typeof importLine>;

/** One line per path, from far to near, as the linter of the repository wants them: packages, its own packages, other folders, the same one. */
export function importLines(imports: readonly Import[]): ImportLine[] {
  const paths = [...new Set(imports.filter(({ names }) => names.length > 0).map(({ path }) => path))];
  return paths
    .sort((a, b) => distance(b) - distance(a) || byCodePoint(a, b))
    .map((path) => ({ path, ...clause(imports.filter((each) => each.path === path).flatMap(({ names }) => names)) }));
}

function clause(names: readonly string[]): Pick<ImportLine, 'keyword' | 'names'> {
  const onlyTypes = names.every((name) => name.startsWith('type '));
  if (!onlyTypes) return { keyword: 'import', names: importList(names) };
  return { keyword: 'import type', names: importList(names.map((name) => name.replace(/^type /, ''))) };
}

/** Only what the repository holds is imported below the name of a package: `@acme/core/actor`. */
const ownPackage = /^@[^/]+\/(?:auth|common|core|database)\//;

/** How many folders up an import leads; a package is farther than every file, one from npm farther than the repository's own. */
function distance(path: string): number {
  if (!path.startsWith('.')) return ownPackage.test(path) ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER;
  return path.split('/').filter((part) => part === '..').length;
}
