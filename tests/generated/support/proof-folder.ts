import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where generated repositories are proved, outside this checkout: theirs must be the only node_modules in reach. */
    proofFolder: string;
  }
}

/** One folder for a whole run, so that a repository is installed once. `PROOF_FOLDER` names one to keep, e.g. to look into a failure. */
export function setup(project: TestProject): () => Promise<void> {
  const kept = process.env.PROOF_FOLDER;
  const folder = kept ? path.resolve(kept) : mkdtempSync(path.join(tmpdir(), 'blueprint-proof-'));
  mkdirSync(folder, { recursive: true });
  // A PostgreSQL server that does not run as root must be able to pass through.
  chmodSync(folder, 0o755);
  project.provide('proofFolder', folder);
  return async () => {
    if (!kept) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
