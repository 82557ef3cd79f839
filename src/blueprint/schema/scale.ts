import { z } from 'zod';
import { behaviour } from './behaviour.js';
import { count, noun } from './common.js';

const factor = (description: string) => z.number().positive().max(1_000_000).meta({ description });

export const scale = noun({
  concurrentUsers: count('People using the system at the same moment at peak.').optional(),
  tenants: count('Organizations.').optional(),
  growth: noun({
    months12: factor('Load in 12 months, as a factor on today.'),
    months36: factor('Load in 36 months.'),
  }).optional(),
  behaviour: behaviour.optional(),
}).meta({ id: 'Scale' });
