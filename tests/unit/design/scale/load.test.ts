import { describe, expect, it } from 'vitest';
import type { Design } from '../../../../src/design/model.js';
import { factorIn, keptMonths } from '../../../../src/design/scale/growth.js';
import { effectsOfRow, partnerEffects, scheduledPerMinute } from '../../../../src/design/scale/jobs.js';
import { creationWeights } from '../../../../src/design/scale/weights.js';
import { aShopDesign, entityOf } from '../../../support/blueprints.js';

const orders = `
Customer: { fields: { name: string(200) } }
Order:
  fields: { 'status': 'enum(open, paid, closed) = open' }
  relations: { customer: Customer, lines: 'Line[] owned' }
  lifecycle:
    pay: { from: open, to: paid, emits: order.paid }
    close: { from: paid, to: closed, emits: order.closed }
Line: { fields: { quantity: int } }
Payment:
  fields: { amount: money }
  relations: { order: Order }`;

/** 10,000 users, 2 requests each a minute, 10 % of which write, 30 % of those add a row: 333 requests/s at peak, 4.38 million rows a month. */
const scale = 'scale: { concurrentUsers: 10000, tenants: 200, growth: { months12: 2, months36: 8 } }';

function growthOf(months12: number, months36: number): Design['blueprint']['scale']['growth'] {
  return { months12, months36 };
}

describe('growth', () => {
  it.each([
    ['the first month is what growth is counted from', 1, 1],
    ['month 12 is what the blueprint says', 12, 2],
    ['month 36 is what the blueprint says', 36, 8],
    ['in between it is even by percent', 24, 4],
  ])('%s', (_, month, want) => {
    expect(factorIn(month, growthOf(2, 8))).toBeCloseTo(want);
  });

  it.each([
    ['one month of a load that stays', 'launch', undefined, 1],
    ['twelve of them', 'months12', undefined, 12],
    ['only the last where older rows are removed', 'months36', 365 / 12, 1],
    ['half of the last where they are removed sooner', 'months36', 365 / 24, 0.5],
  ] as const)('keeps %s', (_, stage, days, want) => {
    expect(keptMonths(stage, growthOf(1, 1), days)).toBeCloseTo(want);
  });
});

describe('new rows', () => {
  it('are as many as requests that write and add one', () => {
    const { workload, tables } = aShopDesign(orders, scale).scale;
    expect(workload.launch.peakRequestsPerSecond.value).toBeCloseTo(333.33, 1);
    expect(workload.launch.averageRequestsPerSecond.value).toBeCloseTo(111.11, 1);
    expect(workload.launch.requestsPerMonth.value).toBe(146_000_000);
    expect(workload.launch.rowsPerMonth.value).toBe(4_380_000);
    expect(tables.AuditLog?.rowsPerMonth.value).toBe(14_600_000);
  });

  it('are divided by what belongs to what, and by who has rows of their own', () => {
    const shared = creationWeights(aShopDesign(orders));
    expect(Object.fromEntries(shared)).toEqual({ Customer: 1, Order: 1, Line: 3, Payment: 1 });
    const own = creationWeights(
      aShopDesign(orders, 'roles: { buyer: { summary: B, grants: [shop.Order:create:own] } }'),
    );
    expect(Object.fromEntries(own)).toEqual({ Customer: 1, Order: 20, Line: 60, Payment: 20 });
  });

  it('are what the blueprint says, and the others share the rest', () => {
    const { tables } = aShopDesign(
      orders,
      `${scale.slice(0, -1)}, behaviour: { rowsPerMonth: { Customer: 380000 } } }`,
    ).scale;
    expect(tables.Customer?.rowsPerMonth.value).toBe(380_000);
    expect(tables.Order?.rowsPerMonth.value).toBe(800_000);
    expect(tables.Line?.rowsPerMonth.value).toBe(2_400_000);
  });

  it('of reference data come with no request', () => {
    const { tables } = aShopDesign(
      'Country: { tenancy: global, fields: { name: text } }\nShop: { fields: { name: text } }',
    ).scale;
    expect(tables.Country?.rowsPerMonth.value).toBe(0);
    expect(tables.Country?.rows.launch.value).toBe(tables.Country?.rows.months36.value);
  });

  it('go by age only where a row comes to an end', () => {
    const kept = aShopDesign(orders, scale).scale.tables;
    const { tables } = aShopDesign(orders, `${scale}\nqualities: { retentionDays: 365 }`).scale;
    expect(tables.Order!.rows.months36.value).toBeLessThan(kept.Order!.rows.months36.value);
    expect(tables.Customer!.rows.months36.value).toBe(kept.Customer!.rows.months36.value);
  });
});

describe('jobs', () => {
  const reactions = `
reactions:
  - { on: order.paid, notify: customer, template: thanks }
  - { on: order.created, call: bank.check }
  - { on: bank.settled, notify: customer, template: settled }
  - { every: 30s, do: shop.Order.close }
  - { cron: 0 3 * * *, notify: customer, template: reminder }
integrations: { bank: { kind: payments, receives: [settled] } }
webhooks: { events: [order.paid, order.closed] }`;
  const system = aShopDesign(orders, reactions);
  const rates = { subscribersPerEvent: 1, updatesPerRow: 2 };

  it('follow from the events of a row: reactions, and one delivery per subscriber', () => {
    expect(effectsOfRow(entityOf(system, 'Order'), system.blueprint, rates)).toEqual({
      events: 3,
      jobs: 4,
      messages: 1,
    });
    expect(effectsOfRow(entityOf(system, 'Payment'), system.blueprint, rates)).toEqual({
      events: 0,
      jobs: 0,
      messages: 0,
    });
  });

  it('follow from what partners send: taking it in, and what reacts to it', () => {
    expect(partnerEffects(system.blueprint)).toEqual({ kinds: 1, jobs: 2 });
  });

  it('follow from the clock', () => {
    expect(scheduledPerMinute(system.blueprint)).toBe(3);
  });

  it('are none where nothing happens by itself', () => {
    const { workload, capacity } = aShopDesign(orders).scale;
    expect(workload.months36.peakJobsPerMinute.value).toBe(0);
    expect(capacity.months36.workerPods.value).toBe(0);
  });
});
