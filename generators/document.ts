import type { Design } from '../src/design/model.js';
import { fromTemplate, page, type FileRequest, type Generator } from '../src/plan/model.js';
import { decisionRecordView, decisionRecordWords } from '../src/views/document/decision-record.js';
import { recordPath } from '../src/views/document/records.js';
import { indexPageView, indexPageWords } from '../src/views/document/index-page/index.js';
import { appendices } from './appendices.js';
import { sections } from './sections.js';

const folder = 'docs/architecture';

export const document: Generator = {
  id: 'document',
  description: 'The architecture document: an index, one file per section, the appendices, and one record per decision',
  files: (design) => [
    indexPage(design),
    ...sections.map((section) => section.request(design)),
    ...appendices.flatMap((appendix) => appendix(design)),
    ...records(design),
  ],
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

function records(design: Design): FileRequest[] {
  return design.decisions.map((decision) =>
    fromTemplate(
      decisionRecordView,
      'document/decision-record.md.hbs',
      recordPath(decision),
      decisionRecordWords(decision, design),
      { ownership: 'derived' },
    ),
  );
}
