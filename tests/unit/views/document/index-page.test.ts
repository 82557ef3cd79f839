import { describe, expect, it } from 'vitest';

import { document } from '../../../../generators/document.js';
import { generators } from '../../../../generators/index.js';
import { sections } from '../../../../generators/sections.js';
import type { Design } from '../../../../src/design/model.js';
import { buildPart } from '../../../../src/plan/build.js';
import { figuresOf } from '../../../../src/views/document/index-page/figures.js';
import { SECTION_LINES } from '../../../../src/views/document/index-page/section-lines.js';
import { indexPageWords } from '../../../../src/views/document/index-page/index.js';
import { aShopDesign } from '../../../support/blueprints.js';

const open = aShopDesign(`
Customer: { fields: { name: string(80) personal, email: email personal } }
Order:
  fields:
    status: enum(open, closed) = open
  lifecycle: { close: { from: open, to: closed, emits: order.closed } }
`);
const plain = aShopDesign('Note: { fields: { text: string(80) } }', 'tenancy: single');

const cover = (design: Design): Record<string, string> =>
  Object.fromEntries(indexPageWords(design, sections, []).cover.map(({ name, value }) => [name, value]));

describe('the index', () => {
  it('lists the 15 sections, each with a line of its own', () => {
    const words = indexPageWords(open, sections, []);
    expect(words.sections.map(({ number }) => Number(number))).toEqual([...Array(15).keys()]);
    expect(Object.keys(SECTION_LINES)).toEqual(sections.map(({ id }) => id));
    expect(words.sections.filter(({ says }) => says === '')).toEqual([]);
  });

  it('links every record and appendix that is written', async () => {
    const paths = (await document.files(open)).map(({ path }) => path);
    const { decisions, appendices } = indexPageWords(open, sections, paths);
    const linked = [...decisions, ...appendices].map(({ file }) => `docs/architecture/${file}`);
    expect(paths.filter((path) => /\/(?:decisions|appendix-)/.test(path)).sort()).toEqual(linked.sort());
  });

  it('is classified by the personal data of the system', () => {
    expect(cover(open).Classification).toBe('Confidential: tells where 2 personal fields of Customer are kept');
    expect(cover(plain).Classification).toMatch(/^Internal/);
    expect(cover(plain).Serves).toBe('one organization');
  });

  it.each([
    ['a system with events', open],
    ['a system without', plain],
  ])('lists figures of %s that are there', async (_, design) => {
    const { files } = await buildPart(generators, design, (path) => path.startsWith('docs/'));
    for (const { id, file } of sections) {
      const page = files.find(({ path }) => path.endsWith(`/${file}`))?.contents ?? '';
      const drawn = page.split('```mermaid').length - 1;
      const listed = figuresOf(design).filter(({ section }) => section === id).length;
      expect(drawn, id).toBeGreaterThanOrEqual(listed);
    }
  });
});
