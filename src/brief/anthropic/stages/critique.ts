import { z } from 'zod';

import type { Stage } from '../stage.js';
import { wireFormat } from '../call/wire-schema.js';

const text = z.string();
const texts = z.array(text);

const shape = z.object({
  coverage: z.array(
    z.object({
      requirement: text,
      status: z.enum(['covered', 'partial', 'open', 'contradicted']),
      by: texts,
      note: text,
    }),
  ),
  issues: z.array(
    z.object({
      severity: z.enum(['blocker', 'major', 'minor']),
      stage: z.enum(['entities', 'behaviour', 'cross']),
      context: text,
      problem: text,
      fix: text,
    }),
  ),
});
export type CritiqueAnswer = z.infer<typeof shape>;

/** A fresh look at the whole against the brief. */
export const critique: Stage<CritiqueAnswer> = {
  id: 'critique',
  format: wireFormat(shape),
  maxTokens: 12_000,
  task: `Hold the blueprint against the brief, as somebody who did not write it.
- coverage: every requirement once. by: what answers it, as "context", "context.Entity", "context.Entity.member" (a field, relation or action), "roles.x", "reports.x", "integrations.x", "scale.x", "constraints.x", "qualities.x", "tenancy", "webhooks" or "reactions"; only what stands in the blueprint. status covered: all of it is there; partial: something is missing, said in note; open: nothing answers it; contradicted: the blueprint does what the brief rules out.
- issues: what is wrong, worst first, at most 12. blocker: the brief is contradicted, or somebody may do what they must not. major: a requirement cannot be met, or a rule of the brief is missing. minor: the rest. stage says who has to mend it: entities (fields, relations, rules), behaviour (actions, grants) of one context, or cross (reports, integrations, reactions; context empty). fix: what to change, in one sentence.
Numbers of load, budget, latency and the choice of technology are not yours to judge, nor is anything that the platform brings along.`,
};
