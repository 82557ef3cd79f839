import { acceptsRichText } from '../src/design/dependencies.js';
import { fromTemplate, type Generator } from '../src/plan/model.js';
import { commonFilesView, richTextView } from '../src/views/common/files.js';

export const common: Generator = {
  id: 'common',
  description: 'packages/common: logs, problems, the context of a request, rich text',
  files: (design) => {
    const views = [commonFilesView, ...(acceptsRichText(design) ? [richTextView] : [])];
    return views.flatMap((view) => view.templates.map((each) => fromTemplate(view, each, outputOf(each), {})));
  },
};

function outputOf(template: string): string {
  return template.replace(/\.hbs$/, '');
}
