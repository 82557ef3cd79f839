import { z } from 'zod';
import { count, noun } from './common.js';

export const qualities = noun({
  latencyP95Ms: count('Target of the 95th percentile of reads, in milliseconds.').optional(),
  availabilityPercent: z
    .number()
    .positive()
    .max(100)
    .optional()
    .meta({ examples: [99.9] }),
  retentionDays: count('How long deleted or expired records are kept.').optional(),
}).meta({ id: 'Qualities' });
