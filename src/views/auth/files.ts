import { z } from 'zod';
import { defineView } from '../../render/view.js';

const folder = 'packages/auth';

export const authFilesView = defineView({
  templates: [
    `${folder}/src/grants.spec.ts.hbs`,
    `${folder}/src/jwt.spec.ts.hbs`,
    `${folder}/src/password.spec.ts.hbs`,
    `${folder}/src/password.ts.hbs`,
  ],
  schema: z.object({}),
});

export const scopedAuthFilesView = defineView({
  templates: [`${folder}/src/grants.ts.hbs`, `${folder}/src/jwt.ts.hbs`],
  schema: z.object({ scope: z.string() }),
});
