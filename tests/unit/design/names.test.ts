import { describe, expect, it } from 'vitest';
import { entityNames, identifier, tableName } from '../../../src/design/names.js';

describe('entityNames', () => {
  it.each([
    {
      given: 'OrderLine',
      one: 'orderLine',
      Many: 'OrderLines',
      fileMany: 'order-lines',
      CODE: 'ORDER_LINE',
      article: 'an',
    },
    { given: 'Category', one: 'category', Many: 'Categories', fileMany: 'categories', CODE: 'CATEGORY', article: 'a' },
    { given: 'Unit', one: 'unit', Many: 'Units', fileMany: 'units', CODE: 'UNIT', article: 'a' },
  ])('gives every form of $given', ({ given, ...want }) => {
    expect(entityNames(given)).toMatchObject(want);
  });
});

describe('identifier', () => {
  it('joins short parts', () => {
    expect(identifier('orders', 'customer_id', 'fkey')).toBe('orders_customer_id_fkey');
  });

  it('keeps within 63 bytes and apart what differs only behind them', () => {
    const long = 'a'.repeat(60);
    const first = identifier(long, 'one');
    const second = identifier(long, 'two');
    expect(first).toHaveLength(63);
    expect(second).toHaveLength(63);
    expect(first).not.toBe(second);
  });
});

it('names a table in the plural', () => {
  expect(tableName('StockItem')).toBe('stock_items');
});
