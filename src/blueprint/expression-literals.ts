import { ExpressionError } from './expression-error.js';
import type { ExpressionNode } from './expression.js';

/** A constant as CEL reads it. */
export function literalOf(value: unknown, offset: number): ExpressionNode {
  switch (typeof value) {
    case 'boolean':
      return { kind: 'literal', type: 'bool', value };
    case 'number':
      return { kind: 'literal', type: 'double', value };
    case 'bigint':
      if (value > BigInt(Number.MAX_SAFE_INTEGER)) {
        throw new ExpressionError(
          'EXPRESSION_UNSUPPORTED',
          offset,
          'A constant this large cannot be represented exactly.',
        );
      }
      return { kind: 'literal', type: 'int', value: Number(value) };
    case 'string':
      if (/\p{Cc}|\p{Surrogate}/u.test(value)) {
        throw new ExpressionError('EXPRESSION_UNSUPPORTED', offset, 'A constant text holds a control character.');
      }
      return { kind: 'literal', type: 'string', value };
    default:
      if (value === null)
        throw new ExpressionError(
          'EXPRESSION_TYPE',
          offset,
          'Null can only be compared with a field.',
          'Use `field == null`.',
        );
      throw new ExpressionError('EXPRESSION_UNSUPPORTED', offset, 'Bytes and unsigned numbers are not supported.');
  }
}

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** `36h`, `1h30m`, `500ms` as CEL writes durations → milliseconds. */
export function parseDuration(text: string): number | undefined {
  if (!/^(\d{1,7}(h|ms|m|s))+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+)(h|ms|m|s)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNITS[unit!]!,
    0,
  );
}
