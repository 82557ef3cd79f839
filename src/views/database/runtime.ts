import { z } from 'zod';
import { defineView } from '../../render/view.js';

const folder = 'packages/database';

/** What packages/database holds in every repository. */
export const databaseFilesView = defineView({
  templates: [
    `${folder}/src/client.integration.spec.ts.hbs`,
    `${folder}/src/cursor.spec.ts.hbs`,
    `${folder}/src/embedded-binaries.ts.hbs`,
    `${folder}/src/embedded-user.ts.hbs`,
    `${folder}/src/embedded.integration.spec.ts.hbs`,
    `${folder}/src/embedded.ts.hbs`,
    `${folder}/src/id.spec.ts.hbs`,
    `${folder}/src/id.ts.hbs`,
    `${folder}/src/migrate.integration.spec.ts.hbs`,
    `${folder}/src/migrate.ts.hbs`,
    `${folder}/src/migration-connection.ts.hbs`,
    `${folder}/src/next-migration.spec.ts.hbs`,
    `${folder}/src/next-migration.ts.hbs`,
    `${folder}/src/schema-engine.ts.hbs`,
    `${folder}/src/sequence.integration.spec.ts.hbs`,
    `${folder}/src/sequence.ts.hbs`,
    `${folder}/src/tenant.integration.spec.ts.hbs`,
    `${folder}/src/tenant.ts.hbs`,
    `${folder}/src/testing.ts.hbs`,
    `${folder}/src/violations.integration.spec.ts.hbs`,
    `${folder}/src/violations.ts.hbs`,
    `${folder}/test/global-setup.ts.hbs`,
    `${folder}/test/test-server.ts.hbs`,
    `${folder}/test/world.ts.hbs`,
  ],
  schema: z.object({}),
});

export const scopedDatabaseFilesView = defineView({
  templates: [
    `${folder}/src/audit.ts.hbs`,
    `${folder}/src/cursor.ts.hbs`,
    `${folder}/src/outbox.ts.hbs`,
    `${folder}/src/scope.ts.hbs`,
  ],
  schema: z.object({ scope: z.string() }),
});

export const databaseClientView = defineView({
  templates: [`${folder}/src/client.ts.hbs`],
  schema: z.object({ name: z.string(), appRole: z.string() }),
});

export const databaseCommandsView = defineView({
  templates: [
    `${folder}/prisma.config.ts.hbs`,
    `${folder}/src/commands/migrate.ts.hbs`,
    `${folder}/src/commands/migration.ts.hbs`,
  ],
  schema: z.object({ run: z.string() }),
});
