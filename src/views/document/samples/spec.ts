import { z } from 'zod';
import type { Design } from '../../../design/model.js';
import { defineView } from '../../../render/view.js';
import { sampleStory } from './story.js';
import { subjectOf } from './subject.js';

const words = z.object({
  count: z.number(),
  hasShared: z.boolean(),
  shared: z.array(z.object({ One: z.string(), fileOne: z.string() })),
});

/** The test of the generated repository that tries the document's samples. */
export const documentSpecView = defineView({ templates: ['apps/api/test/document.spec.ts.hbs'], schema: words });

export function documentSpecWords(design: Design): z.infer<typeof words> {
  const shared = (subjectOf(design)?.before ?? []).filter(({ writable }) => !writable);
  return {
    count: sampleStory(design).exchanges.length,
    hasShared: shared.length > 0,
    shared: shared.map(({ names: { One, fileOne } }) => ({ One, fileOne })),
  };
}

/** How that test reads the document. */
export const documentSupportView = defineView({
  templates: ['apps/api/test/support/document.ts.hbs'],
  schema: z.object({}),
});
