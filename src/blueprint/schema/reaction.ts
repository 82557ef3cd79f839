import { z } from 'zod';
import { noun, prose, provenance } from './common.js';
import { expression } from './rule.js';

/** Exactly one trigger and one effect; `build/async.ts` counts them. */
export const reaction = noun({
  on: z
    .string()
    .optional()
    .meta({ description: 'An event.', examples: ['order.paid'] }),
  every: z
    .string()
    .optional()
    .meta({ description: 'An interval.', examples: ['5m', '1h', '1d'] }),
  cron: z
    .string()
    .optional()
    .meta({ description: 'A cron expression of five fields, UTC.', examples: ['0 3 * * *'] }),
  do: z
    .string()
    .optional()
    .meta({ description: 'A lifecycle action.', examples: ['inventory.Reservation.commit'] }),
  notify: z.string().optional().meta({ description: 'Whom: a role, or a relation of the entity of the event.' }),
  template: z.string().optional().meta({ description: 'Name of the message to send.' }),
  call: z
    .string()
    .optional()
    .meta({ description: 'An operation of an integration.', examples: ['stripe.refund'] }),
  emit: z.string().optional().meta({ description: 'An event to emit in turn.' }),
  where: expression.optional(),
  priority: z.enum(['low', 'normal', 'high']).optional(),
  retries: z.int().min(0).max(100).optional(),
  summary: prose('Why it happens.').optional(),
  ...provenance,
}).meta({ id: 'Reaction' });
export type ReactionSource = z.infer<typeof reaction>;
