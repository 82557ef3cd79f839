import { z } from 'zod';

import { context } from '../../../blueprint/schema/context.js';
import { entity } from '../../../blueprint/schema/entity.js';
import { integration } from '../../../blueprint/schema/integration.js';
import { reaction } from '../../../blueprint/schema/reaction.js';
import { report } from '../../../blueprint/schema/report.js';
import { role } from '../../../blueprint/schema/role.js';

const terms = z.array(z.string().min(2)).describe('Words or phrases; compared by their stems, so one form is enough.');

const names = z.record(z.string(), terms).describe('The brief’s own word for it: `Patient: [patient]`.');

/** An entity of the blueprint language, and when it is wanted. */
export const blockEntity = entity.extend({
  /** Comes whenever the block does. Others come when one of their terms, or a term of their names, is in the brief. */
  core: z.boolean().optional(),
  terms: terms.optional(),
  names: names.optional(),
});

export const blockContext = context.extend({ entities: z.record(z.string(), blockEntity) });

/**
 * A domain that briefs often ask for: a fragment of a blueprint, and the words that ask for it. Names of contexts and entities are
 * unique over all blocks; a fragment refers to entities of the blocks it needs, and to others where it can do without them.
 */
export const block = z.strictObject({
  /** The name of its file. */
  id: z.string(),
  summary: z.string(),
  terms: z.strictObject({
    /** One of these selects the block. */
    strong: terms,
    /** Two different of these select it. */
    weak: terms.optional(),
    /** Phrases in which its terms mean something else; they are passed over. */
    not: terms.optional(),
  }),
  /** Blocks that are always brought along, with their core entities. */
  needs: z.array(z.string()).optional(),
  /** Blocks that say the same more precisely, such as a clinic's appointments: when one of them is selected, the terms of this one are not heard. */
  yieldsTo: z.array(z.string()).optional(),
  roles: z.record(z.string(), role.extend({ core: z.boolean().optional(), terms: terms.optional() })).optional(),
  contexts: z.record(z.string(), blockContext),
  /** Kept when everything that they name is there; so are integrations that a kept reaction calls. */
  reactions: z.array(reaction).optional(),
  integrations: z.record(z.string(), integration.extend({ terms: terms.optional() })).optional(),
  reports: z.record(z.string(), report.extend({ core: z.boolean().optional(), terms: terms.optional() })).optional(),
  /** What is taken for granted when the block is selected, one sentence each. */
  assumptions: z.array(z.string()).optional(),
});
export type Block = z.infer<typeof block>;
