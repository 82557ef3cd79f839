import { beforeAll, describe, expect, it } from 'vitest';
import { brokenDrawings, brokenLinks, filler, lintFindings } from '../support/document-checks/form.js';
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

  it('draw closed boxes, and no line that is too wide', () => {
    expect(brokenDrawings(world)).toEqual([]);
  });
});
