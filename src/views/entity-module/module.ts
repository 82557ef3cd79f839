import { z } from 'zod';
import type { EntityDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';

const words = z.object({ Many: z.string(), fileMany: z.string() });

/** What belongs together in NestJS. */
export const entityModuleView = defineView({
  templates: ['entity-module/module.ts.hbs'],
  schema: words,
});

export function entityModuleWords({ names: { Many, fileMany } }: EntityDesign): z.infer<typeof words> {
  return { Many, fileMany };
}
