import { requestsToSend } from '../../brief/anthropic/planner.js';
import type { Brief } from '../../brief/brief.js';
import { sendingLine } from '../consent.js';
import type { ModelChoice } from '../planner.js';
import { printJson, printProgress } from './text.js';

/** What would be sent, byte for byte as far as it is known: later requests hold answers to earlier ones. */
export function printRequests(brief: Brief, choice: ModelChoice, json: boolean): void {
  const requests = requestsToSend(brief, choice.setup);
  const { host, estimate } = choice;
  if (json) return printJson({ ok: true, dryRun: true, host, estimate, maxUsd: choice.setup.maxUsd, requests });
  printJson(requests);
  printProgress(sendingLine(choice));
  printProgress('These are the first requests; later ones hold what the model answered. Nothing was sent.');
}
