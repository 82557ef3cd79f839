import { z } from 'zod';
import { environmentOf, isMadeBySetup } from '../../design/environment.js';
import type { Design } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { comment, envValue } from '../../text/escape.js';
import { commandsOf } from './package-manager.js';

const variable = z.object({
  description: z.string(),
  name: z.string(),
  /** Written without a comment sign, for the set-up command to fill in. */
  isMadeBySetup: z.boolean(),
  value: z.string(),
});

export const environmentFileView = defineView({
  templates: ['workspace/.env.example.hbs'],
  schema: z.object({
    run: z.string(),
    groups: z.array(z.object({ title: z.string(), variables: z.array(variable) })),
  }),
});

export function environmentFileWords(design: Design): z.infer<typeof environmentFileView.schema> {
  const variables = environmentOf(design);
  const titles = [...new Set(variables.map(({ group }) => group))];
  return {
    run: commandsOf(design).run,
    groups: titles.map((title) => ({
      title,
      variables: variables
        .filter(({ group }) => group === title)
        .map((each) => ({
          description: comment(each.description),
          name: each.name,
          isMadeBySetup: isMadeBySetup(each),
          value: envValue(each.default ?? each.example),
        })),
    })),
  };
}
