import { runInThisContext } from 'node:vm';

import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../src/blueprint/evaluate.js';
import type { Expression } from '../../src/blueprint/expression.js';
import { expressionSql } from '../../src/views/expression-sql.js';
import { expressionTypescript } from '../../src/views/expression-typescript.js';
import {
  arbitraryExpression,
  arbitraryRow,
  EXPRESSION_FIELDS,
  type ExpressionRow,
} from '../support/arbitrary-expression.js';
import { compiled } from '../support/expressions.js';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 300);

function understood(text: string): Expression {
  const { expression, findings } = compiled(text, EXPRESSION_FIELDS);
  if (!expression) throw new Error(`${text}: ${findings.map(({ message }) => message).join(' ')}`);
  return expression;
}

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

const TYPES: Readonly<Record<string, string>> = {
  name: 'varchar(80)',
  note: 'text',
  quantity: 'integer',
  limit: 'integer',
  total: 'bigint',
  budget: 'bigint',
  weight: 'numeric(8, 3)',
  volume: 'numeric(8, 3)',
  active: 'boolean',
  checked: 'boolean',
  startsOn: 'date',
  endsOn: 'date',
  placedAt: 'timestamptz(3)',
  paidAt: 'timestamptz(3)',
  opensAt: 'varchar(8)',
  closesAt: 'varchar(8)',
  status: 'varchar(40)',
  tags: 'varchar(20)[]',
};

// A server that this run was not pointed at is never touched.
describe.skipIf(!process.env.DATABASE_URL)('any expression on PostgreSQL', () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  beforeAll(async () => {
    await client.connect();
    await client.query("SET TIME ZONE 'America/New_York'");
  });
  afterAll(() => client.end());

  it('says in SQL what the evaluator says, whatever the time zone of the session', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryExpression, arbitraryRow, async (text, row) => {
        const expression = understood(text);
        const { columns, values } = asRow(row);
        const { rows } = await client.query<{ holds: boolean }>(
          `SELECT ${expressionSql(expression)} AS holds FROM (SELECT ${columns.join(', ')}) AS thing`,
          values,
        );
        expect(rows[0]!.holds).toBe(evaluate(expression, row));
      }),
      { numRuns },
    );
  });
});

function asRow(row: ExpressionRow): { columns: string[]; values: unknown[] } {
  const columns: string[] = [];
  const values: unknown[] = [];
  const add = (column: string, type: string, value: unknown): void => {
    values.push(value);
    columns.push(`$${values.length}::${type} AS "${column}"`);
  };
  for (const [name, value] of Object.entries(row)) {
    const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const type = TYPES[name];
    if (type === 'date') add(column, type, (value as Date | null)?.toISOString().slice(0, 10) ?? null);
    else if (type !== undefined) add(column, type, typeof value === 'bigint' ? String(value) : value);
    else {
      const money = value as { amount: number; currency: string } | null;
      add(`${column}_amount`, 'bigint', money?.amount ?? null);
      add(`${column}_currency`, 'char(3)', money?.currency ?? null);
    }
  }
  return { columns, values };
}
