import { describe, expect, it } from 'vitest';
import { plural, singular } from '../../../src/text/plural.js';

describe('plurals', () => {
  it.each([
    ['Order', 'Orders'],
    ['category', 'categories'],
    ['SalesPerson', 'SalesPeople'],
    ['orderLine', 'orderLines'],
    ['Address', 'Addresses'],
    ['TaxRate2', 'TaxRate2s'],
    ['Status', 'Statuses'],
  ])('%s → %s', (one, many) => {
    expect(plural(one)).toBe(many);
    expect(singular(many)).toBe(one);
  });
});
