import { parentPort, workerData } from 'node:worker_threads';

import { diffSchemas } from './diff.js';

/** What the thread is started with: the two schemas to compare. */
export interface DiffTask {
  readonly from: string | undefined;
  readonly to: string;
}

/** Runs on a thread of its own: comparing takes about as long as rendering everything else. */
const { from, to } = workerData as DiffTask;
parentPort?.postMessage(await diffSchemas(from, to));
