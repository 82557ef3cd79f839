import { z } from 'zod';

import { fromTemplate } from '../../src/plan/model.js';
import { defineView } from '../../src/render/view.js';
import { tsString } from '../../src/text/escape.js';
import { camelCase } from '../../src/text/case.js';
import type { Contributor } from './contributor.js';
import { answerTo, name, summary } from './questions.js';

const folder = 'contributor/importer';
const view = defineView({
  templates: ['importer.ts.hbs', 'importer.test.ts.hbs', 'blueprint.yaml.hbs', 'source.txt.hbs'].map(
    (file) => `${folder}/${file}`,
  ),
  schema: z.object({ name: z.string(), importer: z.string(), summary: z.string() }),
});

export const importer: Contributor = {
  id: 'new-importer',
  description: 'Add an importer that makes a blueprint of another tool’s model',
  questions: [name('What it imports, e.g. dbml'), summary],
  view,
  contribute: (answers) => {
    const file = answerTo(answers, 'name');
    const words = {
      name: file,
      importer: `${camelCase(file)}Importer`,
      summary: tsString(answerTo(answers, 'summary')),
    };
    const fixtures = `tests/unit/importers/fixtures/${file}`;
    return {
      files: [
        fromTemplate(view, `${folder}/importer.ts.hbs`, `src/importers/${file}.ts`, words),
        fromTemplate(view, `${folder}/importer.test.ts.hbs`, `tests/unit/importers/${file}.test.ts`, words),
        fromTemplate(view, `${folder}/source.txt.hbs`, `${fixtures}/source.txt`, words),
        fromTemplate(view, `${folder}/blueprint.yaml.hbs`, `${fixtures}/blueprint.yaml`, words),
      ],
      lines: [
        {
          file: 'src/importers/index.ts',
          list: 'importers',
          element: words.importer,
          imports: { names: [words.importer], from: `./${file}.js` },
        },
      ],
    };
  },
};
