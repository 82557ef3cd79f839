import { describe, expect, it } from 'vitest';

import { diffSchemas, validateSchema } from '../../../src/migration/diff.js';

const schema = (...models: string[]): string =>
  ['datasource db {', '  provider = "postgresql"', '}', ...models].join('\n');

const tag = schema('model Tag {', '  id String @id @db.Uuid', '  @@map("tags")', '}');

describe(diffSchemas, () => {
  it('makes all tables from nothing', async () => {
    const sql = await diffSchemas(undefined, tag);
    expect(sql).toContain('CREATE TABLE "tags" (\n    "id" UUID NOT NULL,');
  });

  it('changes what has changed', async () => {
    const sql = await diffSchemas(tag, tag.replace('  @@map', '  name String @db.VarChar(60)\n  @@map'));
    expect(sql).toBe('-- AlterTable\nALTER TABLE "tags" ADD COLUMN     "name" VARCHAR(60) NOT NULL;\n');
  });

  it('is empty when nothing has changed', async () => {
    expect(await diffSchemas(tag, `// the same\n${tag}`)).toBe('');
  });

  it('empties the reference and not the tenant when a referenced row is deleted', async () => {
    const sql = await diffSchemas(
      undefined,
      schema(
        'model Category {',
        '  id String @id @db.Uuid',
        '  tenantId String @map("tenant_id") @db.Uuid',
        '  parentId String? @map("parent_id") @db.Uuid',
        '  parent Category? @relation("Tree", fields: [tenantId, parentId], references: [tenantId, id], onDelete: SetNull)',
        '  children Category[] @relation("Tree")',
        '  @@unique([tenantId, id])',
        '}',
      ),
    );
    expect(sql).toContain('ON DELETE SET NULL ("parent_id") ON UPDATE CASCADE;');
  });

  it('tells the line of a mistake', async () => {
    await expect(validateSchema(tag.replace('@db.Uuid', '@db.Uid'))).rejects.toThrow(
      /Native type Uid.*schema\.prisma:5/s,
    );
  });
});
