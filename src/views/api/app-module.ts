import { z } from 'zod';
import type { Design } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { byCodePoint } from '../../text/order.js';
import { contextFolder } from '../entity-module/paths.js';

const module = z.object({ Many: z.string(), context: z.string(), fileMany: z.string() });

/** Puts the modules together: one line for each entity's. */
export const appModuleView = defineView({
  templates: ['apps/api/src/app.module.ts.hbs'],
  schema: z.object({ scope: z.string(), modules: z.array(module) }),
});

export function appModuleWords({ product, entities }: Design): z.infer<typeof appModuleView.schema> {
  const modules = entities.map((entity) => ({
    Many: entity.names.Many,
    context: contextFolder(entity),
    fileMany: entity.names.fileMany,
  }));
  const place = ({ context, fileMany }: z.infer<typeof module>) => `${context}/${fileMany}`;
  return { scope: product.scope, modules: modules.sort((a, b) => byCodePoint(place(a), place(b))) };
}
