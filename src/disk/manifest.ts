import { createHash } from 'node:crypto';

import type { FilePlan, Ownership, PlannedFile } from '../plan/model.js';

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
    files: sorted(plan.files.map(({ path, contents, ownership }) => [path, { sha256: sha256(contents), ownership }])),
  };
}

/** The manifest as a file. It holds no list, so Prettier leaves it as it is. */
export function manifestFile(manifest: Manifest): Pick<PlannedFile, 'path' | 'contents' | 'executable'> {
  return { path: manifestPath, contents: `${JSON.stringify(manifest, null, 2)}\n`, executable: false };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function sorted<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
