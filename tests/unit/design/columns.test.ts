import { describe, expect, it } from 'vitest';
import { aShopDesign, entityOf } from '../../support/blueprints.js';

const columnsOf = (field: string) =>
  entityOf(aShopDesign(`Thing: { fields: { it: '${field}' } }`), 'Thing').fields[0]?.columns ?? [];

describe('columns', () => {
  it.each([
    { given: 'string(40)', want: { prismaType: 'String', nativeType: 'VarChar(40)' } },
    { given: 'text?', want: { prismaType: 'String', nativeType: 'Text', nullable: true } },
    { given: 'int min 1 max 9', want: { prismaType: 'Int', check: '"it" >= 1 AND "it" <= 9' } },
    { given: 'decimal(5,2)', want: { prismaType: 'Decimal', nativeType: 'Decimal(5, 2)' } },
    { given: 'enum(a, b) = a', want: { nativeType: 'VarChar(40)', check: `"it" IN ('a', 'b')`, default: '"a"' } },
    { given: 'string(9)[]', want: { many: true, nullable: false, default: '[]' } },
    { given: 'date', want: { prismaType: 'DateTime', nativeType: 'Date' } },
    { given: 'boolean = false', want: { prismaType: 'Boolean', default: 'false' } },
  ])('$given', ({ given, want }) => {
    expect(columnsOf(given)).toHaveLength(1);
    expect(columnsOf(given)[0]).toMatchObject(want);
  });

  it('keep money in minor units beside its currency, both or none', () => {
    expect(columnsOf('money?')).toMatchObject([
      { name: 'itAmount', column: 'it_amount', prismaType: 'BigInt', nullable: true },
      {
        name: 'itCurrency',
        column: 'it_currency',
        nativeType: 'Char(3)',
        check: `("it_amount" IS NULL) = ("it_currency" IS NULL) AND "it_currency" ~ '^[A-Z]{3}$'`,
      },
    ]);
  });

  it('check a pattern only where PostgreSQL reads it as ECMAScript does', () => {
    expect(columnsOf('string(9) pattern "^[A-Z]{3}$" example "ABC"')[0]?.check).toBe(`"it" ~ '^[A-Z]{3}$'`);
    expect(columnsOf('string(9) pattern "^\\w{3}$" example "ABC"')[0]?.check).toBeUndefined();
  });
});
