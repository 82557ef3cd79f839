import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';

import { loadSchemaEngine } from './load.js';
import { offlinePostgres } from './offline-postgres.js';

/**
 * Prisma's schema engine, the one behind `prisma migrate`, compiled to WebAssembly. It is given a schema and no database, so all it can do
 * is check and compare; nothing is downloaded.
 */
export async function withEngine<T>(schema: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await loadSchemaEngine();
  const ignoreProgress = (): void => undefined;
  const adapters = bindMigrationAwareSqlAdapterFactory(offlinePostgres);
  const engine = await SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, ignoreProgress, adapters);
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}
