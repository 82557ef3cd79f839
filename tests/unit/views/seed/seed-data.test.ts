import { describe, expect, it } from 'vitest';

import { seedData } from '../../../../src/views/seed/seed-data.js';
import { aShopDesign } from '../../../support/blueprints.js';

/** The seed of a shop: per table, each row as `name: value, …`. */
function rowsOf(entities: string): Record<string, string[]> {
  const [data] = seedData(aShopDesign(entities));
  if (!data) return {};
  const { words } = data;
  const all = [...words.shared, ...words.tables, ...words.links];
  return Object.fromEntries(
    all.map(({ accessor, rows }) => [
      accessor,
      rows.map(({ cells }) => cells.map(({ name, value }) => `${name}: ${value}`).join(', ')),
    ]),
  );
}

describe('the seed', () => {
  it('writes values as the columns of the database take them', () => {
    expect(
      rowsOf(`
Offer:
  fields: { price: money, weight: 'decimal(5,2)', from: date, at: datetime, stock: bigint, extra: json, tags: 'string(9)[]' }`),
    ).toMatchObject({
      offer: [
        expect.stringMatching(/^(?=.*priceAmount: 1000n, priceCurrency: 'EUR')(?=.*weight: '1.00')(?=.*stock: 1n)/),
        expect.stringMatching(/^(?=.*from: new Date\('2026-01-13'\))(?=.*extra: \{ note: 'Extra 2' \})(?=.*tags: \[')/),
        expect.stringContaining("at: new Date('2026-01-14T09:00:00.000Z')"),
      ],
    });
  });

  it('refers to rows that are there already, in trees to the row before', () => {
    const { product, category } = rowsOf(`
Product: { fields: { name: string(9) }, relations: { category: Category, maker: User? } }
Category: { fields: { name: string(9) }, relations: { parent: Category? } }`);
    expect(category?.map((row) => /parentId: .*/.exec(row)?.[0])).toEqual([
      undefined,
      "parentId: id('Category', 1)",
      "parentId: id('Category', 2)",
    ]);
    expect(product?.[2]).toContain("categoryId: id('Category', 3), makerId: member(1)");
  });

  it('gives out numbers that the sequence then knows of', () => {
    const [data] = seedData(aShopDesign('Order: { fields: { number: sequence, note: text } }'));
    expect(data?.words.tables[0]?.rows.map(({ cells }) => cells[0]?.value)).toEqual(['1n', '2n', '3n']);
    expect(data?.words.sequences).toEqual([{ name: 'order.number', last: 3 }]);
  });

  it('has no two rows with one unique value, and never more rows than a one-to-one relation can hold', () => {
    const { day, note } = rowsOf(`
Day: { fields: { hour: int min 1 max 2 unique } }
Note: { fields: { text: text }, relations: { day: Day one } }`);
    expect(day).toHaveLength(2);
    expect(note).toHaveLength(2);
  });

  it('takes reference data from all organizations', () => {
    const [data] = seedData(
      aShopDesign(`
Country: { tenancy: global, fields: { code: string(2) unique } }
Address: { fields: { street: text }, relations: { country: Country } }`),
    );
    expect(data?.words).toMatchObject({ hasShared: true, hasRows: true, usesSharedId: true, parameters: 'tx, row' });
    expect(data?.words.tables[0]?.rows[1]?.cells.at(-1)).toEqual({
      name: 'countryId',
      value: "sharedId('Country', 2)",
    });
  });

  it('links rows, never one with itself', () => {
    const { thingLike } = rowsOf("Thing: { fields: { name: string(9) }, relations: { likes: 'Thing[] linked' } }");
    expect(thingLike).toEqual([
      "thingId: id('Thing', 1), likeId: id('Thing', 2)",
      "thingId: id('Thing', 2), likeId: id('Thing', 3)",
    ]);
  });
});
