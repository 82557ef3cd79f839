import { z } from 'zod';

import type { Stage } from '../stage.js';
import { wireFormat } from '../call/wire-schema.js';

const text = z.string();
const texts = z.array(text);

const shape = z.object({
  entities: z.array(
    z.object({
      name: text,
      summary: text,
      tenancy: z.enum(['tenant', 'global']),
      owner: text,
      fields: texts,
      relations: texts,
      rules: z.array(z.object({ check: text, message: text })),
      requirements: texts,
    }),
  ),
});
export type EntitiesAnswer = z.infer<typeof shape>;

/** Fields, relations and rules of the entities of one context. */
export const entities: Stage<EntitiesAnswer> = {
  id: 'entities',
  format: wireFormat(shape),
  maxTokens: 8000,
  task: `Write the entities of one context, all of those that the design names for it and no others.
- tenancy: tenant, unless the rows are reference data that all organizations share and nobody changes (countries, industries): global. A global entity has no owner, no relation to what belongs to an organization, and no sequence.
- owner: the name of the relation to User whose target owns the row, if one person is responsible for it; else empty.
- fields: lines of the language, those that the brief needs and those without which the entity makes no sense; 3 to 10 are usual. The state of something that moves through steps is an enum field "status" with a default. Mark data about people with "personal".
- relations: lines of the language, to entities of this context, of contexts that it needs, and to User.
- rules: conditions that every stored row keeps, each with the sentence that a person is told when it is broken. Only those that the brief says or that follow from common sense about the fields.`,
};
