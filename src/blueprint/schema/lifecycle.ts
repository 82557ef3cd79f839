import { z } from 'zod';
import { fieldValue, named, noun, oneOrMore, PATTERN, prose, provenance } from './common.js';
import { expression } from './rule.js';

/** `draft -> active`, `pending, paid -> cancelled`. */
export const transitionLine = z
  .string()
  .min(1)
  .max(500)
  .meta({
    title: 'Transition',
    description: 'States the action starts from, an arrow, the state it ends in.',
    examples: ['draft -> active', 'pending, paid -> cancelled'],
  });

export const actionObject = noun({
  from: oneOrMore(z.string()).meta({ description: 'State or states the action starts from.' }),
  to: z.string().meta({ description: 'State the action ends in.' }),
  when: expression.optional().meta({ description: 'Further condition on the row; may use `now`.' }),
  roles: oneOrMore(z.string()).optional().meta({ description: 'Only these roles, on top of the permission.' }),
  sets: z
    .record(z.string(), fieldValue)
    .optional()
    .meta({ description: 'Fields set by the action; `now` for timestamps.' }),
  emits: z
    .string()
    .optional()
    .meta({ description: 'Event name.', examples: ['order.paid'] }),
  summary: prose('What the action does.').optional(),
  ...provenance,
});

export const action = z.union([transitionLine, actionObject]).meta({ id: 'Action' });
export type ActionSource = z.infer<typeof action>;

export const actions = named(PATTERN.camelCase, action);

export const longLifecycle = noun({
  field: z.string().optional().meta({ description: 'The enum field that holds the state; `status` when left out.' }),
  actions,
  ...provenance,
});

/** Either the actions alone, or `actions` beside the name of the state field. */
export const lifecycle = z.union([actions, longLifecycle]);
