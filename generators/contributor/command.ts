import { z } from 'zod';

import { fromTemplate } from '../../src/plan/model.js';
import { defineView } from '../../src/render/view.js';
import { tsString } from '../../src/text/escape.js';
import { camelCase } from '../../src/text/case.js';
import type { Contributor } from './contributor.js';
import { answerTo, name, summary } from './questions.js';

const folder = 'contributor/command';
const view = defineView({
  templates: [`${folder}/command.ts.hbs`, `${folder}/command.test.ts.hbs`],
  schema: z.object({ name: z.string(), command: z.string(), summary: z.string() }),
});

export const command: Contributor = {
  id: 'new-command',
  description: 'Add a command to the command line',
  questions: [name('Name of the command, e.g. outline'), summary],
  view,
  contribute: (answers) => {
    const file = answerTo(answers, 'name');
    const words = { name: file, command: `${camelCase(file)}Command`, summary: tsString(answerTo(answers, 'summary')) };
    return {
      files: [
        fromTemplate(view, `${folder}/command.ts.hbs`, `src/cli/commands/${file}.ts`, words),
        fromTemplate(view, `${folder}/command.test.ts.hbs`, `tests/cli/${file}.test.ts`, words),
      ],
      lines: [
        {
          file: 'src/cli/main.ts',
          list: 'COMMANDS',
          element: words.command,
          imports: { names: [words.command], from: `./commands/${file}.js` },
        },
      ],
    };
  },
};
