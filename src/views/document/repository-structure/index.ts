import { z } from 'zod';

import type { Design } from '../../../design/model.js';
import { defineView } from '../../../render/view.js';
import type { QuotableFiles } from '../../../render/excerpt.js';
import { markdownText } from '../../../text/escape.js';
import { moduleFolder } from '../../entity-module/paths.js';
import { code, counted, list } from '../words.js';
import { designedFolders } from './designed-folders.js';
import { filesByFolder, likeModules, type LikeModule } from './modules.js';
import { packageRows } from './package-rows.js';
import { purposesOf } from './purpose-of.js';
import { findNode, printTree, TREE_STYLES, treeOf } from './tree.js';

export const repositoryStructureView = defineView({
  templates: ['document/03-repository-structure.md.hbs'],
  schema: z.object({
    title: z.string(),
    files: z.string(),
    folders: z.string(),
    contexts: z.string(),
    /** `orders` and `cart` */
    contextNames: z.string(),
    moduleFiles: z.string(),
    entities: z.string(),
    example: z.string(),
    exampleFiles: z.string(),
    trees: z.array(z.object({ number: z.string(), title: z.string(), lines: z.string() })),
    packages: z.array(
      z.object({ folder: z.string(), state: z.string(), files: z.string(), holds: z.string(), imports: z.string() }),
    ),
    why: z.array(z.object({ text: z.string() })),
    designed: z.array(z.object({ path: z.string(), part: z.string() })),
  }),
});

/** The parts that the tree is printed in. */
const AREAS = [
  '',
  'apps/api/src',
  'apps/api/test',
  'packages/core',
  'packages/database',
  'packages/auth',
  'packages/common',
  'docs',
];

/** Number of the heading above the trees. */
const treeHeading = '3.1';

/** Written with the files that are planned, and not itself one of them. */
const MANIFEST = '.blueprint/manifest.json';

export function repositoryStructureWords(
  design: Design,
  { paths: planned }: Pick<QuotableFiles, 'paths'>,
): z.infer<typeof repositoryStructureView.schema> {
  const { product, contexts, entities } = design;
  const paths = [...planned, MANIFEST].sort();
  const byFolder = filesByFolder(paths);
  const last = entities.at(-1);
  const exampleFolder = last ? moduleFolder(last) : 'apps/api/src/modules/users';
  const folders = new Set(paths.flatMap((path) => path.split('/').map((_, at, all) => all.slice(0, at).join('/'))));
  return {
    title: markdownText(product.title),
    files: counted(paths.length, 'file'),
    folders: counted(folders.size - 1, 'folder'),
    contexts: counted(contexts.length, 'context'),
    contextNames: list(contexts.map(({ names }) => code(names.name))),
    moduleFiles: counted(entities.flatMap((one) => byFolder.get(moduleFolder(one)) ?? []).length, 'file'),
    entities: counted(entities.length, 'entity', 'entities'),
    example: exampleFolder,
    exampleFiles: counted(byFolder.get(exampleFolder)?.length ?? 0, 'file'),
    trees: treesOf(design, paths),
    packages: packageRows(design, paths),
    why: whyPackages(design),
    designed: designedFolders(design),
  };
}

function treesOf(design: Design, paths: readonly string[]) {
  const root = treeOf(paths);
  const style = TREE_STYLES[design.blueprint.document.diagrams];
  const purpose = purposesOf(design);
  const like = likeModules(design.entities, filesByFolder(paths));
  const areas = AREAS.filter((area) => area === '' || findNode(root, area));
  return areas.flatMap((area, index) => {
    const node = findNode(root, area);
    if (!node) return [];
    const elsewhere = (path: string): string | undefined => {
      const at = areas.indexOf(path);
      return at > 0 && path !== area ? `see ${treeHeading}.${at + 1}` : undefined;
    };
    const instead = ({ path }: { readonly path: string }): string | undefined =>
      elsewhere(path) ?? (like.has(path) ? likeText(like.get(path)) : undefined);
    const lines = printTree(node, style, { purpose, instead }).join('\n');
    return [{ number: String(index + 1), title: area === '' ? 'The root' : code(area), lines }];
  });
}

/** `as in orders/, named cart.* and carts.*` */
function likeText(module: LikeModule | undefined): string {
  if (!module) return '';
  const { as, one, many } = module;
  const names = one === many ? [one] : [one, many];
  return `as in ${as}/, named ${names.map((name) => `${name}.*`).join(' and ')}`;
}

/** Why the repository is cut here and not elsewhere, and what that costs. */
function whyPackages({ entities, blueprint, operations }: Design): { text: string }[] {
  const rules = entities.reduce((sum, { rules: own }) => sum + own.length, 0);
  const actions = entities.reduce((sum, { actions: own }) => sum + own.length, 0);
  const first = entities.find(({ actions: own }) => own.length > 0) ?? entities[0];
  if (!first) return [];
  const { One, textMany } = first.names;
  const jobs = operations.queues.reduce((sum, { jobs: own }) => sum + own.length, 0);
  return [
    {
      text: `${code('packages/core')} holds ${counted(rules, 'rule')} and ${counted(actions, 'action')} without a framework, because ${jobs > 0 ? `the designed worker with its ${counted(jobs, 'job')}` : `whatever changes ${textMany} later without a request`} will have to obey the same ones as the API.`,
    },
    {
      text: `The price: ${textMany} are spread over ${list(['apps/api', 'packages/core', 'packages/database'].map(code))}, and a new field of ${code(One)} is added in the schema, the domain, the module and the factory.`,
    },
    {
      text: `${blueprint.contexts.length === 1 ? 'One context is a folder of the application and no service of its own' : `${counted(blueprint.contexts.length, 'context')} are folders of one application and not services of their own`}: ${counted(entities.length, 'entity', 'entities')} share one transaction, and ${code('eslint.boundaries.js')} keeps the seams along which they could be cut.`,
    },
  ];
}
