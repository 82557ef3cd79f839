import { Worker } from 'node:worker_threads';

import type { DiffTask } from './diff-worker.js';
import { diffSchemas } from './diff.js';

/** The same as `diffSchemas`, on a thread of its own, so that everything else can be rendered meanwhile. */
export function diffSchemasAside(from: string | undefined, to: string): Promise<string> {
  // Run from its TypeScript sources, as tests do, the product has no compiled file that a thread could load.
  if (import.meta.url.endsWith('.ts')) return diffSchemas(from, to);
  return new Promise((resolve, reject) => {
    const task: DiffTask = { from, to };
    const worker = new Worker(new URL('./diff-worker.js', import.meta.url), { workerData: task });
    worker.once('message', (sql: string) => resolve(sql));
    worker.once('error', reject);
  });
}
