import { z } from 'zod';
import { noun, prose, provenance } from './common.js';
import { fields } from './field.js';
import { lifecycle } from './lifecycle.js';
import { listOptions } from './list.js';
import { relations } from './relation.js';
import { rule } from './rule.js';

export const entity = noun({
  summary: prose('What one of them is.').optional(),
  tenancy: z
    .enum(['tenant', 'global'])
    .optional()
    .meta({ description: '`global`: reference data shared by all organizations, read-only through the API.' }),
  owner: z
    .string()
    .optional()
    .meta({ description: 'The relation to User whose target owns the row; its creator when left out.' }),
  fields: fields.optional(),
  relations: relations.optional(),
  rules: z.array(rule).optional().meta({ description: 'Conditions that every stored row satisfies.' }),
  lifecycle: lifecycle
    .optional()
    .meta({ description: 'State machine over an enum field: an action is an endpoint and a permission.' }),
  list: listOptions.optional(),
  ...provenance,
}).meta({ id: 'Entity' });
export type EntitySource = z.infer<typeof entity>;
