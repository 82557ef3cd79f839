import path from 'node:path';
import type { Design } from '../../src/design/model.js';
import { planRepository, readSource } from '../../src/pipeline.js';
import { packageRoot } from '../../src/render/load.js';
import { type Page, parsePage } from './markdown.js';

export const EXAMPLES = ['ecommerce', 'minimal', 'crm'] as const;
export type Example = (typeof EXAMPLES)[number];

/** Where the document stands in a repository. */
export const DOCUMENT = 'docs/architecture/';

/** A system with everything that is written for it, and its document taken apart. */
export interface World {
  readonly name: string;
  readonly design: Design;
  /** Contents by path, of the whole repository. */
  readonly files: ReadonlyMap<string, string>;
  readonly pages: readonly Page[];
}

export async function documentOf(example: Example): Promise<World> {
  const file = path.join(packageRoot, 'examples', example, 'blueprint.yaml');
  const { design, plan } = await planRepository(await readSource(file));
  return worldOf(example, design, new Map(plan.files.map(({ path: name, contents }) => [name, contents])));
}

export function worldOf(name: string, design: Design, files: ReadonlyMap<string, string>): World {
  const pages = [...files]
    .filter(([file]) => file.startsWith(DOCUMENT) && file.endsWith('.md'))
    .map(([file, contents]) => parsePage(file, contents));
  return { name, design, files, pages };
}

/** The page whose file name begins with the number of the section. */
export function sectionOf({ pages }: World, number: number): Page | undefined {
  const prefix = `${DOCUMENT}${String(number).padStart(2, '0')}-`;
  return pages.find(({ path: name }) => name.startsWith(prefix));
}

/** The part of a page below a heading, up to the next one that is not deeper. */
export function below(page: Page, title: RegExp): Page | undefined {
  const start = page.headings.find(({ text }) => title.test(text));
  if (!start) return undefined;
  const next = page.headings.find(({ line, level }) => line > start.line && level <= start.level);
  const lines = page.text.split('\n').slice(start.line, next ? next.line - 1 : undefined);
  return parsePage(page.path, lines.join('\n'));
}
