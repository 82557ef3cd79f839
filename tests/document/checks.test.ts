import { beforeAll, describe, expect, it } from 'vitest';
import { figuresOf, unexplainedFigures, unlabelledFigures } from '../support/document-checks/figures.js';
import { brokenDrawings, brokenLinks, filler, lintFindings } from '../support/document-checks/form.js';
import { sharedSentences } from '../support/document-checks/sentences.js';
import { documentOf, type World, worldOf } from '../support/documents.js';
import { parsePage, slugOf } from '../support/markdown.js';

/** The checks of the document notice what they are there for. */
describe('a page with a fault is noticed', () => {
  let world: World;
  beforeAll(async () => {
    world = await documentOf('minimal');
  }, 60_000);

  const PAGE = 'docs/architecture/10-testing-strategy.md';
  const withText = (more: string): World =>
    worldOf(world.name, world.design, new Map([...world.files, [PAGE, `${world.files.get(PAGE) ?? ''}\n${more}\n`]]));

  it.each([
    ['a link to no file', '[there](11-nothing.md)', brokenLinks],
    ['a link to no heading', '[there](#nothing)', brokenLinks],
    ['filler', 'Alerts and so on are various.', filler],
    ['a value that was never there', 'It takes undefined seconds.', filler],
    ['an open box', '```text\n┌────┐\n│ a  │\n└────\n```', brokenDrawings],
    ['a drawing that is too wide', `\`\`\`text\n${'─'.repeat(121)}\n\`\`\``, brokenDrawings],
    ['a heading that skips a level', '#### 10.12.1.1 Deep', ({ pages }: World) => pages.flatMap(lintFindings)],
    ['a fence without a language', '```\ncode\n```', ({ pages }: World) => pages.flatMap(lintFindings)],
  ])('%s', (_, text, check) => {
    expect(check(world)).toEqual([]);
    expect(check(withText(text))).toHaveLength(1);
  });

  it('a figure that nothing accounts for', async () => {
    expect(await unexplainedFigures(withText('It serves 98,765 shops.'))).toHaveLength(1);
  });

  it('a figure that does not say how it is known', () => {
    const page = parsePage('0.md', 'It costs $12 a month.\n\nIt costs $12 a month (modelled).\n');
    expect(unlabelledFigures(page)).toEqual(['0.md:1 It costs $12 a month.']);
  });

  it('a sentence that two documents share, whatever the product is called', () => {
    const other = worldOf(
      'other',
      { ...world.design, product: { ...world.design.product, title: 'Other' } },
      new Map(),
    );
    const say = (title: string): string => `Nobody who works with ${title} ever has to wait for anything at all.`;
    const theirs = { ...other, pages: [parsePage('x.md', say('Other'))] };
    expect(sharedSentences(withText(say(world.design.product.title)), theirs, [])).toHaveLength(1);
  });
});

it.each([
  ['answers 404 and 422, never 500', []],
  ['RFC 9457, API1:2023 and A01:2025', []],
  ['PostgreSQL 18 until 2030-11, HTTP/2, ISO 27001, SOC 2', []],
  ['see section 6.3; SHA-256 and p95', []],
  ['`42` in code, [43](#x) in a link', []],
  ['1,234 rows at $0.5, 99.9 %, 3× the load', ['1,234', '0.5', '99.9', '3']],
  ['between 2–4 pods', ['2', '4']],
])('figures of "%s"', (text, figures) => {
  expect(figuresOf(text)).toEqual(figures);
});

it.each([
  ['6.3 Roles and permissions', '63-roles-and-permissions'],
  ['`GET /health`: liveness', 'get-health-liveness'],
  ['What is not shown, yet', 'what-is-not-shown-yet'],
])('GitHub calls "%s" #%s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});
