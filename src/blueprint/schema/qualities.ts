import { z } from 'zod';
import { count, noun } from './common.js';

export const ORDERINGS = ['relaxed', 'strict'] as const;
export const READS = ['resources', 'graph'] as const;

export const qualities = noun({
  latencyP95Ms: count('Target of the 95th percentile of reads, in milliseconds.').optional(),
  availabilityPercent: z
    .number()
    .positive()
    .max(100)
    .optional()
    .meta({ examples: [99.9] }),
  retentionDays: count('How long deleted or expired records are kept.').optional(),
  ordering: z.enum(ORDERINGS).optional().meta({
    description: 'strict: events are handled strictly in order, over all consumers. Decides about the queue.',
  }),
  reads: z
    .enum(READS)
    .optional()
    .meta({ description: 'graph: clients read graphs of objects in one request. Decides about the style of the API.' }),
}).meta({ id: 'Qualities' });
