import type { z } from 'zod';
import type { Design } from '../src/design/model.js';
import { diffSchemasAside } from '../src/migration/diff-aside.js';
import { fromTemplate, type FileRequest, type Generator } from '../src/plan/model.js';
import type { View } from '../src/render/view.js';
import {
  checksMigrationView,
  checksMigrationWords,
  migrationLockView,
  rolesMigrationView,
  rowLevelSecurityMigrationView,
  rowLevelSecurityWords,
} from '../src/views/schema/migrations.js';
import { prismaSchemaView, prismaSchemaWords } from '../src/views/schema/prisma-schema.js';

const folder = 'packages/database/prisma';
const migrations = `${folder}/migrations`;

/** What was applied to a database stays as it was: the first migrations are written once and then the repository's own. */
const once = { ownership: 'once' } as const;

export const schema: Generator = {
  id: 'schema',
  description: 'The Prisma schema, and the migrations that make its tables, checks and row-level security',
  files: (design: Design) => [
    fromTemplate(prismaSchemaView, `${folder}/schema.prisma.hbs`, `${folder}/schema.prisma`, prismaSchemaWords(design)),
    fromTemplate(
      migrationLockView,
      `${migrations}/migration_lock.toml.hbs`,
      `${migrations}/migration_lock.toml`,
      {},
      once,
    ),
    migration(rolesMigrationView, '00000000000001_roles', { appRole: design.product.appRole }),
    {
      path: `${migrations}/00000000000002_tables/migration.sql`,
      from: `${folder}/schema.prisma`,
      derive: (contents) => diffSchemasAside(undefined, contents),
      ...once,
    },
    migration(checksMigrationView, '00000000000003_checks', checksMigrationWords(design)),
    migration(rowLevelSecurityMigrationView, '00000000000004_row_level_security', rowLevelSecurityWords(design)),
  ],
};

function migration<Schema extends z.ZodObject>(view: View<Schema>, name: string, words: z.input<Schema>): FileRequest {
  const path = `${migrations}/${name}/migration.sql`;
  return fromTemplate(view, `${path}.hbs`, path, words, once);
}
