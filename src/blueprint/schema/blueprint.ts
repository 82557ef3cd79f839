import { z } from 'zod';
import { assumption } from './assumption.js';
import { named, noun, PATTERN, prose } from './common.js';
import { constraints } from './constraints.js';
import { context } from './context.js';
import { document } from './document.js';
import { goal } from './goal.js';
import { integration } from './integration.js';
import { prices } from './prices.js';
import { qualities } from './qualities.js';
import { reaction } from './reaction.js';
import { report } from './report.js';
import { requirement } from './requirement.js';
import { role } from './role.js';
import { scale } from './scale.js';
import { stack } from './stack.js';
import { webhooks } from './webhooks.js';

/** The whole file. */
export const blueprint = noun({
  blueprint: z.literal(1).meta({ description: 'Version of the blueprint language.' }),
  name: z.string().meta({
    description: 'Package, database and namespace name.',
    pattern: PATTERN.kebabCase,
    examples: ['cartwheel'],
  }),
  title: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .optional()
    .meta({ description: 'Name for people; made from `name` when left out.' }),
  summary: prose('One sentence about the system.').optional(),
  tenancy: z.enum(['shared', 'single']).optional().meta({
    description:
      '`shared`: many organizations in one database, divided by row-level security (default). `single`: one.',
  }),
  goals: z.array(goal).optional(),
  scale: scale.optional(),
  constraints: constraints.optional(),
  qualities: qualities.optional(),
  stack: stack.optional(),
  prices: prices
    .optional()
    .meta({ description: 'Overrides of the price table of the cost model, in USD, by price id.' }),
  roles: named(PATTERN.kebabCase, role).optional(),
  contexts: named(PATTERN.kebabCase, context),
  reactions: z.array(reaction).optional().meta({ description: 'What happens by itself.' }),
  integrations: named(PATTERN.kebabCase, integration).optional(),
  webhooks: webhooks.optional(),
  reports: named(PATTERN.kebabCase, report).optional(),
  assumptions: z.array(assumption).optional(),
  requirements: z.array(requirement).optional().meta({ description: 'What was asked, and what answers it.' }),
  questions: z
    .array(prose('An open question.'))
    .optional()
    .meta({ description: 'What a person should decide before building on the blueprint.' }),
  document: document.optional().meta({ description: 'How the architecture document is printed.' }),
});
export type BlueprintSource = z.infer<typeof blueprint>;
