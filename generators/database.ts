import { type FileRequest, fromTemplate, type Generator } from '../src/plan/model.js';
import {
  databaseClientView,
  databaseCommandsView,
  databaseFilesView,
  scopedDatabaseFilesView,
} from '../src/views/database/runtime.js';
import { commandsOf } from '../src/views/workspace/package-manager.js';

export const database: Generator = {
  id: 'database',
  description: 'Transactions of one organization, migrations, the embedded server, test databases',
  files: (design) => {
    const { scope, name, appRole } = design.product;
    const { run } = commandsOf(design);
    return [
      ...databaseFilesView.templates.map((each) => fromTemplate(databaseFilesView, each, outputOf(each), {})),
      ...scopedDatabaseFilesView.templates.map((each) =>
        fromTemplate(scopedDatabaseFilesView, each, outputOf(each), { scope }),
      ),
      ...databaseClientView.templates.map((each) =>
        fromTemplate(databaseClientView, each, outputOf(each), { name, appRole }),
      ),
      firstSnapshot,
      ...databaseCommandsView.templates.map((each) =>
        fromTemplate(databaseCommandsView, each, outputOf(each), { run }),
      ),
    ];
  },
};

/** The schema that the first migrations lead to: what `migration` compares the next one with. */
const firstSnapshot: FileRequest = {
  path: 'packages/database/prisma/migrations/00000000000002_tables/schema.prisma',
  from: 'packages/database/prisma/schema.prisma',
  derive: (schema) => Promise.resolve(schema),
  ownership: 'once',
};

/** A template stands where its output will, with `.hbs` at the end. */
function outputOf(template: string): string {
  return template.slice(0, -'.hbs'.length);
}
