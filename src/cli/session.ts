import { BlueprintError } from '../blueprint/diagnostic.js';

export type Interruption = 'SIGINT' | 'SIGTERM';

/** The run that a command is part of. */
export interface Session {
  /** Aborted when the person or the system asks to stop; the reason is the name of the signal. */
  readonly signal: AbortSignal;
  /** Whether somebody is there to answer questions. */
  readonly interactive: boolean;
  /**
   * How a command ended that did not throw, and has printed what it found: `invalid` when a blueprint has errors, `conflicts` when it
   * would have had to overwrite what people wrote, `differs` when a check failed.
   */
  outcome: 'done' | 'invalid' | 'conflicts' | 'differs';
}

/** Listens for the two signals. A second one ends the process at once, as Node does by default. */
export function openSession(): Session {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort(name));
  return {
    signal: stop.signal,
    interactive: process.stdin.isTTY && process.stderr.isTTY,
    outcome: 'done',
  };
}

/** Usage that this command line cannot act on; `hint` names the flag that would help. */
export function usageError(message: string, hint?: string): BlueprintError {
  return new BlueprintError('USAGE', message, hint === undefined ? {} : { hint });
}
