import { describe, expect, it } from 'vitest';

import { diffSchemas, validateSchema } from '../../../../src/migration/diff.js';
import { formatPrisma } from '../../../../src/render/format-prisma.js';
import { createRenderer } from '../../../../src/render/renderer.js';
import { prismaSchemaView, prismaSchemaWords } from '../../../../src/views/schema/prisma-schema.js';
import { aShopDesign } from '../../../support/blueprints.js';

const renderer = createRenderer();

/** The schema of a shop with these entities; valid, or the engine says why not. */
async function schemaOf(entities: string): Promise<string> {
  const words = prismaSchemaWords(aShopDesign(entities));
  const text = formatPrisma(renderer.render(prismaSchemaView.templates[0] ?? '', words));
  await validateSchema(text);
  return text;
}

/** The lines of one model, without alignment. */
function modelIn(schema: string, name: string): string[] {
  const [, body = ''] = new RegExp(`^model ${name} \\{\\n([^]*?)^\\}`, 'm').exec(schema) ?? [];
  return body.split('\n').map((line) => line.trim().replaceAll(/ +/g, ' '));
}

describe('the Prisma schema', () => {
  it('has columns, uniqueness per organization and an index per way to look things up', async () => {
    const schema = await schemaOf(`
Product:
  fields: { sku: string(64) unique, price: money?, tags: 'string(40)[]', status: 'enum(draft, active) = draft' }
  list: { filter: [status] }`);
    expect(modelIn(schema, 'Product')).toEqual(
      expect.arrayContaining([
        'tenantId String @map("tenant_id") @db.Uuid',
        'sku String @db.VarChar(64)',
        'priceAmount BigInt? @map("price_amount") @db.BigInt',
        'priceCurrency String? @map("price_currency") @db.Char(3)',
        'tags String[] @default([]) @db.VarChar(40)',
        'status String @default("draft") @db.VarChar(40)',
        'tenant Organization @relation(fields: [tenantId], references: [id], onDelete: Restrict, onUpdate: NoAction)',
        '@@unique([tenantId, id])',
        '@@unique([tenantId, sku], map: "products_sku_key")',
        '// GET /api/v1/products?status=',
        '@@index([tenantId, status, createdAt, id])',
        '@@map("products")',
      ]),
    );
    expect(modelIn(schema, 'Organization')).toContain('products Product[]');
  });

  it('refers to rows of the same organization only, also to itself and to its parts', async () => {
    const schema = await schemaOf(`
Category: { fields: { name: string(40) }, relations: { parent: Category? } }
Order: { fields: { note: text }, relations: { lines: 'Line[] owned' } }
Line: { fields: { quantity: int }, relations: { category: Category } }`);
    expect(modelIn(schema, 'Category')).toContain(
      'parent Category? @relation("CategoryParent", fields: [tenantId, parentId], references: [tenantId, id], ' +
        'onDelete: SetNull, onUpdate: NoAction, map: "categories_parent_id_fkey")',
    );
    expect(modelIn(schema, 'Line')).toContain(
      'order Order @relation("OrderLines", fields: [tenantId, orderId], references: [tenantId, id], ' +
        'onDelete: Cascade, onUpdate: NoAction, map: "lines_order_id_fkey")',
    );
    expect(modelIn(schema, 'Order')).toContain('lines Line[] @relation("OrderLines")');
  });

  it('refers to people as members of the organization', async () => {
    const schema = await schemaOf(
      'Task: { fields: { name: string(40) }, relations: { assignee: User?, watchers: "User[] linked" } }',
    );
    expect(modelIn(schema, 'Task')).toContain(
      'assignee Membership? @relation("TaskAssignee", fields: [tenantId, assigneeId], references: [tenantId, userId], ' +
        'onDelete: SetNull, onUpdate: NoAction, map: "tasks_assignee_id_fkey")',
    );
    expect(modelIn(schema, 'TaskWatcher')).toContain('@@id([tenantId, taskId, userId])');
  });

  it('shares reference data between organizations', async () => {
    const schema = await schemaOf(`
Country: { tenancy: global, fields: { code: string(2) unique } }
Address: { fields: { street: string(40) }, relations: { country: Country } }`);
    expect(modelIn(schema, 'Country')).toContain('@@unique([code])');
    expect(modelIn(schema, 'Country').join()).not.toContain('tenant');
    expect(modelIn(schema, 'Address').join()).toContain('fields: [countryId], references: [id], onDelete: Restrict');
  });

  it('joins many with many in a table of the organization, with fields of its own', async () => {
    const schema = await schemaOf(`
Product: { fields: { name: string(40) }, relations: { related: 'Product[] linked' } }
Collection:
  fields: { name: string(40) }
  relations: { products: { to: 'Product[]', fields: { position: int min 1 } } }`);
    expect(modelIn(schema, 'CollectionProduct')).toEqual(
      expect.arrayContaining([
        'position Int @db.Integer',
        'collection Collection @relation("CollectionProductSource", fields: [tenantId, collectionId], ' +
          'references: [tenantId, id], onDelete: Cascade, onUpdate: NoAction, map: "collection_products_collection_id_fkey")',
        '@@id([tenantId, collectionId, productId])',
        '@@index([tenantId, productId])',
      ]),
    );
    expect(modelIn(schema, 'ProductRelated')).toContain('@@id([tenantId, productId, relatedId])');
  });

  it('keeps names apart that PostgreSQL would cut to the same', async () => {
    const schema = await schemaOf(`
VeryLongNameOfAnEntityWithManyWord:
  fields: { veryLongNameOfAFieldWithManyWordsOne: string(9) unique, veryLongNameOfAFieldWithManyWordsTwo: string(9) unique }
  list: { filter: [veryLongNameOfAFieldWithManyWordsOne, veryLongNameOfAFieldWithManyWordsTwo] }
  relations: { theOneWithTheLongName: VeryLongNameOfAnEntityWithManyWord?, others: 'VeryLongNameOfAnEntityWithManyWord[] linked' }`);
    const sql = await diffSchemas(undefined, schema);
    const names = [...sql.matchAll(/(?:CONSTRAINT|INDEX|TABLE) "(\w+)"/g)].map(([, name = '']) => name);
    expect(names.filter((name) => name.length > 63)).toEqual([]);
    const made = [...sql.matchAll(/(?:CONSTRAINT|CREATE TABLE|INDEX) "(\w+)"/g)].map(([, name]) => name);
    expect(new Set(made).size).toBe(made.length);
  });

  it('says what the blueprint says about an entity and a field', async () => {
    const schema = await schemaOf(
      'Coupon: { summary: "Less */ money", fields: { code: { type: string(9), summary: What people type } } }',
    );
    expect(schema).toContain('/// Less * / money\nmodel Coupon {');
    expect(modelIn(schema, 'Coupon')).toContain('/// What people type');
  });
});
