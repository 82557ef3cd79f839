import { z } from 'zod';
import { noun, prose, provenance } from './common.js';

export const assumption = noun({
  id: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/)
    .meta({ examples: ['A1'] }),
  text: prose('What is assumed; it can be overridden.'),
  ...provenance,
}).meta({ id: 'Assumption' });
