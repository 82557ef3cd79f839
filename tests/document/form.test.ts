import { beforeAll, describe, expect, it } from 'vitest';
import { brokenDrawings, brokenLinks, filler, lintFindings } from '../support/document-checks/form.js';
import { mermaidFault } from '../support/mermaid.js';
import { documentOf, EXAMPLES, type World } from '../support/documents.js';

describe.each(EXAMPLES)('the pages of %s', (example) => {
  let world: World;
  beforeAll(async () => {
    world = await documentOf(example);
  }, 60_000);

  it('are clean Markdown', () => {
    expect(world.pages.flatMap(lintFindings)).toEqual([]);
  });

  it('lead only to what is there', () => {
    expect(brokenLinks(world)).toEqual([]);
  });

  it('hold no filler', () => {
    expect(filler(world)).toEqual([]);
  });

  it('hold diagrams that Mermaid accepts', async () => {
    const faults: string[] = [];
    let diagrams = 0;
    for (const { path, fences } of world.pages) {
      for (const { code, line } of fences.filter(({ language }) => language === 'mermaid')) {
        diagrams += 1;
        const fault = await mermaidFault(code);
        if (fault !== undefined) faults.push(`${path}:${line} ${fault}`);
      }
    }
    expect(faults).toEqual([]);
    expect(diagrams).toBeGreaterThanOrEqual(5);
  });

  it('draw closed boxes, and no line that is too wide', () => {
    expect(brokenDrawings(world)).toEqual([]);
  });
});

it('the parser of Mermaid refuses what is broken', async () => {
  expect(await mermaidFault('flowchart LR\n  a["whole"] --> b')).toBeUndefined();
  expect(await mermaidFault('flowchart LR\n  a["open --> b')).toMatch(/error/i);
});
