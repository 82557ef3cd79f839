import type { Design } from '../src/design/model.js';
import { page, type FileRequest, type Generator } from '../src/plan/model.js';
import { indexPageView, indexPageWords } from '../src/views/document/index-page/index.js';
import { sections } from './sections.js';

const folder = 'docs/architecture';

export const document: Generator = {
  id: 'document',
  description: 'The architecture document: an index and one file per section',
  files: (design) => [indexPage(design), ...sections.map((section) => section.request(design))],
};

/** Whether a path is a page of the document. */
export function isDocument(path: string): boolean {
  return path.startsWith(`${folder}/`);
}

function indexPage(design: Design): FileRequest {
  return page(
    indexPageView,
    'document/README.md.hbs',
    `${folder}/README.md`,
    ({ paths }) => indexPageWords(design, sections, paths),
    { ownership: 'derived' },
  );
}
