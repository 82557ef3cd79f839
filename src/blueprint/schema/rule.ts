import { z } from 'zod';
import { noun, PATTERN, prose, provenance } from './common.js';

/** A condition in CEL over the fields of the entity. */
export const expression = z
  .string()
  .min(1)
  .max(1000)
  .meta({
    title: 'Expression',
    description: 'Common Expression Language (cel.dev) over the fields of the entity.',
    examples: [
      'price.amount >= 0',
      'endsAt == null || endsAt > startsAt',
      "status in ['open', 'closed']",
      'size(name) > 2',
    ],
  });

export const ruleObject = noun({
  check: expression,
  id: z
    .string()
    .max(60)
    .optional()
    .meta({ description: 'kebab-case, unique in the entity.', pattern: PATTERN.kebabCase }),
  message: prose('What a person is told when the rule is broken.').optional(),
  ...provenance,
});

export const rule = z.union([expression, ruleObject]).meta({ id: 'Rule' });
export type RuleSource = z.infer<typeof rule>;
