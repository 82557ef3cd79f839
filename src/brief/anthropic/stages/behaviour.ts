import { z } from 'zod';

import type { Stage } from '../stage.js';
import { wireFormat } from '../call/wire-schema.js';

const text = z.string();
const texts = z.array(text);

const shape = z.object({
  lifecycles: z.array(
    z.object({
      entity: text,
      field: text,
      actions: z.array(
        z.object({
          transition: text,
          when: text,
          sets: texts,
          emits: text,
          roles: texts,
          summary: text,
          requirements: texts,
        }),
      ),
    }),
  ),
  grants: z.array(z.object({ role: text, grants: texts })),
});
export type BehaviourAnswer = z.infer<typeof shape>;

/** What can be done with the entities of one context beyond storing them, and who may. */
export const behaviour: Stage<BehaviourAnswer> = {
  id: 'behaviour',
  format: wireFormat(shape),
  maxTokens: 8000,
  task: `Write how the entities of one context behave, and who may do what with them.
- lifecycles: one for each entity that moves through states. field: the enum field that holds the state. actions: transition is a line "win: open -> won"; when is a further condition of CEL or empty; sets are lines "closedAt: now" for fields that the action fills (a constant, or now for a datetime); emits is an event such as "deal.won" for what others may react to, else empty; roles only when not everybody with the permission may do it; summary is one sentence or empty.
- grants: for each role that works with this context, grants of this context only. Every action is a permission of its own. Leave out roles that have no business here, and the role that may do everything.`,
};
