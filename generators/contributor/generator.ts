import { z } from 'zod';

import { fromTemplate } from '../../src/plan/model.js';
import { defineView } from '../../src/render/view.js';
import { tsString } from '../../src/text/escape.js';
import { camelCase, sentenceCase } from '../../src/text/case.js';
import type { Contributor } from './contributor.js';
import { answerTo, name, summary } from './questions.js';

const folder = 'contributor/generator';
const view = defineView({
  templates: ['generator.ts.hbs', 'view.ts.hbs', 'page.md.hbs', 'generator.test.ts.hbs'].map(
    (file) => `${folder}/${file}`,
  ),
  schema: z.object({ name: z.string(), generator: z.string(), title: z.string(), summary: z.string() }),
});

export const generator: Contributor = {
  id: 'new-generator',
  description: 'Add a generator: files that every generated repository gets',
  questions: [name('Name of the generator, e.g. changelog'), summary],
  view,
  contribute: (answers) => {
    const file = answerTo(answers, 'name');
    const generator = camelCase(file);
    const words = { name: file, generator, title: sentenceCase(file), summary: tsString(answerTo(answers, 'summary')) };
    return {
      files: [
        fromTemplate(view, `${folder}/generator.ts.hbs`, `generators/${file}.ts`, words),
        fromTemplate(view, `${folder}/view.ts.hbs`, `src/views/${file}.ts`, words),
        fromTemplate(view, `${folder}/page.md.hbs`, `templates/docs/${file}.md.hbs`, words),
        fromTemplate(view, `${folder}/generator.test.ts.hbs`, `tests/unit/generators/${file}.test.ts`, words),
      ],
      lines: [
        {
          file: 'generators/index.ts',
          list: 'generators',
          element: generator,
          imports: { names: [generator], from: `./${file}.js` },
        },
        {
          file: 'src/views/index.ts',
          list: 'views',
          element: `${generator}View`,
          imports: { names: [`${generator}View`], from: `./${file}.js` },
        },
      ],
    };
  },
};
