import { z } from 'zod';

import { fromTemplate } from '../../src/plan/model.js';
import { defineView } from '../../src/render/view.js';
import { comment, tsString } from '../../src/text/escape.js';
import { pascalCase, snakeCase } from '../../src/text/case.js';
import type { Contributor } from './contributor.js';
import { answerTo, name, summary } from './questions.js';

const folder = 'contributor/rule';
const view = defineView({
  templates: [`${folder}/check.ts.hbs`, `${folder}/check.test.ts.hbs`],
  schema: z.object({ file: z.string(), check: z.string(), code: z.string(), summary: z.string() }),
});

export const rule: Contributor = {
  id: 'new-rule',
  description: 'Add a rule that every blueprint is checked against',
  questions: [name('Name of the rule, e.g. too-many-fields'), summary],
  view,
  contribute: (answers) => {
    const file = answerTo(answers, 'name');
    const code = snakeCase(file).toUpperCase();
    const words = { file, check: `check${pascalCase(file)}`, code, summary: comment(answerTo(answers, 'summary')) };
    return {
      files: [
        fromTemplate(view, `${folder}/check.ts.hbs`, `src/blueprint/checks/${file}.ts`, words),
        fromTemplate(view, `${folder}/check.test.ts.hbs`, `tests/unit/blueprint/checks/${file}.test.ts`, words),
      ],
      lines: [
        {
          file: 'src/blueprint/codes.ts',
          list: 'CODES',
          element: `${code}: ${tsString(answerTo(answers, 'summary'))}`,
        },
        {
          file: 'src/blueprint/checks/index.ts',
          list: 'CHECKS',
          element: words.check,
          imports: { names: [words.check], from: `./${file}.js` },
        },
      ],
    };
  },
};
