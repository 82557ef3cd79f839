import { z } from 'zod';
import type { Design } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { contextFolder } from '../entity-module/paths.js';

const folder = z.object({ name: z.string() });

/** Which contexts may import which. */
export const boundariesView = defineView({
  templates: ['workspace/eslint.boundaries.js.hbs'],
  schema: z.object({ contexts: z.array(z.object({ name: z.string(), needs: z.array(folder) })) }),
});

export function boundariesWords({ contexts }: Design): z.infer<typeof boundariesView.schema> {
  return {
    contexts: contexts.map((one) => ({
      name: contextFolder(one),
      needs: contexts
        .filter(({ context }) => one.context.needs.includes(context.name))
        .map((need) => ({ name: contextFolder(need) })),
    })),
  };
}
