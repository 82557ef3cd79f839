import type { Patience } from '../setup.js';

const USUAL: Patience = { firstByteMs: 240_000, idleMs: 90_000, backoffMs: 1000, longestWaitMs: 60_000 };

export interface Idle {
  /** Aborts when the run is interrupted, and when nothing was heard for too long. */
  readonly signal: AbortSignal;
  readonly sign: () => void;
  readonly stop: () => void;
}

export function createPatience(shorter: Partial<Patience> = {}): Patience & { start(signal: AbortSignal): Idle } {
  const patience = { ...USUAL, ...shorter };
  return { ...patience, start: (signal) => startIdle(patience, signal) };
}

function startIdle({ firstByteMs, idleMs }: Patience, signal: AbortSignal): Idle {
  const silence = new AbortController();
  const expire = (): void => silence.abort();
  let timer = setTimeout(expire, firstByteMs);
  let isOver = false;
  return {
    signal: AbortSignal.any([signal, silence.signal]),
    sign() {
      clearTimeout(timer);
      if (!isOver) timer = setTimeout(expire, idleMs);
    },
    stop() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}

/** @throws what the signal is aborted with, at once. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  let end: (() => void) | undefined;
  const timer = new Promise<void>((resolve) => {
    const id = setTimeout(resolve, ms);
    end = () => {
      clearTimeout(id);
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });
  await timer;
  if (end) signal.removeEventListener('abort', end);
  signal.throwIfAborted();
}
