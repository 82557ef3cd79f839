import type { Code } from './codes.js';

/** A fault inside an expression. Without a code it follows from one already reported, and is not reported again. */
export class ExpressionError extends Error {
  constructor(
    readonly code: Code | undefined,
    readonly offset: number,
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

export function fault(code: Code | undefined, offset: number, message: string, hint?: string): ExpressionError {
  return new ExpressionError(code, offset, message, hint);
}
