import { fromTemplate, type Generator } from '../src/plan/model.js';
import { authFilesView, scopedAuthFilesView } from '../src/views/auth/files.js';

export const auth: Generator = {
  id: 'auth',
  description: 'packages/auth: access and refresh tokens, passwords, grants',
  files: ({ product: { scope } }) => [
    ...authFilesView.templates.map((each) => fromTemplate(authFilesView, each, outputOf(each), {})),
    ...scopedAuthFilesView.templates.map((each) => fromTemplate(scopedAuthFilesView, each, outputOf(each), { scope })),
  ],
};

function outputOf(template: string): string {
  return template.replace(/\.hbs$/, '');
}
