import { z } from 'zod';
import { named, noun, PATTERN, prose, provenance } from './common.js';
import { entity } from './entity.js';

export const context = noun({
  summary: prose('What the context is responsible for.').optional(),
  needs: z.array(z.string()).optional().meta({ description: 'Contexts whose entities this one refers to.' }),
  entities: named(PATTERN.pascalCase, entity).optional(),
  ...provenance,
}).meta({ id: 'Context' });
export type ContextSource = z.infer<typeof context>;
