import { z } from 'zod';
import type { Design } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { commandsOf } from './package-manager.js';

const build = 'tsconfig.build.json.hbs';

/** The same in every repository. */
export const fixedFilesView = defineView({
  templates: [
    'workspace/.dockerignore.hbs',
    'workspace/.editorconfig.hbs',
    'workspace/.gitattributes.hbs',
    'workspace/.github/dependabot.yml.hbs',
    'workspace/.gitignore.hbs',
    'workspace/.nvmrc.hbs',
    'workspace/.prettierrc.json.hbs',
    'workspace/tools/boundaries-rule.js.hbs',
    'workspace/tools/import-order-rule.js.hbs',
    'workspace/tools/processes.js.hbs',
    'workspace/tsconfig.base.json.hbs',
    'workspace/tsconfig.build.json.hbs',
    `apps/api/${build}`,
    `packages/auth/${build}`,
    `packages/common/${build}`,
    `packages/core/${build}`,
    `packages/database/${build}`,
  ],
  schema: z.object({}),
});

/** What has to know by which scope the packages import each other. */
export const scopedFilesView = defineView({
  templates: ['workspace/eslint.config.js.hbs', 'workspace/tsconfig.json.hbs', 'workspace/vitest.config.ts.hbs'],
  schema: z.object({ scope: z.string() }),
});

/** Commands of the repository, which say how they are called. */
export const toolsView = defineView({
  templates: [
    'workspace/tools/dev.js.hbs',
    'workspace/tools/generate.js.hbs',
    'workspace/tools/run.js.hbs',
    'workspace/tools/setup.js.hbs',
  ],
  schema: z.object({ run: z.string() }),
});

export const localDatabaseView = defineView({
  templates: ['workspace/tools/local-database.js.hbs'],
  schema: z.object({ database: z.string() }),
});

export const prettierIgnoreView = defineView({
  templates: ['workspace/.prettierignore.hbs'],
  schema: z.object({ lockfile: z.string() }),
});

export const composeView = defineView({
  templates: ['workspace/docker-compose.yml.hbs'],
  schema: z.object({ name: z.string(), database: z.string(), run: z.string() }),
});

export function composeWords(design: Design): z.infer<typeof composeView.schema> {
  const { name, database } = design.product;
  return { name, database, run: commandsOf(design).run };
}
