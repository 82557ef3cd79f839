import type { Code } from '../codes.js';
import type { Findings } from '../findings.js';
import type { Place } from '../place.js';

/** A slip inside a line; thrown by the readers of lines and caught by the builder, which knows where the line stands. */
export class LineError extends Error {
  constructor(
    readonly code: Code,
    readonly offset: number,
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** Reads a line; a slip becomes a finding at the exact word. */
export function tryLine<Result>(read: () => Result, place: Place, findings: Findings): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    findings.error(error.code, place.within(error.offset), error.message, error.hint);
    return undefined;
  }
}
