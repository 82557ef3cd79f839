import { z } from 'zod';

import { STACK_OPTIONS } from '../../src/blueprint/model.js';
import { questions } from '../../src/design/decisions/index.js';
import { fromTemplate } from '../../src/plan/model.js';
import { defineView } from '../../src/render/view.js';
import { camelCase, sentenceCase } from '../../src/text/case.js';
import type { Contributor } from './contributor.js';
import { answerTo, name } from './questions.js';

const folder = 'contributor/stack-option';
const view = defineView({
  templates: ['generator.ts.hbs', 'view.ts.hbs', 'page.md.hbs', 'generator.test.ts.hbs', 'option.ts.hbs'].map(
    (file) => `${folder}/${file}`,
  ),
  schema: z.object({ slot: z.string(), option: z.string(), generator: z.string(), title: z.string() }),
});

export const stackOption: Contributor = {
  id: 'new-stack-option',
  description: 'Add a technology that a blueprint can choose, e.g. NATS as queue',
  questions: [
    { name: 'slot', message: 'What it is a choice for', options: Object.keys(STACK_OPTIONS) },
    name('Name of the technology, e.g. nats'),
  ],
  view,
  contribute: (answers) => {
    const slot = answerTo(answers, 'slot');
    const option = answerTo(answers, 'name');
    const generator = camelCase(option);
    const words = { slot, option, generator, title: sentenceCase(option) };
    const isDecided = questions.some((question) => question.slot === slot);
    return {
      files: [
        fromTemplate(view, `${folder}/generator.ts.hbs`, `generators/stack/${option}.ts`, words),
        fromTemplate(view, `${folder}/view.ts.hbs`, `src/views/stack/${option}.ts`, words),
        fromTemplate(view, `${folder}/page.md.hbs`, `templates/stack/${slot}/${option}/docs/${option}.md.hbs`, words),
        fromTemplate(view, `${folder}/generator.test.ts.hbs`, `tests/unit/generators/${option}.test.ts`, words),
        ...(isDecided
          ? [fromTemplate(view, `${folder}/option.ts.hbs`, `src/design/decisions/options/${option}.ts`, words)]
          : []),
      ],
      lines: [
        { file: 'src/blueprint/model.ts', list: `STACK_OPTIONS.${slot}`, element: `'${option}'` },
        { file: 'src/blueprint/not-generated.ts', list: `GENERATED_OPTIONS.${slot}`, element: `'${option}'` },
        ...(isDecided
          ? [
              {
                file: `src/design/decisions/${slot}.ts`,
                list: `${slot}Options`,
                element: `${generator}Option`,
                imports: { names: [`${generator}Option`], from: `./options/${option}.js` },
              },
            ]
          : []),
        {
          file: 'generators/index.ts',
          list: 'generators',
          element: generator,
          imports: { names: [generator], from: `./stack/${option}.js` },
        },
        {
          file: 'src/views/index.ts',
          list: 'views',
          element: `${generator}View`,
          imports: { names: [`${generator}View`], from: `./stack/${option}.js` },
        },
      ],
    };
  },
};
