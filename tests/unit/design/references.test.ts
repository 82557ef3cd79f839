import { describe, expect, it } from 'vitest';
import { aShopDesign, entityOf } from '../../support/blueprints.js';

describe('references', () => {
  it('are composite within an organization and simple towards reference data', () => {
    const system = aShopDesign(`
Country: { tenancy: global, fields: { code: string(2) unique } }
Customer: { fields: { name: string(80) } }
Order: { fields: { note: text }, relations: { customer: Customer, country: Country } }`);
    expect(entityOf(system, 'Order').references).toMatchObject([
      { key: 'countryId', column: 'country_id', tenantScoped: false },
      {
        key: 'customerId',
        column: 'customer_id',
        tenantScoped: true,
        constraint: 'orders_customer_id_fkey',
        inverse: 'ordersByCustomer',
      },
    ]);
  });

  it('to a user point at the membership, so that nobody outside the organization can be named', () => {
    const system = aShopDesign('Task: { fields: { note: text }, relations: { assignee: User? } }');
    expect(entityOf(system, 'Task').references).toMatchObject([
      {
        key: 'assigneeId',
        targetModel: 'Membership',
        targetTable: 'memberships',
        targetKey: 'userId',
        tenantScoped: true,
      },
    ]);
  });

  it('take the inverse that the author wrote', () => {
    const system = aShopDesign(`
Customer: { fields: { name: string(80) }, relations: { orders: "Order[]" } }
Order: { fields: { note: text }, relations: { customer: Customer } }`);
    expect(entityOf(system, 'Order').references).toMatchObject([{ inverse: 'orders' }]);
    expect(entityOf(system, 'Customer').links).toEqual([]);
  });

  it('give a part its parent and a nested route', () => {
    const system = aShopDesign(`
Line: { fields: { quantity: int } }
Order: { fields: { note: text }, relations: { lines: "Line[] owned" } }`);
    expect(entityOf(system, 'Line')).toMatchObject({
      parent: { key: 'orderId', onDelete: 'cascade', optional: false, inverse: 'lines' },
      route: '/orders/:orderId/lines',
    });
  });
});

describe('links', () => {
  it('have a table with both keys', () => {
    const system = aShopDesign(`
Product: { fields: { name: string(80) }, relations: { tags: "Tag[]" } }
Tag: { fields: { name: string(80) } }`);
    expect(entityOf(system, 'Product').links).toMatchObject([
      {
        table: 'product_tags',
        sourceKey: 'productId',
        targetKey: 'tagId',
        key: 'tagIds',
        targetField: 'productsByTags',
      },
    ]);
  });

  it('to the same entity have two different keys', () => {
    const system = aShopDesign('Product: { fields: { name: string(80) }, relations: { bundles: "Product[]" } }');
    expect(entityOf(system, 'Product').links).toMatchObject([{ sourceKey: 'productId', targetKey: 'bundleId' }]);
  });
});
