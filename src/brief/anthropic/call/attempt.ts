import type { PlanEvent } from '../../planner.js';
import type { Budget } from './budget.js';
import { MessagesError, type MessagesRequest, type Reply } from './messages.js';
import { createNameScanner } from './names.js';
import { createPatience, wait } from './patience.js';
import { NO_USAGE, usdOf, worstUsd, type Usage } from './prices.js';
import type { AnthropicSetup, CallOutcome, CallRecord } from '../setup.js';

/** A transport that failed is tried again this often. */
const MOST_RETRIES = 2;

export interface RunContext {
  readonly setup: AnthropicSetup;
  readonly budget: Budget;
  readonly signal: AbortSignal;
  readonly onEvent: (event: PlanEvent) => void;
}

/** What an answer is worth: absent when its shape is wrong. */
export interface Judged<Answer> {
  readonly answer?: Answer;
  readonly problems: readonly string[];
}

export type Sent<Answer> =
  | { readonly kind: 'answered'; readonly reply: Reply; readonly judged: Judged<Answer> }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'failed'; readonly why: string };

/** Sends requests: pays for them, waits for them, tries again what may go well a moment later, and notes what happened. */
export function createAttempts({ setup, budget, signal, onEvent }: RunContext) {
  const calls: CallRecord[] = [];
  const patience = createPatience(setup.patience);
  /** Set once nothing will be answered any more. */
  let refusal: string | undefined;

  async function send<Answer>(
    label: string,
    request: MessagesRequest,
    onStarted: (() => void) | undefined,
    judge: (reply: Reply) => Judged<Answer>,
  ): Promise<Sent<Answer>> {
    for (let retries = 0; ; retries += 1) {
      if (refusal !== undefined) return { kind: 'failed', why: refusal };
      const attempt = await sendOnce(label, request, onStarted, judge);
      if (!('again' in attempt)) return attempt;
      const { again: why, retryAfterMs } = attempt;
      const pauseMs = Math.max(patience.backoffMs * 2 ** retries, retryAfterMs ?? 0);
      if (retries === MOST_RETRIES || pauseMs > patience.longestWaitMs) return { kind: 'failed', why };
      onEvent({ type: 'retry', stage: label, why });
      await wait(pauseMs, signal);
    }
  }

  async function sendOnce<Answer>(
    label: string,
    request: MessagesRequest,
    onStarted: (() => void) | undefined,
    judge: (reply: Reply) => Judged<Answer>,
  ): Promise<Sent<Answer> | { readonly again: string; readonly retryAfterMs?: number }> {
    const promptBytes = Buffer.byteLength(JSON.stringify(request));
    const reservation = await budget.reserve(worstUsd(request.model, promptBytes, request.max_tokens));
    if (!reservation)
      return { kind: 'failed', why: `The next request could cost more than the limit of $${budget.maxUsd}.` };
    if (signal.aborted) reservation.settle(0);
    signal.throwIfAborted();

    const startedAt = performance.now();
    const note = (outcome: CallOutcome, usage: Usage, cost: number | undefined, requestId?: string): void => {
      const usd = reservation.settle(cost);
      const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
      calls.push({
        stage: label,
        model: request.model,
        ...(requestId === undefined ? {} : { requestId }),
        usage,
        usd,
        outcome,
        seconds,
      });
      onEvent({ type: 'cost', stage: label, usd, totalUsd: budget.spentUsd });
    };

    const idle = patience.start(signal);
    try {
      const reply = await setup.client.send(request, {
        signal: idle.signal,
        onSign: idle.sign,
        onAnswer: () => onStarted?.(),
        onText: nameWatcher(label, onEvent),
      });
      const outcome = outcomeOf(reply);
      const judged = outcome === 'done' ? judge(reply) : undefined;
      const isUsable = judged?.answer !== undefined && judged.problems.length === 0;
      // A stream that ends early does not tell what it cost.
      const cost = reply.stopReason === null ? undefined : usdOf(request.model, reply.usage);
      note(judged && !isUsable ? 'invalid' : outcome, reply.usage, cost, reply.requestId);
      if (judged) return { kind: 'answered', reply, judged };
      if (outcome === 'truncated') return { kind: 'truncated' };
      return outcome === 'refused' ? { kind: 'failed', why: refusalOf(reply) } : { again: 'The answer ended early.' };
    } catch (error) {
      if (!(error instanceof MessagesError)) {
        note('failed', NO_USAGE, undefined);
        throw error;
      }
      const { fault, message, details } = error;
      const isInterrupted = signal.aborted;
      const outcome = isInterrupted
        ? 'interrupted'
        : fault === 'account' || fault === 'request'
          ? 'rejected'
          : 'failed';
      const isBilled = details.begun === true || fault === 'aborted';
      note(outcome, NO_USAGE, isBilled ? undefined : 0, details.requestId);
      signal.throwIfAborted();
      if (fault === 'account') refusal = message;
      if (fault === 'account' || fault === 'request') return { kind: 'failed', why: message };
      const why = fault === 'aborted' ? 'The service went silent.' : message;
      return { again: why, ...(details.retryAfterMs === undefined ? {} : { retryAfterMs: details.retryAfterMs }) };
    } finally {
      idle.stop();
    }
  }

  return { send, calls };
}

function outcomeOf({ stopReason }: Reply): CallOutcome {
  switch (stopReason) {
    case 'end_turn':
      return 'done';
    case 'max_tokens':
    case 'model_context_window_exceeded':
      return 'truncated';
    case 'refusal':
      return 'refused';
    default:
      return 'failed';
  }
}

/** The category is a word of the service, never of the model. */
function refusalOf({ refusal = '' }: Reply): string {
  const category = /^[a-z][a-z_]{0,39}$/.test(refusal) ? ` (${refusal})` : '';
  return `The model refused to answer${category}.`;
}

function nameWatcher(label: string, onEvent: (event: PlanEvent) => void): (text: string) => void {
  const scan = createNameScanner();
  return (text) => {
    const names = scan(text);
    if (names.length > 0) onEvent({ type: 'found', stage: label, names });
  };
}
