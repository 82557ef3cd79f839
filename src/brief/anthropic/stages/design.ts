import { z } from 'zod';

import type { Stage } from '../stage.js';
import { wireFormat } from '../call/wire-schema.js';

const text = z.string();
const texts = z.array(text);

const shape = z.object({
  contexts: z.array(
    z.object({
      name: text,
      summary: text,
      needs: texts,
      entities: z.array(z.object({ name: text, summary: text, requirements: texts })),
    }),
  ),
  roles: z.array(z.object({ name: text, summary: text, administrator: z.boolean(), requirements: texts })),
});
export type DesignAnswer = z.infer<typeof shape>;

/** The cut: contexts, the entities in each, who works with them. The stages after it fill it in, context by context. */
export const design: Stage<DesignAnswer> = {
  id: 'design',
  format: wireFormat(shape),
  maxTokens: 12_000,
  task: `Cut the system into contexts and name the entities of each.
- contexts: parts that change for one reason, each with a few entities that belong together. needs: contexts whose entities its own refer to; never in a circle.
- entities: what has an identity and is stored. A part that lives and dies with its whole is an entity in the context of its whole. Values are fields, not entities; so are states. requirements: the requirements that need the entity.
- roles: who signs in and works with the system, by what they do. administrator is true for the one role that may do everything, if the brief speaks of one.`,
};
