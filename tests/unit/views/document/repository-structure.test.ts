import { beforeAll, describe, expect, it } from 'vitest';

import { generators } from '../../../../generators/index.js';
import type { Design } from '../../../../src/design/model.js';
import { collectRequests } from '../../../../src/plan/collect.js';
import { repositoryStructureWords } from '../../../../src/views/document/repository-structure/index.js';
import { purposesOf } from '../../../../src/views/document/repository-structure/purpose-of.js';
import { printTree, TREE_STYLES, treeOf } from '../../../../src/views/document/repository-structure/tree.js';
import { aShopDesign } from '../../../support/blueprints.js';

const entities = `
Order:
  fields:
    name: string(80)
    status: enum(open, closed) = open
  lifecycle: { close: open -> closed }
  relations:
    lines: OrderLine[] owned
OrderLine: { fields: { quantity: int } }
Country: { tenancy: global, fields: { code: string(2) unique } }
Currency: { tenancy: global, fields: { code: string(3) unique } }
`;

async function pathsOf(design: Design): Promise<string[]> {
  return (await collectRequests(generators, design)).map(({ request }) => request.path);
}

/** The paths that the printed trees name; what stands in one line is taken from the module it is said to be like. */
function pathsIn(trees: readonly { readonly lines: string }[]): string[] {
  const found: string[] = [];
  const like: { folder: string; as: string; names: string[] }[] = [];
  for (const { lines } of trees) {
    const [head = '', ...rest] = lines.split('\n');
    const base = (head.split(' ')[0] ?? '').replace(/^\.\/$/, '').replace(/\/$/, '');
    const open: string[] = base === '' ? [] : [base];
    const floor = open.length;
    for (const line of rest) {
      const [, indent = '', name = '', purpose = ''] =
        /^((?:[│|] {3}| {4})*)(?:├── |└── |\|-- |`-- )(\S+) *(.*)$/.exec(line) ?? [];
      open.length = floor + indent.length / 4;
      const path = [...open, name.replace(/\/$/, '')].join('/');
      if (!name.endsWith('/')) found.push(path);
      else open.push(name.slice(0, -1));
      const [, as, names = ''] = /^as in (\S+)\/, named (.*)$/.exec(purpose) ?? [];
      if (as !== undefined)
        like.push({ folder: path, as, names: names.split(' and ').map((one) => one.replace('.*', '')) });
    }
  }
  for (const { folder, as, names } of like) {
    const other = found.filter((path) => path.includes(`/modules/`) && path.split('/').at(-2) === as);
    const stems = [...new Set(other.map((path) => (path.split('/').at(-1) ?? '').split('.')[0] ?? ''))].sort();
    const own = names.length === 1 ? [names[0] ?? '', names[0] ?? ''] : names;
    const plural = stems.find((stem) => stem === as) ?? '';
    for (const path of other) {
      const file = path.split('/').at(-1) ?? '';
      const stem = file.split('.')[0] ?? '';
      found.push(`${folder}/${stem === plural ? (own[1] ?? '') : (own[0] ?? '')}${file.slice(stem.length)}`);
    }
  }
  return found.sort();
}

describe('the tree of the repository', () => {
  const design = aShopDesign(entities);
  let paths: string[];
  beforeAll(async () => {
    paths = await pathsOf(design);
  });

  it('names every file that is written, and no other', () => {
    const { trees } = repositoryStructureWords(design, { paths });
    expect(pathsIn(trees)).toEqual([...paths, '.blueprint/manifest.json'].sort());
  });

  it('is 120 columns wide at most, and names a purpose for every file and folder', () => {
    const { trees } = repositoryStructureWords(design, { paths });
    const lines = trees.flatMap((tree) => tree.lines.split('\n'));
    expect(lines.filter((line) => [...line].length > 120)).toEqual([]);
    const purpose = purposesOf(design);
    expect(paths.filter((path) => purpose({ path, name: path.split('/').at(-1) ?? '' }) === '')).toEqual([]);
    expect(lines.filter((line) => !/ {2}\S/.test(line.replace(/^[│├└─|`\- ]+/u, '')))).toEqual([]);
  });

  it('prints one module of each kind in full, and the others on a line', () => {
    const { trees } = repositoryStructureWords(design, { paths });
    const text = trees.map((tree) => tree.lines).join('\n');
    expect(text).toMatch(/currencies\/ +as in countries\/, named currency\.\* and currencies\.\*/);
    expect(text).toMatch(/orders\/ +as in order-lines\/, named order\.\* and orders\.\*/);
    expect(text).toContain('order-lines.service.ts');
  });

  it('can be drawn with 7-bit characters', () => {
    const lines = printTree(treeOf(['a/b.ts', 'a/c/d.ts', 'e.ts']), TREE_STYLES.ascii, {
      purpose: () => '',
      instead: () => undefined,
    });
    expect(lines).toEqual(['./', '|-- a/', '|   |-- b.ts', '|   `-- c/', '|       `-- d.ts', '`-- e.ts']);
  });

  it('says which folders are designed, for this system only', () => {
    const { designed, packages } = repositoryStructureWords(design, { paths });
    expect(designed.map(({ path }) => path)).toContain('`observability/dashboards`');
    expect(designed.map(({ path }) => path)).not.toContain('`packages/integrations`');
    expect(packages.find(({ folder }) => folder === '`apps/worker`')?.state).toBe('**designed**');
    expect(packages.find(({ folder }) => folder === '`packages/core`')?.state).toBe('**generated**');
  });
});
