import { runInThisContext } from 'node:vm';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/blueprint/evaluate.js';
import type { Expression } from '../../src/blueprint/expression.js';
import { expressionTypescript } from '../../src/views/expression-typescript.js';
import { arbitraryExpression, arbitraryRow, type ExpressionRow, understood } from '../support/arbitrary-expression.js';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 300);

function inTypescript(expression: Expression, row: ExpressionRow): unknown {
  const holds = runInThisContext(`(candidate) => ${expressionTypescript(expression)}`) as (
    row: ExpressionRow,
  ) => unknown;
  return holds(row);
}

describe('any expression', () => {
  it('says in TypeScript what the evaluator says', () => {
    fc.assert(
      fc.property(arbitraryExpression, arbitraryRow, (text, row) => {
        const expression = understood(text);
        expect(inTypescript(expression, row)).toBe(evaluate(expression, row));
      }),
      { numRuns: numRuns * 10 },
    );
  });
});
