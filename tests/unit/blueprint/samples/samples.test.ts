import { describe, expect, it } from 'vitest';
import { aShopDesign, entityOf } from '../../../support/blueprints.js';

const productOf = (body: string) => entityOf(aShopDesign(`Product:\n${body}`), 'Product');

describe('samples', () => {
  it('are well-typed and different in unique fields', () => {
    const { samples } = productOf('  fields: { sku: string(8) unique, price: money, weight: "decimal(6,2)" }');
    expect(samples).toHaveLength(5);
    expect(new Set(samples.map(({ sku }) => sku)).size).toBe(5);
    expect(samples[0]).toEqual({
      sku: expect.any(String) as string,
      price: { amount: 1000, currency: 'EUR' },
      weight: '1.00',
    });
  });

  it('count an example on', () => {
    const { samples } = productOf(
      '  fields: { sku: \'string(8) unique pattern "^[A-Z]{3}-[0-9]{4}$" example "ABC-1299"\' }',
    );
    expect(samples.map(({ sku }) => sku)).toEqual(['ABC-1299', 'ABC-1300', 'ABC-1301', 'ABC-1302', 'ABC-1303']);
  });

  it('satisfy rules that the usual values break', () => {
    const { samples, violations } = productOf(`
  fields: { stock: int, reserved: int, discount: "int min 1 max 100" }
  rules: [reserved < stock, discount >= 50]`);
    for (const sample of samples) {
      expect(Number(sample.reserved)).toBeLessThan(Number(sample.stock));
      expect(Number(sample.discount)).toBeGreaterThanOrEqual(50);
    }
    expect(violations.map(({ rule }) => rule)).toHaveLength(2);
  });

  it('give each state of a lifecycle a way there', () => {
    const { actions } = productOf(`
  fields: { stock: int, status: "enum(draft, active, sold) = draft" }
  lifecycle:
    publish: draft -> active
    sell: { from: active, to: sold, when: stock > 7 }`);
    const sell = actions.find(({ name }) => name === 'sell');
    expect(sell?.cases).toEqual([{ from: 'active', path: ['publish'], sample: { stock: 8 } }]);
    expect(sell?.refused).toMatchObject({ from: 'active', path: ['publish'], sample: { stock: 1 } });
  });

  it('begin in the past and in the future, also where they must end later', () => {
    const { actions } = productOf(`
  fields: { from: datetime, until: datetime, status: "enum(planned, held, off) = planned" }
  rules: [until > from]
  lifecycle:
    cancel: { from: planned, to: off, when: now < from }
    hold: { from: planned, to: held, when: now >= from }`);
    const years = actions.map(({ name, cases, refused }) => [
      name,
      ...[cases[0]?.sample, refused?.sample].map((sample) => Number(String(sample?.from).slice(0, 4)) > 2090),
    ]);
    expect(years).toEqual([
      ['cancel', true, false],
      ['hold', false, true],
    ]);
  });
});
