import { z } from 'zod';
import { type Dependency, dependenciesOf } from '../../design/dependencies.js';
import type { Design } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { byCodePoint } from '../../text/order.js';
import { jsonString } from '../../text/escape.js';

/** Folder → the packages of the workspace that it imports, as in `eslint.boundaries.js`. */
export const OWN_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'apps/api': ['auth', 'common', 'core', 'database'],
  'packages/auth': ['common', 'core'],
  'packages/common': [],
  'packages/core': [],
  'packages/database': ['auth', 'common', 'core'],
};
export const WORKSPACES = Object.keys(OWN_PACKAGES);

const group = z.object({
  key: z.string(),
  entries: z.array(z.object({ name: z.string(), version: z.string(), comma: z.string() })),
});

export const rootManifestView = defineView({
  templates: ['stack/packageManager/npm/package.json.hbs', 'stack/packageManager/pnpm/package.json.hbs'],
  schema: z.object({ name: z.string(), summary: z.string(), groups: z.array(group) }),
});

export const packageManifestView = defineView({
  templates: ['packages/package.json.hbs'],
  schema: z.object({ scope: z.string(), name: z.string(), groups: z.array(group) }),
});

export const applicationManifestView = defineView({
  templates: ['apps/package.json.hbs'],
  schema: z.object({ scope: z.string(), name: z.string(), groups: z.array(group) }),
});

export function rootManifestWords(design: Design): z.infer<typeof rootManifestView.schema> {
  const { name, summary } = design.product;
  return { name, summary: jsonString(summary), groups: groupsOf(design, '.') };
}

export function manifestWords(design: Design, folder: string): z.infer<typeof packageManifestView.schema> {
  return {
    scope: design.product.scope,
    name: folder.slice(folder.lastIndexOf('/') + 1),
    groups: groupsOf(design, folder),
  };
}

type Group = z.infer<typeof group>;

function groupsOf(design: Design, folder: string): Group[] {
  const used = dependenciesOf(design).filter(({ usedBy }) => usedBy.includes(folder));
  const ofKind = (kind: Dependency['kind']) => used.filter((each) => each.kind === kind);
  const linked = design.stack.packageManager === 'pnpm' ? 'workspace:*' : '*';
  const own = (OWN_PACKAGES[folder] ?? []).map((name) => ({
    name: `${design.product.scope}/${name}`,
    version: linked,
  }));
  return [
    { key: 'dependencies', entries: [...own, ...ofKind('runtime')] },
    { key: 'devDependencies', entries: ofKind('development') },
  ]
    .filter(({ entries }) => entries.length > 0)
    .map(({ key, entries }) => ({ key, entries: withCommas(entries) }));
}

function withCommas(entries: readonly { readonly name: string; readonly version: string }[]): Group['entries'] {
  const ordered = [...entries].sort((a, b) => byCodePoint(a.name, b.name));
  return ordered.map(({ name, version }, index) => ({ name, version, comma: index < ordered.length - 1 ? ',' : '' }));
}
