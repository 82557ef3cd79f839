import { z } from 'zod';

import { fromTemplate } from '../../src/plan/model.js';
import { defineView } from '../../src/render/view.js';
import { camelCase, sentenceCase } from '../../src/text/case.js';
import type { Contributor } from './contributor.js';
import { answerTo, name } from './questions.js';

const folder = 'contributor/section';
const view = defineView({
  templates: ['view.ts.hbs', 'section.md.hbs', 'section.test.ts.hbs'].map((file) => `${folder}/${file}`),
  schema: z.object({ name: z.string(), file: z.string(), section: z.string(), title: z.string() }),
});

export const section: Contributor = {
  id: 'new-section',
  description: 'Add a section of the architecture document',
  questions: [
    {
      name: 'number',
      message: 'Number of the section, 0 to 14',
      validate: (answer) => /^(?:\d|1[0-4])$/.test(answer) || `"${answer}" is not a number from 0 to 14.`,
    },
    name('Name of the section, e.g. data-layer'),
  ],
  view,
  contribute: (answers) => {
    const id = answerTo(answers, 'name');
    const number = answerTo(answers, 'number');
    const file = `${number.padStart(2, '0')}-${id}.md`;
    const words = { name: id, file, section: camelCase(id), title: `${number} ${sentenceCase(id)}` };
    const names = [`${words.section}View`, `${words.section}Words`];
    return {
      files: [
        fromTemplate(view, `${folder}/view.ts.hbs`, `src/views/document/${id}.ts`, words),
        fromTemplate(view, `${folder}/section.md.hbs`, `templates/document/${file}.hbs`, words),
        fromTemplate(view, `${folder}/section.test.ts.hbs`, `tests/unit/sections/${id}.test.ts`, words),
      ],
      lines: [
        {
          file: 'generators/sections.ts',
          list: 'sections',
          element: `section(${number}, '${id}', ${names.join(', ')})`,
          imports: { names, from: `../src/views/document/${id}.js` },
        },
        {
          file: 'src/views/index.ts',
          list: 'views',
          element: `${words.section}View`,
          imports: { names: [`${words.section}View`], from: `./document/${id}.js` },
        },
      ],
    };
  },
};
