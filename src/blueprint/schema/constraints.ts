import { z } from 'zod';
import { count, noun } from './common.js';

export const COMPLIANCE = ['gdpr', 'pci-dss', 'hipaa', 'soc2', 'iso27001', 'ccpa'] as const;

export const constraints = noun({
  regions: z
    .array(z.string().min(1).max(60))
    .optional()
    .meta({ description: 'Cloud regions.', examples: [['eu-central-1']] }),
  compliance: z.array(z.enum(COMPLIANCE)).optional(),
  monthlyBudgetUsd: z.number().positive().optional(),
  engineers: count('Engineers who build and run the system.').optional(),
}).meta({ id: 'Constraints' });
