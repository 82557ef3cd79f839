import { fromTemplate, type FileRequest, type Generator } from '../src/plan/model.js';
import { seedData, seedDataView } from '../src/views/seed/seed-data.js';
import {
  seedBasicsView,
  seedOrganizationsView,
  seedOrganizationsWords,
  seedPartsView,
  seedPartsWords,
  seedView,
  seedWords,
} from '../src/views/seed/seed.js';

const folder = 'packages/database/src';

export const seed: Generator = {
  id: 'seed',
  description:
    'Permissions and built-in roles kept up to date, organizations to start with, and the proof that they do not mix',
  files: (design) => {
    const data = seedData(design);
    const parts = seedPartsWords(design);
    return [
      ...seedPartsView.templates.map((template) => fromTemplate(seedPartsView, template, outputOf(template), parts)),
      ...seedBasicsView.templates.map((template) => fromTemplate(seedBasicsView, template, outputOf(template), {})),
      ...seedOrganizationsView.templates.map((template) =>
        fromTemplate(seedOrganizationsView, template, outputOf(template), seedOrganizationsWords(design)),
      ),
      fromTemplate(seedView, `${folder}/seed.ts.hbs`, `${folder}/seed.ts`, seedWords(data)),
      ...data.map(({ file, words }): FileRequest =>
        fromTemplate(seedDataView, `${folder}/seed-data/context.ts.hbs`, `${folder}/seed-data/${file}.ts`, words),
      ),
    ];
  },
};

/** A template stands where its output will, with `.hbs` at the end. */
function outputOf(template: string): string {
  return template.slice(0, -'.hbs'.length);
}
