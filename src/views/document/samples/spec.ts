import { z } from 'zod';
import type { Design } from '../../../design/model.js';
import { defineView } from '../../../render/view.js';
import { sampleStory } from './story.js';

const words = z.object({ count: z.number() });

/** The test of the generated repository that tries the document's samples. */
export const documentSpecView = defineView({ templates: ['apps/api/test/document.spec.ts.hbs'], schema: words });

export function documentSpecWords(design: Design): z.infer<typeof words> {
  return { count: sampleStory(design).exchanges.length };
}

/** How that test reads the document. */
export const documentSupportView = defineView({
  templates: ['apps/api/test/support/document.ts.hbs'],
  schema: z.object({}),
});
