import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { didYouMean, editDistance, nearest } from '../../../src/text/nearest.js';

describe('the nearest name', () => {
  it.each([
    ['Custmer', 'Customer'],
    ['Cusotmer', 'Customer'],
    ['customer', 'Customer'],
    ['Ordr', 'Order'],
    ['Invoice', undefined],
  ])('%s → %s', (name, meant) => {
    expect(nearest(name, ['Order', 'Customer', 'Product'])).toBe(meant);
  });

  it('does not depend on the order of the candidates', () => {
    expect(nearest('tag', ['tap', 'tar'])).toBe(nearest('tag', ['tar', 'tap']));
  });

  it('is asked for as a question', () => {
    expect(didYouMean('Ordr', ['Order'])).toBe('Did you mean "Order"?');
    expect(didYouMean('zzz', ['Order'])).toBeUndefined();
  });

  it('is a distance: nothing between equals, the same both ways', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
