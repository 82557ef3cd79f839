import { z } from 'zod';
import { noun, prose, provenance } from './common.js';

export const integration = noun({
  kind: z
    .string()
    .min(1)
    .max(40)
    .meta({ description: 'What it does for us.', examples: ['payments', 'email', 'carrier'] }),
  timeoutMs: z.int().min(1).max(600_000).optional(),
  receives: z.array(z.string().min(1).max(100)).optional().meta({ description: 'Webhooks it sends us.' }),
  summary: prose('Why it is there.').optional(),
  ...provenance,
}).meta({ id: 'Integration' });
export type IntegrationSource = z.infer<typeof integration>;
