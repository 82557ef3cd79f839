import { z } from 'zod';
import { noun, provenance } from './common.js';

export const webhooks = noun({
  events: z.array(z.string()).min(1).meta({ description: 'Events that organizations may subscribe to.' }),
  ...provenance,
}).meta({ id: 'Webhooks' });
