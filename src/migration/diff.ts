import type { DiffTarget } from '@prisma/schema-engine-wasm/schema_engine_bg';

import { withEngine } from './engine.js';

/**
 * The SQL that leads from one Prisma schema to another, empty where they describe the same tables; from none it makes all tables.
 * An invalid schema is an error that names the line.
 */
export async function diffSchemas(from: string | undefined, to: string): Promise<string> {
  const { stdout, exitCode } = await withEngine(to, (engine) =>
    engine.diff({
      from: target(from),
      to: target(to),
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return exitCode === CHANGED ? keepTenants(stdout ?? '') : '';
}

/** Throws the engine's complaint, with line and excerpt, when a schema is not one. */
export async function validateSchema(schema: string): Promise<void> {
  await diffSchemas(schema, schema);
}

const CHANGED = 2;

function target(schema: string | undefined): DiffTarget {
  return schema === undefined
    ? { tag: 'empty' }
    : { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] };
}

/**
 * A composite foreign key that sets its columns to NULL would empty `tenant_id`, too. PostgreSQL 15 can name the columns to empty; Prisma's
 * schema cannot, and reads the one as the other, so that this is no drift.
 */
function keepTenants(sql: string): string {
  return sql.replaceAll(
    /(FOREIGN KEY \("tenant_id", ("\w+")\) REFERENCES .* ON DELETE SET NULL)(?= ON UPDATE)/g,
    '$1 ($2)',
  );
}
