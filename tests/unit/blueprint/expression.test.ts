import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/blueprint/evaluate.js';
import { expressionSql } from '../../../src/views/expression-sql.js';
import { expressionTypescript } from '../../../src/views/expression-typescript.js';
import { compiled } from '../../support/expressions.js';

const FIELDS = {
  name: 'string(80)',
  note: 'text?',
  quantity: 'int',
  limit: 'int?',
  total: 'bigint',
  weight: 'decimal(8, 3)',
  price: 'money',
  was: 'money?',
  active: 'boolean',
  startsOn: 'date',
  endsOn: 'date?',
  placedAt: 'datetime',
  paidAt: 'datetime?',
  opensAt: 'time',
  closesAt: 'time',
  key: 'uuid',
  status: 'enum(open, closed) = open',
  tags: 'string(20)[]',
  data: 'json?',
};

function print(text: string): { typescript: string; sql: string } {
  const { expression, findings } = compiled(text, FIELDS, { timeAllowed: true });
  expect(findings).toEqual([]);
  return { typescript: expressionTypescript(expression!), sql: expressionSql(expression!) };
}

describe('what a rule becomes', () => {
  it.each([
    ['price.amount >= 0', 'candidate.price.amount >= 0', '"price_amount" >= 0'],
    [
      'endsOn >= startsOn',
      'candidate.endsOn === null || candidate.endsOn.getTime() >= candidate.startsOn.getTime()',
      '"ends_on" IS NULL OR "ends_on" >= "starts_on"',
    ],
    [
      'endsOn == null || endsOn > startsOn',
      'candidate.endsOn === null || candidate.endsOn.getTime() > candidate.startsOn.getTime()',
      '"ends_on" IS NULL OR "ends_on" > "starts_on"',
    ],
    [
      '!(limit > 3) && limit != null',
      '!(candidate.limit !== null && candidate.limit > 3) && candidate.limit !== null',
      'NOT ("limit" IS NOT NULL AND "limit" > 3) AND "limit" IS NOT NULL',
    ],
    ["status in ['open', 'closed']", "['open', 'closed'].includes(candidate.status)", `"status" IN ('open', 'closed')`],
    ["'new' in tags", "candidate.tags.includes('new')", `'new' = ANY ("tags")`],
    ['size(tags) <= 5', 'candidate.tags.length <= 5', 'cardinality("tags") <= 5'],
    ['name.size() > 2', 'Array.from(candidate.name).length > 2', 'char_length("name") > 2'],
    ["name.startsWith('A')", "candidate.name.startsWith('A')", `starts_with("name", 'A')`],
    [
      'quantity * 2 < limit - 1',
      'candidate.limit === null || candidate.quantity * 2 < candidate.limit - 1',
      '"limit" IS NULL OR "quantity"::numeric * 2 < "limit"::numeric - 1',
    ],
    ['total > quantity', 'candidate.total > BigInt(candidate.quantity)', '"total" > "quantity"'],
    [
      'weight * 2.0 <= 10.0',
      'Number(candidate.weight) * 2 <= 10',
      '"weight"::double precision * 2::double precision <= 10',
    ],
    [
      "startsOn > timestamp('2020-01-01T00:00:00Z')",
      "candidate.startsOn.getTime() > Date.parse('2020-01-01T00:00:00.000Z')",
      `"starts_on" > DATE '2020-01-01'`,
    ],
    [
      "now - placedAt < duration('24h')",
      'Date.now() - candidate.placedAt.getTime() < 86400000',
      `now() - "placed_at" < INTERVAL '86400 seconds'`,
    ],
    ['opensAt < closesAt', 'candidate.opensAt < candidate.closesAt', '"opens_at" < "closes_at"'],
    [
      'active ? quantity > 0 : quantity == 0',
      'candidate.active ? candidate.quantity > 0 : candidate.quantity === 0',
      'CASE WHEN "active" THEN "quantity" > 0 ELSE "quantity" = 0 END',
    ],
    [
      'was == null || was.amount > price.amount',
      'candidate.was === null || candidate.was.amount > candidate.price.amount',
      '"was_amount" IS NULL OR "was_amount" > "price_amount"',
    ],
    ["note == 'it\\'s'", `candidate.note === null || candidate.note === "it's"`, `"note" IS NULL OR "note" = 'it''s'`],
    ['data != null', 'candidate.data !== null', '"data" IS NOT NULL'],
    [
      '(quantity - 1) * 3 - (limit - 2) > 0',
      'candidate.limit === null || (candidate.quantity - 1) * 3 - (candidate.limit - 2) > 0',
      '"limit" IS NULL OR ("quantity"::numeric - 1) * 3 - ("limit"::numeric - 2) > 0',
    ],
  ])('%s', (text, typescript, sql) => {
    expect(print(text)).toEqual({ typescript, sql });
  });
});

describe('what is refused, and where', () => {
  it.each([
    ['price > 0', 1, 'EXPRESSION_TYPE'],
    ['price.value > 0', 7, 'EXPRESSION_NAME'],
    ['quantity > ', 11, 'EXPRESSION_SYNTAX'],
    ['quantity + 1', 1, 'EXPRESSION_TYPE'],
    ['quantity > 1.5 && weight + 1 > 2.0', 19, 'EXPRESSION_TYPE'],
    ['qantity > 1', 1, 'EXPRESSION_NAME'],
    ["status == 'opened'", 11, 'EXPRESSION_NAME'],
    ['status == open', 11, 'EXPRESSION_NAME'],
    ["name < 'b'", 8, 'EXPRESSION_UNSUPPORTED'],
    ['name == null', 1, 'EXPRESSION_TYPE'],
    ['tags.exists(tag, tag.size() > 3)', 6, 'EXPRESSION_UNSUPPORTED'],
    ['tags[0] == name', 1, 'EXPRESSION_UNSUPPORTED'],
    ["name.matches('^a')", 6, 'EXPRESSION_UNSUPPORTED'],
    ['quantity / limit > 2', 12, 'EXPRESSION_UNSUPPORTED'],
    ['quantity / 0 > 2', 12, 'EXPRESSION_UNSUPPORTED'],
    ['1 < 2', 1, 'EXPRESSION_TYPE'],
    ["key == 'x'", 8, 'EXPRESSION_TYPE'],
    ['opensAt < name', 11, 'EXPRESSION_TYPE'],
    ["placedAt > timestamp('yesterday')", 22, 'EXPRESSION_TYPE'],
    ["now - placedAt < duration('7d')", 27, 'EXPRESSION_TYPE'],
    ['data == 1', 1, 'EXPRESSION_UNSUPPORTED'],
    ['customer == 1', 1, 'EXPRESSION_UNSUPPORTED'],
    ['[1, 2] == [1]', 1, 'EXPRESSION_UNSUPPORTED'],
    ["{'a': 1} == {'a': 1}", 1, 'EXPRESSION_UNSUPPORTED'],
    ['quantity == 99999999999999999', 13, 'EXPRESSION_UNSUPPORTED'],
    ['quantity == 1u', 13, 'EXPRESSION_UNSUPPORTED'],
  ])('%s', (text, column, code) => {
    const { findings, expression } = compiled(text, FIELDS, { timeAllowed: true, relations: ['customer'] });
    expect(expression).toBeUndefined();
    expect(findings.map((finding) => [finding.at.column, finding.code])).toEqual([[column, code]]);
  });

  it('refuses the time in a rule, which would become false by itself', () => {
    expect(compiled('placedAt < now', FIELDS).findings.map(({ code }) => code)).toEqual(['EXPRESSION_UNSUPPORTED']);
  });
});

describe('emptiness', () => {
  const holds = (text: string, row: Record<string, unknown>): boolean =>
    evaluate(compiled(text, FIELDS).expression!, row);

  it('holds while an optional field is empty', () => {
    expect(holds('endsOn > startsOn', { startsOn: '2026-01-01', endsOn: null })).toBe(true);
    expect(holds('endsOn > startsOn', { startsOn: '2026-01-01', endsOn: '2025-01-01' })).toBe(false);
  });

  it('says no to a question about an empty field where the rule asks for emptiness itself', () => {
    expect(holds('limit > 3 || limit != null', { limit: null })).toBe(false);
    expect(holds('!(limit > 3) || limit != null', { limit: null })).toBe(true);
    expect(holds('(limit == null ? 0 : limit) == 0', { limit: null })).toBe(true);
  });
});
