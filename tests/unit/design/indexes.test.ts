import { describe, expect, it } from 'vitest';
import { aShopDesign, entityOf } from '../../support/blueprints.js';

const columnsOf = (entities: string, name: string, rest = ''): string[] =>
  entityOf(aShopDesign(entities, rest), name).indexes.map(({ columns }) => columns.join(' '));

describe('indexes', () => {
  it('serve the default order, organization first and id last', () => {
    expect(columnsOf('Tag: { fields: { name: string(80) } }', 'Tag')).toEqual(['tenantId createdAt id']);
  });

  it('serve every filter and sort, and leave out a foreign key that a filter begins with', () => {
    const entities = `
Customer: { fields: { name: string(80) } }
Order:
  fields: { total: money, state: "enum(open, done) = open" }
  relations: { customer: Customer }
  list: { filter: [state, customer], sort: [total] }`;
    expect(columnsOf(entities, 'Order')).toEqual([
      'tenantId createdAt id',
      'tenantId state createdAt id',
      'tenantId customerId createdAt id',
      'tenantId totalAmount id',
    ]);
  });

  it('keep a foreign key that nothing else serves', () => {
    const entities = `
Customer: { fields: { name: string(80) } }
Order: { fields: { note: text }, relations: { customer: Customer } }`;
    expect(columnsOf(entities, 'Order')).toContain('tenantId customerId');
  });

  it('serve members who see their own rows only', () => {
    const rest = 'roles: { guest: { summary: Visits, grants: ["shop:read:own"] } }';
    expect(columnsOf('Tag: { fields: { name: string(80) } }', 'Tag', rest)).toContain(
      'tenantId createdBy createdAt id',
    );
  });

  it('put the parent of a part of an aggregate behind the organization', () => {
    const entities = `
Order: { fields: { note: text }, relations: { lines: "OrderLine[] owned" } }
OrderLine: { fields: { quantity: int } }`;
    expect(columnsOf(entities, 'OrderLine')).toEqual(['tenantId orderId createdAt id']);
  });
});
