import type { z } from 'zod';
import { type FileRequest, fromTemplate, type Generator } from '../src/plan/model.js';
import type { View } from '../src/render/view.js';
import { appModuleView, appModuleWords } from '../src/views/api/app-module.js';
import { configView, configWords } from '../src/views/api/config.js';
import { apiFilesView, scopedApiFilesView } from '../src/views/api/files.js';
import { openApiView, openApiWords } from '../src/views/api/openapi.js';
import { documentSpecView, documentSpecWords, documentSupportView } from '../src/views/document/samples/spec.js';

export const api: Generator = {
  id: 'api',
  description:
    'apps/api: start, configuration, access, errors, limits; identity, organizations, users, permissions, audit',
  files: (design) => [
    ...all(apiFilesView, {}),
    ...all(scopedApiFilesView, { scope: design.product.scope }),
    ...all(appModuleView, appModuleWords(design)),
    ...all(configView, configWords(design)),
    ...all(openApiView, openApiWords(design)),
    ...all(documentSpecView, documentSpecWords(design)),
    ...all(documentSupportView, {}),
  ],
};

/** A template stands where its output will, with `.hbs` at the end. */
function all<Schema extends z.ZodObject>(view: View<Schema>, words: z.input<Schema>): FileRequest[] {
  return view.templates.map((template) => fromTemplate(view, template, template.replace(/\.hbs$/, ''), words));
}
