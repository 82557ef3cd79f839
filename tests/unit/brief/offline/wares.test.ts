import { describe, expect, it } from 'vitest';

import { entitiesOf, planOffline } from '../../../support/offline-plans.js';

describe('what a shop sells', () => {
  it.each([
    ['An online shop for our florist. Customers choose bouquets and pay by card.', 'Bouquet'],
    ['An online shop that sells lamps. Lamps have a colour.', 'Lamp'],
  ])('is the product: %s', async (text, want) => {
    const names = entitiesOf((await planOffline(text)).draft);
    expect(names).toContain(want);
    expect(names).not.toContain('Product');
  });

  it('stays a product where the brief speaks of products', async () => {
    const names = entitiesOf((await planOffline('An online shop with products. Customers choose bouquets.')).draft);
    expect(names).toContain('Product');
  });
});
