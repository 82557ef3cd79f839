import { describe, expect, it } from 'vitest';

import { createRenderer } from '../../../../src/render/renderer.js';
import {
  checksMigrationView,
  checksMigrationWords,
  rowLevelSecurityMigrationView,
  rowLevelSecurityWords,
} from '../../../../src/views/schema/migrations.js';
import { aShopDesign } from '../../../support/blueprints.js';

const renderer = createRenderer();

function checksOf(entities: string): Record<string, string> {
  const { tables } = checksMigrationWords(aShopDesign(entities));
  return Object.fromEntries(
    tables.flatMap(({ checks }) => checks.map(({ constraint, condition }) => [constraint, condition] as const)),
  );
}

describe('the migration of checks', () => {
  it('names a constraint after its column, and a rule’s after the rule', () => {
    expect(
      checksOf(`
Order:
  fields: { limit: int min 1, price: money, status: 'enum(open, done) = open' }
  rules: [price.amount >= 0]`),
    ).toEqual({
      orders_limit_check: '"limit" >= 1',
      orders_price_currency_check: `"price_currency" ~ '^[A-Z]{3}$'`,
      orders_status_check: `"status" IN ('open', 'done')`,
      orders_price_amount_at_least_0_check: '"price_amount" >= 0',
    });
  });

  it('keeps a rule apart from the column that it is called like', () => {
    const entity = `
Order:
  fields: { limit: int min 1 }
  rules: [{ id: limit, check: limit < 10 }]`;
    expect(Object.keys(checksOf(entity))).toEqual(['orders_limit_check', 'orders_limit_rule_check']);
  });

  it('checks the fields of a join table, too', () => {
    expect(
      checksOf(`
Tag: { fields: { name: string(9) } }
Order: { fields: { note: text }, relations: { tags: { to: 'Tag[]', fields: { weight: int max 5 } } } }`),
    ).toEqual({ order_tags_weight_check: '"weight" <= 5' });
  });

  it('is SQL without quotes that end too early', () => {
    const design = aShopDesign(`
Order: { fields: { note: text }, rules: [{ id: note, check: 'note != "it''s $$; DROP TABLE orders"' }] }`);
    const sql = renderer.render(checksMigrationView.templates[0] ?? '', checksMigrationWords(design));
    expect(sql).toContain(`CHECK ("note" <> E'it''s \\x24\\x24; DROP TABLE orders');`);
  });
});

describe('the migration of row-level security', () => {
  const design = aShopDesign(`
Country: { tenancy: global, fields: { code: string(2) unique } }
Tag: { fields: { name: string(9) } }
Order: { fields: { note: text }, relations: { tags: 'Tag[]' } }`);
  const sql = renderer.render(rowLevelSecurityMigrationView.templates[0] ?? '', rowLevelSecurityWords(design));

  it.each(['orders', 'tags', 'order_tags'])('forces it on %s, for reading and for writing', (table) => {
    expect(sql).toContain(`ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "${table}"
  USING (tenant_id = (SELECT app_current_tenant()))
  WITH CHECK (tenant_id = (SELECT app_current_tenant()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "${table}" TO "acme_app";`);
  });

  it('lets the application only read what all organizations share', () => {
    expect(sql.split('\n').filter((line) => line.includes('"countries"'))).toEqual([
      'GRANT SELECT ON "countries" TO "acme_app";',
    ]);
  });
});
