import type { z } from 'zod';

import type { Design } from '../src/design/model.js';
import { page, type PageRequest } from '../src/plan/model.js';
import type { View } from '../src/render/view.js';
import { glossaryView, glossaryWords } from '../src/views/document/glossary.js';
import { readinessView, readinessWords } from '../src/views/document/readiness.js';
import { hasTrace, requirementsView, requirementsWords } from '../src/views/document/requirements/index.js';
import { risksAndRoadmapView, risksAndRoadmapWords } from '../src/views/document/risks-and-roadmap.js';

/** What stands behind the 15 sections, by letter. */
export const appendices: readonly ((design: Design) => PageRequest[])[] = [
  appendix('a-production-readiness', readinessView, readinessWords),
  appendix('b-risks-and-roadmap', risksAndRoadmapView, risksAndRoadmapWords),
  appendix('c-glossary', glossaryView, glossaryWords),
  appendix('d-requirements', requirementsView, requirementsWords, hasTrace),
];

function appendix<Schema extends z.ZodObject>(
  id: string,
  view: View<Schema>,
  words: (design: Design) => z.input<Schema>,
  isNeeded: (design: Design) => boolean = () => true,
): (design: Design) => PageRequest[] {
  const file = `appendix-${id}.md`;
  return (design) =>
    isNeeded(design)
      ? [page(view, `document/${file}.hbs`, `docs/architecture/${file}`, () => words(design), { ownership: 'derived' })]
      : [];
}
