import { z } from 'zod';
import { named, noun, PATTERN, prose } from './common.js';

export const DIAGRAM_CHARSETS = ['unicode', 'ascii'] as const;

const passage = prose(
  'Plain prose. Figures are cited by the id of their fact, e.g. `{scale.poolSize}`; a passage that holds anything unknown is not printed.',
);

export const narrative = noun({
  summary: passage.optional().meta({ description: 'What a reader is told first about the system.' }),
  contexts: named(PATTERN.kebabCase, passage).optional().meta({ description: 'What each context does, by its name.' }),
  decisions: named(PATTERN.kebabCase, passage)
    .optional()
    .meta({ description: 'Why a decision is as it is, by its id, e.g. `queue`.' }),
}).meta({ id: 'Narrative' });

export const document = noun({
  diagrams: z.enum(DIAGRAM_CHARSETS).optional().meta({
    description:
      'Characters that diagrams are drawn with: box drawing (default), or 7-bit ASCII where someone needs it.',
  }),
  narrative: narrative
    .optional()
    .meta({ description: 'Passages that are printed instead of the sentences the document makes itself.' }),
}).meta({ id: 'Document' });
export type DocumentSource = z.infer<typeof document>;
