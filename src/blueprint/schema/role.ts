import { z } from 'zod';
import { noun, prose, provenance } from './common.js';

export const grant = z
  .string()
  .min(1)
  .max(200)
  .meta({
    description: '`context:action`, `context.Entity:action`, with `*` for all and `:own` for rows of the actor only.',
    examples: ['catalog:*', 'catalog.Product:publish', 'ordering:place:own', '*'],
  });

export const role = noun({
  summary: prose('What the role is for.').optional(),
  grants: z.array(grant).optional(),
  ...provenance,
}).meta({ id: 'Role' });
export type RoleSource = z.infer<typeof role>;
