import { z } from 'zod';
import { defineView } from '../../render/view.js';

const folder = 'packages/common';

/** Logs, problems and the context of a request: the same in every repository. */
export const commonFilesView = defineView({
  templates: [
    `${folder}/src/logger.spec.ts.hbs`,
    `${folder}/src/logger.ts.hbs`,
    `${folder}/src/problem.spec.ts.hbs`,
    `${folder}/src/problem.ts.hbs`,
    `${folder}/src/request-context.spec.ts.hbs`,
    `${folder}/src/request-context.ts.hbs`,
  ],
  schema: z.object({}),
});

/** Where the blueprint accepts HTML. */
export const richTextView = defineView({
  templates: [`${folder}/src/text.spec.ts.hbs`, `${folder}/src/text.ts.hbs`],
  schema: z.object({}),
});
