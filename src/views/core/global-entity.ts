import { z } from 'zod';
import type { EntityDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { aboutOf, coreEnums, coreImports, coreMembers, member } from './entity.js';

const words = z.object({
  imports: z.array(z.object({ name: z.string(), file: z.string() })),
  enums: z.array(z.object({ constant: z.string(), type: z.string(), values: z.string() })),
  One: z.string(),
  about: z.string().optional(),
  members: z.array(member),
});

/** What packages/core knows about reference data that all organizations share. */
export const coreGlobalEntityView = defineView({
  templates: ['packages/core/src/global-entity.ts.hbs'],
  schema: words,
});

export function coreGlobalEntityWords(entity: EntityDesign): z.infer<typeof words> {
  return {
    imports: coreImports(entity),
    enums: coreEnums(entity),
    One: entity.names.One,
    about: aboutOf(entity.entity.summary),
    members: coreMembers(entity),
  };
}
