import type { z } from 'zod';
import { type FileRequest, fromTemplate, type Generator } from '../src/plan/model.js';
import type { View } from '../src/render/view.js';
import { boundariesView, boundariesWords } from '../src/views/workspace/boundaries.js';
import { environmentFileView, environmentFileWords } from '../src/views/workspace/environment-file.js';
import {
  composeView,
  composeWords,
  fixedFilesView,
  localDatabaseView,
  prettierIgnoreView,
  scopedFilesView,
  toolsView,
} from '../src/views/workspace/files.js';
import { agentsView, contributingView, readmeView, readmeWords } from '../src/views/workspace/guides.js';
import {
  applicationManifestView,
  manifestWords,
  packageManifestView,
  rootManifestView,
  rootManifestWords,
  WORKSPACES,
} from '../src/views/workspace/manifests.js';
import { commandsOf } from '../src/views/workspace/package-manager.js';
import { packageManagerFilesView } from '../src/views/workspace/package-manager-files.js';

export const workspace: Generator = {
  id: 'workspace',
  description: 'The root of the repository: packages, types, lint, tests, commands, containers, continuous integration',
  files: (design) => {
    const { scope, database } = design.product;
    const { run, test, lockfile } = commandsOf(design);
    const manager = `stack/packageManager/${design.stack.packageManager}/`;
    return [
      ...all(fixedFilesView, {}),
      ...all(scopedFilesView, { scope }),
      ...all(toolsView, { run }),
      ...all(localDatabaseView, { database }),
      ...all(prettierIgnoreView, { lockfile }),
      ...all(composeView, composeWords(design)),
      ...all(boundariesView, boundariesWords(design)),
      ...all(environmentFileView, environmentFileWords(design)),
      ...all(readmeView, readmeWords(design)),
      ...all(contributingView, { run, test, lockfile }),
      ...all(agentsView, { run, scope }),
      ...all(packageManagerFilesView, {}, manager),
      ...all(rootManifestView, rootManifestWords(design), manager),
      ...WORKSPACES.map((folder) => {
        const [kind] = folder.split('/');
        const view = kind === 'apps' ? applicationManifestView : packageManifestView;
        return fromTemplate(view, `${kind}/package.json.hbs`, `${folder}/package.json`, manifestWords(design, folder));
      }),
    ];
  },
};

/** Every template of the view below a folder. A template stands where its output will, with `.hbs` at the end. */
function all<Schema extends z.ZodObject>(view: View<Schema>, words: z.input<Schema>, below = ''): FileRequest[] {
  return view.templates
    .filter((template) => template.startsWith(below))
    .map((template) => fromTemplate(view, template, outputOf(template.slice(below.length)), words));
}

function outputOf(template: string): string {
  return template.replace(/^workspace\//, '').replace(/\.hbs$/, '');
}
