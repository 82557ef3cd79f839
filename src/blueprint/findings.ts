import { byCodePoint } from '../text/order.js';
import type { Diagnostic, Position } from './diagnostic.js';
import type { Code } from './codes.js';

/** Collects the findings about one file. */
export class Findings {
  readonly all: Diagnostic[] = [];

  constructor(readonly file: string) {}

  error(code: Code, at: Position, message: string, hint?: string): void {
    this.add('error', code, at, message, hint);
  }

  warning(code: Code, at: Position, message: string, hint?: string): void {
    this.add('warning', code, at, message, hint);
  }

  get failed(): boolean {
    return this.all.some((finding) => finding.severity === 'error');
  }

  private add(severity: Diagnostic['severity'], code: Code, at: Position, message: string, hint?: string): void {
    this.all.push({ code, severity, message, file: this.file, at, ...(hint === undefined ? {} : { hint }) });
  }
}

/** In the order a person reads the file; findings at one place stand by code. */
export function inFileOrder(findings: readonly Diagnostic[]): Diagnostic[] {
  return [...findings].sort(
    (left, right) =>
      left.at.line - right.at.line ||
      left.at.column - right.at.column ||
      byCodePoint(left.code, right.code) ||
      byCodePoint(left.message, right.message),
  );
}
