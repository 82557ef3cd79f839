import { CommanderError } from 'commander';

import { BlueprintError } from '../../blueprint/diagnostic.js';
import { findingLine } from './findings.js';
import { printJson, printProgress } from './text.js';

interface Failure {
  readonly exitCode: number;
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

/**
 * Prints why the command cannot go on, and returns its exit code. Only our own bugs show a stack. `meant` is the command that the first
 * word may have been: what commander found wrong was then read as options of `new`.
 */
export function printFailure(error: unknown, { json, meant }: { json: boolean; meant: string | undefined }): number {
  const failure = failureOf(error);
  const findings = error instanceof BlueprintError ? (error.options.diagnostics ?? []) : [];
  const advice =
    error instanceof CommanderError && meant !== undefined ? `Did you mean the command "${meant}"?` : failure.hint;
  if (json) {
    const { code, message } = failure;
    printJson({
      ok: false,
      error: { code, message, ...(advice && { hint: advice }) },
      ...(findings.length > 0 && { findings }),
    });
    return failure.exitCode;
  }
  for (const finding of findings) printProgress(findingLine(finding));
  printProgress([failure.message, advice].filter((line) => line !== undefined).join('\n'));
  return failure.exitCode;
}

function failureOf(error: unknown): Failure {
  if (error instanceof BlueprintError) {
    return { exitCode: error.exitCode, code: error.code, message: error.message, hint: error.options.hint };
  }
  if (error instanceof CommanderError) {
    if (error.code === 'commander.help')
      return { exitCode: 2, code: 'USAGE', message: 'There is no command of that name.' };
    return { exitCode: 2, code: 'USAGE', message: sentence(error.message), hint: 'See --help.' };
  }
  if (isSystemError(error)) return { exitCode: 1, code: error.code, message: error.message };
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    exitCode: 1,
    code: 'INTERNAL',
    message: stack,
    hint: 'This is a bug in create-backend-blueprint. Please report it with the blueprint and the command.',
  };
}

/** What the operating system refused: no space, no permission. Its message names the path. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

/** Commander writes `error: unknown option '--prest'\n(Did you mean --preset?)`. */
function sentence(message: string): string {
  const text = message.replace(/^error: /, '').replace('\n(', ' (');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
