import type { ASTNode } from '@marcbachmann/cel-js';
import { visible } from '../text/escape.js';
import { fault } from './expression-error.js';
import type { ExpressionNode } from './expression.js';

/** A constant as CEL reads it. */
export function literalOf(value: unknown, offset: number): ExpressionNode {
  switch (typeof value) {
    case 'boolean':
      return { kind: 'literal', type: 'bool', value };
    case 'number':
      if (value !== 0 && (value > 1e15 || value < 1e-15)) {
        throw fault('EXPRESSION_UNSUPPORTED', offset, 'A fraction lies between 1e-15 and 1e15.');
      }
      return { kind: 'literal', type: 'double', value };
    case 'bigint':
      if (value > BigInt(Number.MAX_SAFE_INTEGER)) {
        throw fault('EXPRESSION_UNSUPPORTED', offset, 'A constant this large cannot be represented exactly.');
      }
      return { kind: 'literal', type: 'int', value: Number(value) };
    case 'string':
      if (visible(value) !== value) {
        throw fault('EXPRESSION_UNSUPPORTED', offset, 'A constant text holds a character that nobody sees.');
      }
      return { kind: 'literal', type: 'string', value };
    default:
      if (value === null)
        throw fault('EXPRESSION_TYPE', offset, 'Null can only be compared with a field.', 'Use `field == null`.');
      throw fault('EXPRESSION_UNSUPPORTED', offset, 'Bytes and unsigned numbers are not supported.');
  }
}

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** `36h`, `1h30m`, `500ms` as CEL writes durations → milliseconds. */
function parseDuration(text: string): number | undefined {
  if (!/^(\d{1,7}(h|ms|m|s))+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+)(h|ms|m|s)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNITS[unit!]!,
    0,
  );
}

export function timeLiteral(name: 'timestamp' | 'duration', args: readonly ASTNode[], offset: number): ExpressionNode {
  const [argument] = args;
  if (args.length !== 1 || argument?.op !== 'value' || typeof argument.args !== 'string') {
    throw fault(
      'EXPRESSION_UNSUPPORTED',
      offset,
      `${name}() takes one constant text.`,
      name === 'duration' ? "Write duration('36h')." : "Write timestamp('2026-01-31T00:00:00Z').",
    );
  }
  if (name === 'duration') {
    const milliseconds = parseDuration(argument.args);
    if (milliseconds === undefined)
      throw fault(
        'EXPRESSION_TYPE',
        argument.start,
        `"${argument.args}" is not a duration.`,
        "Write duration('36h'), '90m', '30s' or '1h30m'.",
      );
    return { kind: 'literal', type: 'duration', value: milliseconds };
  }
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/.test(argument.args)
    ? Date.parse(argument.args)
    : Number.NaN;
  if (Number.isNaN(at))
    throw fault(
      'EXPRESSION_TYPE',
      argument.start,
      `"${argument.args}" is not a moment.`,
      "Write timestamp('2026-01-31T00:00:00Z').",
    );
  return { kind: 'literal', type: 'timestamp', value: new Date(at).toISOString() };
}
