import fc from 'fast-check';
import * as prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';

import { designRepository } from '../../src/pipeline.js';
import { buildPlan } from '../../src/plan/build.js';
import type { PlannedFile } from '../../src/plan/model.js';
import { formatOptionsOf } from '../../src/render/format.js';
import { createRenderer } from '../../src/render/renderer.js';
import { arbitraryBlueprint } from '../support/arbitrary-blueprint.js';
import { prismaComplaint } from '../support/prisma-schema.js';
import { syntaxErrors } from '../support/syntax.js';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 15);
const renderer = createRenderer();

describe('any legal blueprint', () => {
  it('renders to a repository whose files all parse', { timeout: numRuns * 20_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBlueprint(), async (text) => {
        const { generators, design } = designRepository({ file: 'blueprint.yaml', text });
        const { files } = await buildPlan(generators, design, renderer);
        expect(files.flatMap(complaints)).toEqual([]);
      }),
      { numRuns },
    );
  });
});

describe('the formatter of any generated repository', () => {
  it('finds nothing to change', { timeout: numRuns * 20_000 }, async () => {
    const agreed = new Set<string>();
    await fc.assert(
      fc.asyncProperty(arbitraryBlueprint(), async (text) => {
        const { generators, design } = designRepository({ file: 'blueprint.yaml', text });
        const { files } = await buildPlan(generators, design, renderer);
        for (const { path, contents } of files.filter((file) => isFormatted(file) && !agreed.has(file.contents))) {
          expect(await prettier.format(contents, { ...formatOptionsOf(path), filepath: path }), path).toBe(contents);
          agreed.add(contents);
        }
      }),
      { numRuns: Math.ceil(numRuns / 5) },
    );
  });
});

/** The user's own blueprint is copied as it is. Of musical notation and its like the two formatters measure other widths in tables. */
function isFormatted({ path, contents }: PlannedFile): boolean {
  if (path === 'blueprint.yaml' || !/\.(ts|js|json|md|ya?ml)$/.test(path)) return false;
  return !path.endsWith('.md') || !/[\u{10000}-\u{10FFFF}]/u.test(contents);
}

/** Most files are the same for every blueprint: each text is looked at once. */
const sound = new Set<string>();

function complaints(file: PlannedFile): string[] {
  if (sound.has(file.contents)) return [];
  const found = complaintsOf(file);
  if (found.length === 0) sound.add(file.contents);
  return found;
}

/** What the language of a file has against its text. */
function complaintsOf({ path, contents }: PlannedFile): string[] {
  const extension = /\.(\w+)$/.exec(path)?.[1];
  if (extension === 'ts' || extension === 'js') return syntaxErrors(path, contents);
  if (extension === 'prisma') return [prismaComplaint(contents)].filter((complaint) => complaint !== undefined);
  if (extension === 'json') return attempt(path, () => void JSON.parse(contents));
  if (extension === 'yaml' || extension === 'yml') {
    return parseAllDocuments(contents)
      .flatMap((document) => ('errors' in document ? document.errors : []))
      .map(({ message }) => `${path} ${message}`);
  }
  return [];
}

function attempt(path: string, parse: () => void): string[] {
  try {
    parse();
    return [];
  } catch (error) {
    return [`${path} ${String(error)}`];
  }
}
