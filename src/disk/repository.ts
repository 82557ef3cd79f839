import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

import { BlueprintError } from '../blueprint/diagnostic.js';
import { manifestPath } from './manifest.js';

/** A file inside a generated repository. */
export interface GeneratedPlace {
  /** Folder of the repository. */
  readonly root: string;
  /** Below the root, with `/`. */
  readonly path: string;
  /** What the file holds now; absent when it was deleted. */
  readonly contents?: string;
}

/** Finds the generated repository that a path lies in: the nearest folder above it that has a manifest. */
export async function findGenerated(file: string): Promise<GeneratedPlace> {
  const absolute = path.resolve(file);
  const folder = await realpath(path.dirname(absolute)).catch(() => path.dirname(absolute));
  const target = path.join(folder, path.basename(absolute));
  for (let root = folder; ; root = path.dirname(root)) {
    if (await isFile(path.join(root, manifestPath))) {
      const contents = await readFile(target, 'utf8').catch(() => undefined);
      return {
        root,
        path: path.relative(root, target).split(path.sep).join('/'),
        ...(contents !== undefined && { contents }),
      };
    }
    if (root === path.dirname(root)) break;
  }
  throw new BlueprintError('NOT_A_GENERATED_REPOSITORY', `${file} is not inside a generated repository.`, {
    hint: `No folder above it has ${manifestPath}.`,
  });
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (about) => about.isFile(),
    () => false,
  );
}
