import { BlueprintError } from '../blueprint/diagnostic.js';
import type { BriefOptions } from './brief-options.js';
import type { ModelChoice } from './planner.js';
import { dollars } from './print/plan-progress.js';
import { count, printProgress } from './print/text.js';
import { usageError, type Session } from './session.js';

/** Above this many USD a person is asked. */
const ASK_ABOVE_USD = 1;

/**
 * Says where the brief goes, to which model and for how much, before anything is sent. Somebody at a terminal is asked when it costs more
 * than a dollar or goes to another host than the vendor's; without a terminal such a host wants `--yes`.
 */
export async function agreeToSend(choice: ModelChoice, options: BriefOptions, session: Session): Promise<void> {
  const { host, isVendor, estimate, setup } = choice;
  printProgress(sendingLine(choice));
  if (!isVendor) {
    printProgress(
      `Attention: ${host} is not the service of Anthropic. ANTHROPIC_BASE_URL names it, and it gets the brief and your key.`,
    );
  }
  if (options.yes) return;
  const asks = session.interactive && options.json !== true;
  if (!asks && !isVendor) {
    throw usageError(
      `Nothing was sent: ${host} is not the service of Anthropic.`,
      'Give --yes if it may have the brief and the key, or --offline.',
    );
  }
  if (!asks || (isVendor && estimate.usd <= ASK_ABOVE_USD)) return;
  const { askWhether } = await import('./ask.js');
  const question = `Send the brief to ${host}, for about ${dollars(estimate.usd)} and at most ${dollars(setup.maxUsd)}?`;
  if (await askWhether(question, session.signal)) return;
  throw new BlueprintError('NOT_SENT', 'Nothing was sent.', { hint: '--offline plans without a model.' });
}

/** `Asking claude-sonnet-5-5 at api.anthropic.com: about 21 calls and $0.88, at most $2.00.` */
export function sendingLine({ host, estimate, setup }: ModelChoice): string {
  const { models, calls, usd } = estimate;
  return `Asking ${models.join(' and ')} at ${host}: about ${count(calls, 'call')} and ${dollars(usd)}, at most ${dollars(setup.maxUsd)}.`;
}
