import { z } from 'zod';
import { noun, oneOrMore, prose, provenance } from './common.js';
import { expression } from './rule.js';

export const report = noun({
  from: z.string().meta({ description: 'The entity whose rows are counted.' }),
  where: expression.optional(),
  group: oneOrMore(expression)
    .optional()
    .meta({ description: 'Field, relation, or a period of a date.', examples: ['month(createdAt)'] }),
  measure: oneOrMore(expression).meta({ description: 'What is computed.', examples: ['count()', 'sum(total)'] }),
  summary: prose('The question it answers.').optional(),
  ...provenance,
}).meta({ id: 'Report' });
export type ReportSource = z.infer<typeof report>;
