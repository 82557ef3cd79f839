import { z } from 'zod';

import type { Stage } from '../stage.js';
import { wireFormat } from '../call/wire-schema.js';

const shape = z.object({
  passages: z.array(
    z.object({
      slot: z.enum(['summary', 'context', 'decision']),
      name: z.string(),
      text: z.string(),
    }),
  ),
});
export type ProseAnswer = z.infer<typeof shape>;

/** Passages of the architecture document that a person writes better than a program. */
export const prose: Stage<ProseAnswer> = {
  id: 'prose',
  format: wireFormat(shape),
  maxTokens: 10_000,
  task: `Write passages of the architecture document, for a reader who has not seen the brief. Each is one paragraph of two to four plain sentences, at most 600 characters.
- slot summary, name empty: what the system is for, who works with it, and what is hardest about it.
- slot context, name of the context, one for each: what it is responsible for, and where it ends.
- slot decision, id of the decision, for the listed ones: why this choice fits this customer.
Write no digits and no words for numbers (two, half, twice, hundreds), not even in names such as a percentile. To give a figure, cite the id of a fact of the list in braces, such as {scale.concurrentUsers}; it is printed with its unit, so write none after it. Cite nothing that is not in the list. Write names of contexts, entities, roles and reports in braces too: {sales}, {sales.Deal}, {roles.rep}, {reports.pipeline}. Say nothing that does not follow from the brief, the blueprint or the facts.`,
};
