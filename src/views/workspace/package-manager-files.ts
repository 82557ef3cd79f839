import { z } from 'zod';
import { defineView } from '../../render/view.js';

const folder = 'stack/packageManager';

/** Where the package manager is called outside of `package.json`. */
export const packageManagerFilesView = defineView({
  templates: [
    `${folder}/npm/.github/workflows/ci.yml.hbs`,
    `${folder}/npm/docker/api.Dockerfile.hbs`,
    `${folder}/pnpm/.github/workflows/ci.yml.hbs`,
    `${folder}/pnpm/docker/api.Dockerfile.hbs`,
    `${folder}/pnpm/pnpm-workspace.yaml.hbs`,
  ],
  schema: z.object({}),
});
