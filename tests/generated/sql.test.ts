import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { evaluate } from '../../src/blueprint/evaluate.js';
import * as escape from '../../src/text/escape.js';
import { expressionSql } from '../../src/views/expression-sql.js';
import { arbitraryExpression, arbitraryRow, type ExpressionRow, understood } from '../support/arbitrary-expression.js';
import { hostile } from '../support/hostile-text.js';
import { giveServer, type GivenServer } from './support/database.js';
import { generateExample } from './support/repository.js';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 300);

let server: GivenServer;
let client: pg.Client;
beforeAll(async () => {
  const repository = await generateExample('minimal');
  await repository.install();
  await repository.script('build');
  server = await giveServer(repository);
  client = new pg.Client({ connectionString: await server.createDatabase(repository.design) });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await server.close();
});

describe('any expression', () => {
  beforeAll(() => client.query("SET TIME ZONE 'America/New_York'"));

  it('says in SQL what the evaluator says, whatever the time zone of the session', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryExpression, arbitraryRow, async (text, row) => {
        const expression = understood(text);
        const { columns, values } = asRow(row);
        const { rows } = await client.query<{ holds: boolean }>(
          `SELECT ${expressionSql(expression)} AS holds FROM (SELECT ${columns.join(', ')}) AS thing`,
          values,
        );
        expect(rows[0]?.holds).toBe(evaluate(expression, row));
      }),
      { numRuns },
    );
  });
});

describe('any text, escaped', () => {
  const texts = fc.sample(hostile, { numRuns: 400, seed: 3 });
  const literals = texts.map((text) => escape.sqlString(text)).join(',\n');

  it('is one literal of the same text', async () => {
    const { rows } = await client.query<{ texts: string[] }>(`SELECT ARRAY[${literals}] AS texts`);
    expect(rows).toEqual([{ texts: texts.map((text) => escape.visible(text)) }]);
  });

  it('does not end a dollar-quoted body', async () => {
    await client.query(`DO $body$ BEGIN PERFORM ARRAY[${literals}]; END $body$`);
    await client.query(`DO $$ BEGIN PERFORM ARRAY[${literals}]; END $$`);
  });

  it('is one name as an identifier', async () => {
    const names = texts
      .map((text) => escape.oneLine(text))
      .filter((name) => name !== '' && Buffer.byteLength(name) < 64);
    const columns = names.map((name) => `1 AS ${escape.sqlIdentifier(name)}`).join(', ');
    const { fields } = await client.query(`SELECT ${columns}`);
    expect(fields.map(({ name }) => name)).toEqual(names);
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
