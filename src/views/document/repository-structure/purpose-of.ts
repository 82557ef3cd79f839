import type { Design, EntityDesign } from '../../../design/model.js';
import { oneLine } from '../../../text/escape.js';
import { contextFolder, coreFile, moduleFolder } from '../../entity-module/paths.js';
import { counted } from '../words.js';
import { PURPOSES, purposeOfKind } from './purposes.js';
import type { TreeNode } from './tree.js';

/** What each file and folder of this system is for, by its path. Empty only for what nobody described. */
export function purposesOf(design: Design): (node: Pick<TreeNode, 'name' | 'path'>) => string {
  const root: [string, string] = ['', short(design.product.summary)];
  const own = new Map([root, ...contextPurposes(design), ...design.entities.flatMap(entityPurposes)]);
  return ({ name, path }) => own.get(path) ?? PURPOSES[path] ?? pagePurpose(path) ?? purposeOfKind(name) ?? '';
}

function contextPurposes({ contexts }: Design): [string, string][] {
  return contexts.flatMap((one) => {
    const folder = contextFolder(one);
    const names = one.entities.map(({ names: { One } }) => One).join(', ');
    const says = short(one.context.summary);
    return [
      [`apps/api/src/modules/${folder}`, says],
      [`packages/core/src/${folder}`, says],
      [`packages/database/src/seed-data/${folder}.ts`, short(`rows of ${names}`)],
    ] satisfies [string, string][];
  });
}

function entityPurposes(one: EntityDesign): [string, string][] {
  const { entity, names, rules, actions } = one;
  const parts = [
    counted(one.fields.length, 'field'),
    ...(rules.length > 0 ? [counted(rules.length, 'rule')] : []),
    ...(actions.length > 0 ? [counted(actions.length, 'action')] : []),
  ];
  return [
    [moduleFolder(one), short(entity.summary ?? names.textMany)],
    [`packages/core/src/${coreFile(one)}.ts`, `${names.One}: ${parts.join(', ')}`],
    [`packages/core/src/${coreFile(one)}.spec.ts`, `rules and states of ${names.One}`],
  ];
}

/** `docs/architecture/06-security.md`, a decision record or an appendix. */
function pagePurpose(path: string): string | undefined {
  const [, section, name = ''] = /^docs\/architecture\/(\d\d)-([a-z-]+)\.md$/.exec(path) ?? [];
  if (section !== undefined) return `section ${Number(section)}: ${name.replaceAll('-', ' ')}`;
  const [, number, question = ''] = /^docs\/architecture\/decisions\/(\d+)-([a-z-]+)\.md$/.exec(path) ?? [];
  if (number !== undefined) return `decision ${Number(number)}: ${question.replaceAll('-', ' ')}`;
  const [, letter, appendix = ''] = /^docs\/architecture\/appendix-([a-z])-([a-z-]+)\.md$/.exec(path) ?? [];
  if (letter !== undefined) return `appendix ${letter.toUpperCase()}: ${appendix.replaceAll('-', ' ')}`;
  return path === 'docs/architecture/README.md' ? 'cover and table of contents' : undefined;
}

const maxLength = 60;

/** As much of a text as fits a line of the tree. */
function short(text: string): string {
  const line = oneLine(text).replace(/\.$/, '');
  if (line.length <= maxLength) return line;
  const cut = line.slice(0, maxLength - 1);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : undefined)}…`;
}
