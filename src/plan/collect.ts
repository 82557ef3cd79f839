import type { Design } from '../design/model.js';
import type { FileRequest, Generator } from './model.js';
import { BlueprintError } from '../blueprint/diagnostic.js';
import { foldersOf, pathFault, samePathKey } from './path.js';

/** A file that was asked for, and by whom. */
export interface CollectedRequest {
  /** Id of the generator. */
  readonly generator: string;
  readonly request: FileRequest;
}

/** Asks every generator, in order, which files exist; sorted by path, every path legal and unique. */
export async function collectRequests(generators: readonly Generator[], design: Design): Promise<CollectedRequest[]> {
  const collected: CollectedRequest[] = [];
  for (const generator of generators) {
    for (const request of await generator.files(design)) collected.push({ generator: generator.id, request });
  }
  checkPaths(collected);
  return collected.sort((a, b) => (a.request.path < b.request.path ? -1 : 1));
}

function checkPaths(collected: readonly CollectedRequest[]): void {
  const owners = new Map<string, CollectedRequest>();
  const folders = new Map<string, CollectedRequest & { readonly folder: string }>();
  for (const one of collected) {
    const { path } = one.request;
    const fault = pathFault(path);
    if (fault) throw new BlueprintError('PATH_ILLEGAL', `The path "${path}" of generator "${one.generator}" ${fault}.`);
    const other = owners.get(samePathKey(path));
    if (other) throw clash(one, other);
    owners.set(samePathKey(path), one);
    for (const folder of foldersOf(path)) {
      const twin = folders.get(samePathKey(folder));
      if (twin && twin.folder !== folder) throw clash(one, twin);
      if (!twin) folders.set(samePathKey(folder), { ...one, folder });
    }
  }
  for (const [key, one] of owners) {
    const below = folders.get(key);
    if (below) throw clash(one, below);
  }
}

function clash(a: CollectedRequest, b: CollectedRequest): BlueprintError {
  const who =
    a.generator === b.generator ? `generator "${a.generator}"` : `generators "${a.generator}" and "${b.generator}"`;
  const what =
    a.request.path === b.request.path ? `"${a.request.path}" twice` : `"${b.request.path}" and "${a.request.path}"`;
  return new BlueprintError('PATH_CLASH', `The ${who} would write ${what}, which a disk cannot keep apart.`, {
    hint: 'Rename one of the items in the blueprint that these paths are named after.',
  });
}
