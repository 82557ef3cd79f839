import { z } from 'zod';

import { wireFormat } from '../call/wire-schema.js';
import type { Stage } from '../stage.js';

const shape = z.object({
  title: z.string(),
  summary: z.string(),
  requirements: z.array(
    z.object({ quote: z.string(), kind: z.enum(['function', 'quality', 'constraint', 'exclusion']) }),
  ),
  assumptions: z.array(z.string()),
  questions: z.array(z.string()),
});
export type ClarifyAnswer = z.infer<typeof shape>;

/** What the brief asks for, quote by quote; everything after it is held against these. */
export const clarify: Stage<ClarifyAnswer> = {
  id: 'clarify',
  format: wireFormat(shape),
  maxTokens: 10_000,
  task: `Read the brief and say what it asks for.
- title: what the system is called, at most 60 characters; its own name if the brief has one. summary: one sentence.
- requirements: every single thing that is asked, in the order of the brief. quote is copied from the brief, character by character, short but whole: one clause or sentence, not a paragraph. kind: function (what it does), quality (how well: speed, load, availability, security), constraint (law, budget, team, technology, place), exclusion (what it shall not have).
- assumptions: what you take for granted where the brief is silent and a design must choose, one sentence each, at most 8.
- questions: what the customer should decide before building, one question each, at most 6; none that the brief answers.`,
};
