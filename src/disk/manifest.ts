import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';

import { BlueprintError } from '../blueprint/diagnostic.js';
import type { FilePlan, Ownership, PlannedFile } from '../plan/model.js';
import { diskError } from './disk-error.js';
import type { Disk } from './operations.js';

/** Where a repository says how it was made. */
export const manifestPath = '.blueprint/manifest.json';

/** What was written last time, and from what. Holds no time and no machine: the same inputs give the same manifest. */
export interface Manifest {
  /** Version of this file's own form. */
  readonly manifest: 1;
  readonly tool: { readonly name: string; readonly version: string };
  /** Version of the blueprint language. */
  readonly language: number;
  /** Digest of the blueprint's text. */
  readonly blueprint: string;
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly files: Readonly<Record<string, ManifestFile>>;
}

export interface ManifestFile {
  readonly sha256: string;
  readonly ownership: Ownership;
}

export interface ManifestInputs {
  readonly tool: Manifest['tool'];
  readonly language: number;
  readonly blueprintText: string;
  readonly options: Manifest['options'];
}

/** Describes a plan. */
export function describePlan(plan: FilePlan, inputs: ManifestInputs): Manifest {
  return {
    manifest: 1,
    tool: { name: inputs.tool.name, version: inputs.tool.version },
    language: inputs.language,
    blueprint: sha256(inputs.blueprintText),
    options: sorted(Object.entries(inputs.options)),
    files: sorted(plan.files.map(fileEntry)),
  };
}

/** The manifest as a file. It holds no list, so Prettier leaves it as it is. */
export function manifestFile(manifest: Manifest): Pick<PlannedFile, 'path' | 'contents' | 'executable'> {
  return { path: manifestPath, contents: `${JSON.stringify(manifest, null, 2)}\n`, executable: false };
}

/** The manifest of a repository, as it stands on disk. */
export async function readManifest(root: string, disk: Pick<Disk, 'readFile'>): Promise<Manifest> {
  const file = join(root, manifestPath);
  const text = await disk.readFile(file, 'utf8').catch((error: unknown) => {
    throw diskError(`Cannot read ${file}`, error);
  });
  const { data, error } = manifestSchema.safeParse(parsed(text));
  if (data) return data;
  const reason = error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`)[0];
  throw new BlueprintError('MANIFEST_UNREADABLE', `${file} does not say what was written (${reason}).`, {
    hint: 'Take it back from version control, e.g. git checkout -- .blueprint/manifest.json',
  });
}

/** The manifest after some of its files were written anew or removed: `files` are all there are now that `isOurs` picks. */
export function withFiles(
  manifest: Manifest,
  files: readonly Pick<PlannedFile, 'path' | 'contents' | 'ownership'>[],
  isOurs: (path: string) => boolean,
): Manifest {
  const others = Object.entries(manifest.files).filter(([path]) => !isOurs(path));
  return { ...manifest, files: sorted([...others, ...files.map(fileEntry)]) };
}

export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

const manifestSchema: z.ZodType<Manifest> = z.object({
  manifest: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  language: z.number(),
  blueprint: z.string(),
  options: z.record(z.string(), z.union([z.string(), z.boolean()])),
  files: z.record(z.string(), z.object({ sha256: z.string(), ownership: z.enum(['managed', 'once', 'derived']) })),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fileEntry({
  path,
  contents,
  ownership,
}: Pick<PlannedFile, 'path' | 'contents' | 'ownership'>): [string, ManifestFile] {
  return [path, { sha256: sha256(contents), ownership }];
}

function sorted<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
