import { describe, expect, it } from 'vitest';

import { generators } from '../../../../generators/index.js';
import type { Design } from '../../../../src/design/model.js';
import { buildPart } from '../../../../src/plan/build.js';
import { processorWords } from '../../../../src/views/document/async-processing/processor.js';
import { runbookHeadings } from '../../../../src/views/document/observability/incidents.js';
import { objectiveWords } from '../../../../src/views/document/performance-and-reliability/objectives.js';
import { loadTestWords } from '../../../../src/views/document/performance-and-reliability/load-test.js';
import { quoted } from '../../../../src/views/document/quoted.js';
import { aBusyShop, aQuietShop } from '../../../support/busy-shop.js';
import { parsePage, type Page } from '../../../support/markdown.js';

async function pageOf(design: Design, number: '08' | '09' | '12'): Promise<Page> {
  const { files } = await buildPart(generators, design, (path) => path.startsWith(`docs/architecture/${number}-`));
  const [file] = files;
  if (!file) throw new Error(`There is no section ${number}.`);
  return parsePage(file.path, file.contents);
}

describe.each([
  ['a shop in which much follows', aBusyShop()],
  ['a shop in which nothing follows', aQuietShop()],
] as const)('sections 8, 9 and 12 of %s', (_, design) => {
  it.each(['08', '09', '12'] as const)('%s has its headings in order, and no empty table', async (number) => {
    const page = await pageOf(design, number);
    const positions = page.headings
      .filter(({ level }) => level === 2)
      .map(({ text }) => Number(/^\d+\.(\d+)/.exec(text)?.[1]));
    expect(positions).toEqual(positions.map((__, index) => index + 1));
    expect(page.tables.filter(({ rows }) => rows.length === 0)).toEqual([]);
    const said = [...page.prose.map(({ text }) => text), ...page.tables.flatMap(({ rows }) => rows.flat())].join('\n');
    expect(said).not.toMatch(/undefined|NaN|\[object/);
  });

  it('lead from each alert to the heading of its runbook', async () => {
    const page = await pageOf(design, '09');
    const slugs = page.headings.map(({ slug }) => slug);
    const wanted = runbookHeadings(design).map(({ link }) => /#([^)]*)/.exec(link)?.[1]);
    expect(wanted.filter((slug) => !slugs.includes(slug ?? ''))).toEqual([]);
  });
});

describe('the processor that section 8 shows', () => {
  it('is the urgent job, with what its condition asks of the event', () => {
    const { processor, processorPath } = processorWords(aBusyShop());
    expect(processorPath).toBe('apps/worker/src/reactions/shop/commit-reservation-on-order-paid.ts');
    expect(processor).toContain("where: 'order == event.id',");
    expect(processor).toContain("await reservations.take(tx, actorOf(event), reservation.id, 'commit');");
  });

  it('says what the outbox does not store yet', () => {
    const design = aBusyShop();
    const queues = design.operations.queues.map((queue) => ({
      ...queue,
      jobs: queue.jobs.map((job) => ({ ...job, ...(job.where !== undefined && { where: 'id == event.reservation' }) })),
    }));
    const { jobLead, processor } = processorWords({ ...design, operations: { ...design.operations, queues } });
    expect(jobLead).toContain('`reservation`');
    expect(processor).toContain('reservation: z.uuid()');
  });

  it('is absent where there are no jobs', () => {
    expect(processorWords(aQuietShop()).hasProcessor).toBe(false);
  });
});

describe('the arithmetic of the availability', () => {
  it('says in bold when the promise is not covered', () => {
    const { availabilityVerdict } = objectiveWords(aBusyShop('qualities: { availabilityPercent: 99.99 }'));
    expect(availabilityVerdict).toMatch(/\*\*the promise about orders is not covered/);
  });
});

describe('the load test', () => {
  it('fails when an objective is missed', () => {
    const { thresholds } = loadTestWords(aBusyShop('qualities: { latencyP95Ms: 120, availabilityPercent: 99.9 }'));
    expect(thresholds.map(({ line }) => line)).toEqual([
      "'http_req_duration{kind:read}': ['p(95)<120'],",
      "'http_req_duration{kind:write}': ['p(95)<240'],",
      "http_req_failed: ['rate<0.001'],",
    ]);
  });

  it('asks routes that there are', () => {
    const design = aBusyShop();
    const routes = design.endpoints.map(({ method, path }) => `${method} ${path}`);
    const asked = design.operations.loadTest.mix.map(({ method, path }) => `${method} ${path}`);
    expect(asked.filter((route) => !routes.includes(route))).toEqual([]);
    expect(asked).toContain('POST /api/v1/orders/:id/pay');
  });

  it('sends as much as the launch asks for', () => {
    const { mix, targetPerSecond } = aBusyShop().operations.loadTest;
    const sum = mix.reduce((total, { perSecond }) => total + perSecond.value, 0);
    expect(Math.abs(sum - targetPerSecond.value)).toBeLessThan(1);
  });
});

describe('text of a blueprint as code', () => {
  it.each([
    ['order.paid', '`order.paid`'],
    ["a == 'b'", "`a == 'b'`"],
    ['a | b', 'a \\| b'],
    ['a`b', 'a\\`b'],
  ])('%s is %s', (text, written) => {
    expect(quoted(text)).toBe(written);
  });
});
