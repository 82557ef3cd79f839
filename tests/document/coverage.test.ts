import { beforeAll, describe, expect, it } from 'vitest';
import { linksOf, type Page, textsOf } from '../support/markdown.js';
import { below, DOCUMENT, documentOf, EXAMPLES, sectionOf, type World } from '../support/documents.js';
import { READINESS, ROWS, SECTION_FILES, type Shown } from '../support/requirement-rows.js';

describe.each(EXAMPLES)('the document of %s', (example) => {
  let world: World;
  beforeAll(async () => {
    world = await documentOf(example);
  }, 60_000);

  const pagesAt = (pattern: RegExp): Page[] =>
    world.pages.filter(({ path }) => pattern.test(path.slice(DOCUMENT.length)));

  it('has the fifteen sections, and no other file beside them with a number', () => {
    expect(pagesAt(/^\d\d-/).map(({ path }) => path.slice(DOCUMENT.length))).toEqual([...SECTION_FILES]);
  });

  it('is linked from its index, section by section and record by record', () => {
    const [index] = pagesAt(/^README\.md$/);
    const targets = index ? linksOf(index).map(({ target }) => target.replace(/#.*$/, '')) : [];
    const others = pagesAt(/./)
      .map(({ path }) => path.slice(DOCUMENT.length))
      .filter((name) => name !== 'README.md');
    expect(others.filter((name) => !targets.includes(name))).toEqual([]);
  });

  it('has the headings of the rows of each section first, in their order', () => {
    const wrong = SECTION_FILES.flatMap((_, number) => {
      const wanted = ROWS.filter((row) => row.number.startsWith(`${number}.`)).map((row) => row.number);
      const headings = sectionOf(world, number)?.headings ?? [];
      const found = headings.filter(({ level }) => level === 2).map(({ text }) => text.split(' ')[0] ?? '');
      const further = found.map((_unused, index) => `${number}.${index + 1}`);
      return [
        headings[0]?.text.startsWith(`${number}. `)
          ? []
          : [`section ${number} is called ${headings[0]?.text ?? 'nothing'}`],
        wanted.filter((row) => !found.includes(row)).map((row) => `section ${number} has no heading ${row}`),
        found.join() === further.join() ? [] : [`section ${number} is numbered ${found.join(' ')}`],
      ].flat();
    });
    expect(wrong).toEqual([]);
  });

  it('holds something of the kind that is expected under each of them', () => {
    const { design } = world;
    // A system without reactions has no queues to show; it says so in a sentence.
    const empty = ROWS.flatMap(({ number, about, shown }) => {
      const section = sectionOf(world, Number(number.split('.')[0]));
      const part = section && below(section, new RegExp(`^${number.replace('.', '\\.')} `));
      if (!part) return [`${number} is missing: ${about}`];
      const isNeeded = !number.startsWith('8.') || design.blueprint.reactions.length > 0;
      if (isNeeded && shown.length > 0 && !shown.some((kind) => shows(part, kind)))
        return [`${number} shows no ${shown.join(' or ')}: ${about}`];
      return wordsOf(part) < 12 && shown.length === 0 ? [`${number} says next to nothing: ${about}`] : [];
    });
    expect(empty).toEqual([]);
  });

  it('has a checklist of production readiness, each row with its evidence', () => {
    const tables = pagesAt(/readiness/).flatMap((page) => page.tables);
    const rows = tables.flatMap((table) => table.rows);
    const titles = rows.map(([, title = '']) => title);
    expect(READINESS.filter((pattern) => !titles.some((title) => pattern.test(title))).map(String)).toEqual([]);
    const evidence = rows.filter((row) => !/proved|open/.test(row.at(-2) ?? '') || row.at(-1) === '');
    expect(evidence).toEqual([]);
  });

  it('has decision records with options, costs, risks and alternatives', () => {
    const records = pagesAt(/^decisions\/\d{4}-[a-z0-9-]+\.md$/);
    expect(records.length).toBeGreaterThanOrEqual(6);
    const thin = records.filter(
      ({ tables, headings }) =>
        tables.length === 0 ||
        !['options', 'what it costs', 'risks', 'ask again', 'other circumstances'].every((word) =>
          headings.some(({ text }) => new RegExp(word, 'i').test(text)),
        ),
    );
    expect(thin.map(({ path }) => path)).toEqual([]);
  });

  it('says under which file each excerpt stands, and numbers every heading of a section', () => {
    const sections = pagesAt(/^\d\d-/);
    const unnumbered = sections.flatMap(({ path, headings }) =>
      headings.filter(({ text }) => !/^\d/.test(text)).map(({ text, line }) => `${path}:${line} ${text}`),
    );
    expect(unnumbered).toEqual([]);
    const bare = sections.flatMap(({ path, fences }) =>
      fences
        .filter(({ language }) => language === '')
        .map(({ line }) => `${path}:${line} has a fence without a language`),
    );
    expect(bare).toEqual([]);
  });
});

function shows(page: Page, kind: Shown): boolean {
  switch (kind) {
    case 'table':
      return page.tables.some(({ rows }) => rows.length > 0);
    case 'fence':
      return page.fences.length > 0;
    case 'diagram':
      return page.fences.some(({ language }) => language === 'mermaid' || language === 'text');
    case 'list':
      return /^(?:[-*]|\d+\.) /m.test(page.text);
    case 'link':
      return linksOf(page).length > 0;
  }
}

function wordsOf(page: Page): number {
  return textsOf(page)
    .map(({ text }) => text)
    .join(' ')
    .split(/\s+/).length;
}
