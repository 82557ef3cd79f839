import path from 'node:path';

import type { RunRecord } from '../brief/anthropic/setup.js';
import type { Brief } from '../brief/brief.js';
import { writeRunRecord } from '../disk/run-record.js';
import type { PlannedBrief } from '../pipeline.js';
import type { BriefOptions } from './brief-options.js';
import { answering } from './clarify.js';
import { agreeToSend } from './consent.js';
import { choosePlanner, type ModelChoice } from './planner.js';
import { progressOf } from './print/plan-progress.js';
import { count, printProgress } from './print/text.js';
import type { Session } from './session.js';

export interface BriefResult extends PlannedBrief {
  /** What the model did and cost; absent when none was asked. */
  readonly run?: RunRecord;
}

/** From a brief to a blueprint, with whichever planner the options and the environment ask for. */
export async function planFromBrief(brief: Brief, options: BriefOptions, session: Session): Promise<BriefResult> {
  const { planBrief } = await import('../pipeline.js');
  const answer = await answering(options, session);
  const choice = await choosePlanner(brief, options, process.env);
  const planOptions = { ...(options.name !== undefined && { name: options.name }), answer, signal: session.signal };
  if (choice.kind === 'offline') {
    if (choice.lacksKey) printProgress('No ANTHROPIC_API_KEY: planned offline.');
    return planBrief(brief, choice.planner, planOptions, progressOf());
  }
  await agreeToSend(choice, options, session);
  try {
    const result = await planBrief(brief, choice.planner, planOptions, progressOf(choice.setup.maxUsd));
    const run = choice.record();
    return { ...result, ...(run && { run }) };
  } finally {
    await keepRecord(choice, session);
  }
}

/** Whether a model would be asked; if so, shows what it would be sent: what it would answer nobody knows without asking. */
export async function showRequests(brief: Brief, options: BriefOptions): Promise<boolean> {
  const choice = await choosePlanner(brief, options, process.env);
  if (choice.kind !== 'model') return false;
  const { printRequests } = await import('./print/requests.js');
  printRequests(brief, choice, options.json === true);
  return true;
}

/** What was done and what it cost stays on the disk, also when it ended badly. A disk that does not take it is no reason to fail. */
async function keepRecord({ cache, record }: ModelChoice, { signal }: Session): Promise<void> {
  const run = record();
  if (!run) return;
  const finished = run.calls.filter(({ outcome }) => outcome === 'done').length + run.resumed.length;
  if (signal.aborted) {
    printProgress(`${count(finished, 'finished step')} kept in ${cache}; the same command goes on from there.`);
  }
  const name = new Date().toISOString().replaceAll(/[:.]/g, '-');
  await writeRunRecord(path.join(cache, 'runs'), name, run).catch((error: unknown) => {
    printProgress(`warning: the record of the run is not kept. ${error instanceof Error ? error.message : ''}`);
  });
}
