import type { Diagnostic } from '../../blueprint/diagnostic.js';
import { count } from './text.js';

/** `blueprint.yaml:41:7 UNKNOWN_ENTITY There is no entity "Custmer". Did you mean "Customer"?` */
export function findingLine({ file, at, code, severity, message, hint }: Diagnostic): string {
  const words = [code, severity === 'warning' ? 'warning:' : '', message, hint ?? ''].filter((word) => word !== '');
  return `${file}:${at.line}:${at.column} ${words.join(' ')}`;
}

/** `2 errors, 1 warning` */
export function findingCounts(findings: readonly Diagnostic[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return `${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`;
}
