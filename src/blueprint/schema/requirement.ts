import { z } from 'zod';
import { noun, prose, provenance } from './common.js';

export const REQUIREMENT_KINDS = ['function', 'quality', 'constraint', 'exclusion'] as const;
export const REQUIREMENT_STATES = ['covered', 'partial', 'open', 'excluded'] as const;

export const requirement = noun({
  id: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/)
    .meta({ description: 'Unique among the requirements.', examples: ['R1'] }),
  quote: prose('What was asked, in the words of whoever asked.'),
  kind: z.enum(REQUIREMENT_KINDS).optional().meta({
    description:
      'What it is about: something the system does (default), how well, within which limits, or what it leaves out.',
  }),
  status: z.enum(REQUIREMENT_STATES).optional().meta({
    description:
      '`covered` (default) and `partial` say by what; `open`: nothing answers it; `excluded`: left out on purpose.',
  }),
  by: z
    .array(z.string().min(1).max(200))
    .optional()
    .meta({
      description:
        'What answers it: `context`, `context.Entity`, a field, relation, rule or action of one (`context.Entity.action`), ' +
        'a key of roles, reports, integrations, scale, constraints, qualities or stack (`scale.tenants`), or `tenancy`, `webhooks`, `reactions`.',
      examples: [['sales.Deal', 'sales.Deal.win'], ['qualities.latencyP95Ms']],
    }),
  note: prose('What is missing, or why it is left out.').optional(),
  ...provenance,
}).meta({ id: 'Requirement' });
export type RequirementSource = z.infer<typeof requirement>;
