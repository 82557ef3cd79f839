import { z } from 'zod';
import { named, noun, PATTERN, prose, provenance } from './common.js';
import { fields } from './field.js';

/** `Category?`, `Tag[]`, `OrderLine[] owned`. Its words are read by `build/relation-line.ts`. */
export const relationLine = z
  .string()
  .min(1)
  .max(500)
  .meta({
    title: 'Relation',
    description:
      'Target entity, `?` for optional or `[]` for many, then words: one (one-to-one), owned, immutable, linked (many-to-many), ' +
      'by <relation> (the inverse of that relation), cascade, restrict, setNull.',
    examples: [
      'Customer',
      'Category?',
      'Tag[]',
      'OrderLine[] owned',
      'Order[] by customer',
      'Invoice one',
      'Customer immutable',
      'User? restrict',
    ],
  });

export const relationObject = noun({
  to: relationLine,
  summary: prose('What connects the two.').optional(),
  optional: z.boolean().optional(),
  immutable: z.boolean().optional(),
  owned: z.boolean().optional().meta({ description: 'The targets are part of this aggregate.' }),
  onDelete: z
    .enum(['cascade', 'restrict', 'setNull'])
    .optional()
    .meta({ description: 'What happens here when the target is deleted.' }),
  inverse: z
    .string()
    .optional()
    .meta({ description: 'The relation of the target that this one is the other side of.' }),
  fields: fields.optional().meta({ description: 'Own fields of a many-to-many relation.' }),
  ...provenance,
});

export const relation = z.union([relationLine, relationObject]).meta({ id: 'Relation' });
export type RelationSource = z.infer<typeof relation>;

export const relations = named(PATTERN.camelCase, relation);
