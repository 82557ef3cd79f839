import { z } from 'zod';

import { fromTemplate } from '../../src/plan/model.js';
import { defineView } from '../../src/render/view.js';
import { camelCase, pascalCase } from '../../src/text/case.js';
import { yamlString } from '../../src/text/escape.js';
import type { Contributor } from './contributor.js';
import { answerTo, name, summary } from './questions.js';

const folder = 'contributor/block';
const view = defineView({
  templates: [`${folder}/block.yaml.hbs`, `${folder}/block.test.ts.hbs`],
  schema: z.object({
    id: z.string(),
    words: z.string(),
    entity: z.string(),
    variable: z.string(),
    summary: z.string(),
  }),
});

export const block: Contributor = {
  id: 'new-block',
  description: 'Add a domain that briefs may ask for',
  questions: [name('What briefs call it, singular, e.g. tree-nursery'), summary],
  view,
  contribute: (answers) => {
    const id = answerTo(answers, 'name');
    const words = {
      id,
      words: id.replaceAll('-', ' '),
      entity: pascalCase(id),
      variable: camelCase(id),
      summary: yamlString(answerTo(answers, 'summary')),
    };
    return {
      files: [
        fromTemplate(view, `${folder}/block.yaml.hbs`, `src/brief/offline/blocks/${id}.yaml`, words),
        fromTemplate(view, `${folder}/block.test.ts.hbs`, `tests/unit/brief/blocks/${id}.test.ts`, words),
      ],
      lines: [],
    };
  },
};
