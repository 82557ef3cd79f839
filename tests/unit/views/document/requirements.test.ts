import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { appendices } from '../../../../generators/appendices.js';
import { packageRoot } from '../../../../src/package.js';
import { executiveOverviewWords } from '../../../../src/views/document/executive-overview/index.js';
import { decisionRecordWords } from '../../../../src/views/document/decision-record.js';
import { contextWordsOf } from '../../../../src/views/document/module-decomposition/context.js';
import { requirementsWords } from '../../../../src/views/document/requirements/index.js';
import { aShopDesign } from '../../../support/blueprints.js';
import { exampleDesign } from '../../../support/example-design.js';

const entities = `
Order:
  fields: { status: 'enum(open, paid) = open', scan: file? }
  lifecycle: { pay: open -> paid }
`;
const asked = (requirements: string, rest = '') =>
  aShopDesign(
    entities,
    `scale: { tenants: 40 }\nqualities: { latencyP95Ms: 250 }\nreports: { all: { from: Order, measure: count() } }\n${rest}\nrequirements:\n${requirements}`,
  );
const row = (by: string, rest = '') =>
  requirementsWords(asked(`  - { id: R1, quote: x, by: [${by}] }`, rest)).requirements[0]!;
const pages = (design: Parameters<(typeof appendices)[number]>[0]) =>
  appendices.flatMap((appendix) => appendix(design)).map(({ path: file }) => file);

describe('what was asked', () => {
  it.each([
    ['shop', '[`shop`](02-module-decomposition.md#212-shop)', '**generated**'],
    ['shop.Order.pay', '[`shop.Order.pay`](02-module-decomposition.md#212-shop)', '**generated**'],
    ['shop.Order.scan', '[`shop.Order.scan`](02-module-decomposition.md#212-shop)', '**designed**'],
    ['audit', '[`audit`](02-module-decomposition.md#22-base-contexts)', '**generated**'],
    ['tenancy', '`tenancy` ([decision 2](decisions/0002-tenancy.md))', '**generated**'],
    ['reports.all', '[`reports.all`](12-performance-and-reliability.md#121-what-is-cached)', '**designed**'],
    ['scale.tenants', '[`scale.tenants`](00-executive-overview.md#04-scale-growth-and-assumptions)', 'modelled'],
    [
      'qualities.latencyP95Ms',
      '[`qualities.latencyP95Ms`](00-executive-overview.md#01-goals-and-how-success-is-measured)',
      'target',
    ],
  ])('is answered by %s: a link, and how far it is built', (by, link, state) => {
    expect(row(by)).toMatchObject({ by: link, state, status: 'covered' });
  });

  it('is answered by an option of the stack as far as that is generated', () => {
    expect(row('stack.queue', 'stack: { queue: bullmq }')).toMatchObject({
      by: '`stack.queue` ([decision 9](decisions/0009-queue.md))',
      state: '**designed**',
    });
  });

  it('names each state once', () => {
    expect(row('shop, shop.Order, reports.all, audit').state).toBe('**generated**, **designed**');
  });

  it('is summed up, and what is not simply covered stands in the overview', () => {
    const design = asked(`
  - { id: R1, quote: x, by: [shop] }
  - { id: R2, quote: "9.5 ms", status: partial, by: [shop], note: Slower. }
  - { id: R3, quote: "y | z", status: open }
  - { id: R4, quote: no w, kind: exclusion, status: excluded }
questions: [Who pays?]`);
    const told = executiveOverviewWords(design);
    expect(told.traceLead).toContain(
      '4 requirements were put to Acme: 1 covered, 1 covered in part, 1 open and 1 left out on purpose.',
    );
    expect(told.unanswered).toEqual([
      { id: 'R2', quote: '“9.5 ms”', status: '**partial**', note: 'Slower.' },
      { id: 'R3', quote: '“y \\| z”', status: '**open**', note: '–' },
      { id: 'R4', quote: '“no w”', status: '**excluded**', note: '–' },
    ]);
    expect(told.questions).toEqual([{ text: 'Who pays?' }]);
    expect(requirementsWords(design).requirements).toHaveLength(4);
  });

  it('has a page only where something was asked, is open, or was assumed', () => {
    const appendix = 'docs/architecture/appendix-d-requirements.md';
    expect(pages(aShopDesign(entities))).not.toContain(appendix);
    expect(executiveOverviewWords(aShopDesign(entities))).toMatchObject({ hasTrace: false });
    expect(pages(asked('  - { id: R1, quote: x, status: open }'))).toContain(appendix);
    expect(pages(aShopDesign(entities, 'questions: [Who pays?]'))).toContain(appendix);
    expect(pages(aShopDesign('Order: { source: assumption, fields: { a: int } }'))).toContain(appendix);
  });
});

describe('what nobody asked for', () => {
  const design = aShopDesign(
    `
Order:
  source: assumption
  fields: { total: { type: money, source: assumption }, count: { type: int, source: brief } }
  rules: [{ check: count > 0, id: some, source: model }]
Desk: { fields: { a: int } }`,
    'roles: { clerk: { source: model, grants: [shop:read] } }',
  );

  it('is listed by kind and source', () => {
    expect(requirementsWords(design).assumed).toEqual([
      { kind: 'entities', items: '`Order`', source: 'an assumption' },
      { kind: 'fields and relations', items: '`Order.total`', source: 'an assumption' },
      { kind: 'rules', items: '`Order.some`', source: 'proposed by a language model' },
      { kind: 'roles', items: '`clerk`', source: 'proposed by a language model' },
    ]);
  });

  it('is marked where its context is told', () => {
    const [shop] = design.contexts;
    expect(contextWordsOf(design, shop!, '2.1.2').aggregates.map(({ root }) => root)).toEqual([
      '`Desk`',
      '`Order`, assumed',
    ]);
  });
});

describe('passages of the author', () => {
  const design = aShopDesign(
    entities,
    `document:
  narrative:
    summary: "Orders & money, for {scale.launch.concurrentUsers}."
    contexts: { shop: "It keeps each \`Order\`." }
    decisions: { queue: Jobs wait., orm: Jobs wait for 3 s. }`,
  );

  it('stand in place of what the document says itself', () => {
    expect(executiveOverviewWords(design).whatItIs).toBe('Orders \\& money, for 10,000 users (assumed).');
    expect(contextWordsOf(design, design.contexts[0]!, '2.1.2').lead).toBe('It keeps each `Order`.');
    const record = (id: string) =>
      decisionRecordWords(
        design.decisions.find((one) => one.id === id)!,
        design,
      );
    expect(record('queue').because).toBe('Jobs wait.');
    expect(record('orm').because).not.toContain('Jobs wait');
  });
});

describe('the requirements of the CRM', () => {
  it('are quoted from its brief', () => {
    const brief = readFileSync(path.join(packageRoot, 'examples/crm/brief.md'), 'utf8').replaceAll(/\s+/g, ' ');
    const { requirements } = exampleDesign('crm').blueprint;
    expect(requirements.filter(({ quote }) => !brief.includes(quote))).toEqual([]);
    expect(requirements.length).toBeGreaterThanOrEqual(12);
  });
});
