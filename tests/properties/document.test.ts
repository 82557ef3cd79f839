import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { designRepository } from '../../src/pipeline.js';
import { buildPart } from '../../src/plan/build.js';
import { collectRequests } from '../../src/plan/collect.js';
import { createRenderer } from '../../src/render/renderer.js';
import { arbitraryBlueprint } from '../support/arbitrary-blueprint.js';
import { brokenDrawings, brokenLinks, lintFindings } from '../support/document-checks/form.js';
import { DOCUMENT, type World, worldOf } from '../support/documents.js';
import { mermaidFault } from '../support/mermaid.js';
import { SECTION_FILES } from '../support/requirement-rows.js';

const numRuns = Math.ceil(Number(process.env.PROPERTY_RUNS ?? 15) / 3);
const renderer = createRenderer();

/** The pages, and the names of all other files. */
async function documentOf(text: string): Promise<World> {
  const { generators, design } = designRepository({ file: 'blueprint.yaml', text });
  const { files } = await buildPart(generators, design, (path) => path.startsWith(DOCUMENT), renderer);
  const requests = await collectRequests(generators, design);
  const contents = new Map(files.map((file) => [file.path, file.contents]));
  return worldOf('any', design, new Map(requests.map(({ request: { path } }) => [path, contents.get(path) ?? ''])));
}

describe('any legal blueprint', () => {
  it('has a document of clean Markdown, sound links and diagrams', { timeout: numRuns * 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBlueprint(), async (text) => {
        const world = await documentOf(text);
        const names = world.pages.map(({ path }) => path.slice(DOCUMENT.length));
        expect(SECTION_FILES.filter((name) => !names.includes(name))).toEqual([]);
        expect([...world.pages.flatMap(lintFindings), ...brokenLinks(world), ...brokenDrawings(world)]).toEqual([]);
        for (const { path, fences } of world.pages) {
          for (const { code, line } of fences.filter(({ language }) => language === 'mermaid')) {
            expect(await mermaidFault(code), `${path}:${line}`).toBeUndefined();
          }
        }
      }),
      { numRuns },
    );
  });
});
