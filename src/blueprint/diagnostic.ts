/** A place in a text a person can open: 1-based line and column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One finding about a blueprint. Findings are values: all are collected, none is thrown. */
export interface Diagnostic {
  /** Stable, documented in `src/blueprint/codes.ts`, e.g. `UNKNOWN_ENTITY`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** One complete sentence in terms of the blueprint. */
  readonly message: string;
  /** File as the user named it. */
  readonly file: string;
  readonly at: Position;
  /** What to do about it, e.g. `Did you mean "Customer"?`. */
  readonly hint?: string;
}

/** Thrown for "cannot go on": the command line prints it without a stack and leaves with `exitCode`. */
export class BlueprintError extends Error {
  override readonly name = 'BlueprintError';
  constructor(
    readonly code: string,
    message: string,
    readonly options: {
      hint?: string;
      exitCode?: 1 | 2 | 4 | 5;
      diagnostics?: readonly Diagnostic[];
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
  }

  get exitCode(): number {
    return this.options.exitCode ?? 2;
  }
}
