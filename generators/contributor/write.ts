import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Design } from '../../src/design/model.js';
import { buildPlan } from '../../src/plan/build.js';
import { formatText } from '../../src/render/format.js';
import type { Contribution } from './contributor.js';
import { addListLine } from './list-line.js';

/** What a contribution changes in a checkout, by path. */
export interface Changes {
  readonly created: ReadonlyMap<string, string>;
  readonly edited: ReadonlyMap<string, string>;
}

/** Everything is rendered, formatted and compared with the checkout before anything is written. */
export async function planContribution({ files, lines }: Contribution, root: string): Promise<Changes> {
  const plan = await buildPlan([{ id: 'contribution', description: '', files: () => files }], {} as Design);
  const created = new Map(plan.files.map(({ path, contents }) => [path, contents]));
  for (const path of created.keys()) {
    if (existsSync(join(root, path))) throw new Error(`${path} exists already; choose another name.`);
  }
  const edited = new Map<string, string>();
  for (const line of lines) {
    const before = edited.get(line.file) ?? (await readFile(join(root, line.file), 'utf8'));
    const after = await formatText(line.file, addListLine(before, line));
    if ('fault' in after) throw new Error(`${line.file}:${after.fault.line} ${after.fault.message}`);
    edited.set(line.file, after.text);
  }
  return { created, edited };
}

/** Writes all of it; a failure takes the new files away again. */
export async function writeContribution({ created, edited }: Changes, root: string): Promise<void> {
  const written: string[] = [];
  try {
    for (const [path, contents] of created) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), contents, { flag: 'wx' });
      written.push(path);
    }
    for (const [path, contents] of edited) await writeFile(join(root, path), contents);
  } catch (error) {
    for (const path of written) await rm(join(root, path), { force: true });
    throw error;
  }
}
