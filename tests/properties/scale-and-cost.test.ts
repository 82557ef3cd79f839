import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Blueprint } from '../../src/blueprint/model.js';
import { PRICE_IDS } from '../../src/blueprint/scale.js';
import { costOf } from '../../src/design/cost/index.js';
import type { CostDesign } from '../../src/design/cost/model.js';
import type { Design } from '../../src/design/model.js';
import { scaleOf } from '../../src/design/scale/index.js';
import { STAGES, type ScaleDesign } from '../../src/design/scale/model.js';
import { aShopDesign } from '../support/blueprints.js';

/** A shop with orders that notify, deliver webhooks and hold files, so that every part of the model has something to count. */
const shop = aShopDesign(
  `
Customer:
  fields: { name: string(200), scan: file? }
Order:
  fields: { number: sequence, total: money, 'status': 'enum(open, paid) = open' }
  relations: { customer: Customer, lines: 'Line[] owned' }
  lifecycle: { pay: { from: open, to: paid, emits: order.paid } }
Line:
  fields: { quantity: int }
`,
  `
reactions:
  - { on: order.paid, notify: customer, template: thanks }
  - { every: 5m, notify: customer, template: reminder }
webhooks: { events: [order.paid] }
constraints: { monthlyBudgetUsd: 2000 }
roles: { buyer: { summary: Buys, grants: [shop.Order:create:own] } }`,
);

type Load = Pick<Blueprint['scale'], 'concurrentUsers' | 'growth'> & { readonly readShare: number };
const loads: fc.Arbitrary<Load> = fc.record({
  concurrentUsers: fc.integer({ min: 1, max: 1_000_000 }),
  growth: fc.record({
    months12: fc.double({ min: 0.2, max: 4, noNaN: true }),
    months36: fc.double({ min: 0.2, max: 8, noNaN: true }),
  }),
  readShare: fc.double({ min: 0, max: 1, noNaN: true }),
});
const numRuns = Number(process.env.PROPERTY_RUNS ?? 30);
const deployments = fc.constantFrom('kubernetes', 'compose');
const queues = fc.constantFrom('bullmq', 'rabbitmq');

interface World {
  readonly scale: ScaleDesign;
  readonly cost: CostDesign;
}

function world(load: Load, stack: { deploy: string; queue: string }, prices: Blueprint['prices'] = {}): World {
  const { scale } = shop.blueprint;
  const blueprint: Blueprint = {
    ...shop.blueprint,
    prices,
    scale: { ...scale, ...load, behaviour: { ...scale.behaviour, readShare: load.readShare } },
  };
  const design: Design = { ...shop, blueprint, stack: { ...shop.stack, ...stack } };
  const changed = scaleOf(design);
  return { scale: changed, cost: costOf({ ...design, scale: changed }) };
}

/** The pools shrink to fit the server; the largest organization is smaller where there are more. */
const NOT_NEEDS = ['databaseConnections', 'largestTenantRequestsPerMinute'];

/** What a stage needs and costs, by name. */
function needs({ scale, cost }: World): [string, number][] {
  return STAGES.flatMap((stage): [string, number][] => {
    const facts = Object.entries({ ...scale.workload[stage], ...scale.capacity[stage] });
    return [
      ...facts
        .filter(([key]) => !NOT_NEEDS.includes(key))
        .map(([key, { value }]): [string, number] => [`${stage} ${key}`, value]),
      [`${stage} cost`, cost.stages[stage].totalUsd.value],
    ];
  });
}

/** Names of what became less. */
function fallen(before: World, after: World): string[] {
  const later = new Map(needs(after));
  // Floating point: the last digits of a sum depend on its order.
  return needs(before).flatMap(([key, value]) => ((later.get(key) ?? 0) < value * (1 - 1e-9) ? key : []));
}

describe('scale and cost', () => {
  it('never need less, nor cost less, for more users', () => {
    fc.assert(
      fc.property(loads, fc.integer({ min: 1, max: 100_000 }), deployments, queues, (load, more, deploy, queue) => {
        const larger = { ...load, concurrentUsers: load.concurrentUsers + more };
        expect(fallen(world(load, { deploy, queue }), world(larger, { deploy, queue }))).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('never need less, nor cost less, for more growth', () => {
    fc.assert(
      fc.property(
        loads,
        fc.double({ min: 1, max: 3, noNaN: true }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        deployments,
        (load, first, second, deploy) => {
          const growth = { months12: load.growth.months12 * first, months36: load.growth.months36 * second };
          const stack = { deploy, queue: 'bullmq' };
          expect(fallen(world(load, stack), world({ ...load, growth }, stack))).toEqual([]);
        },
      ),
      { numRuns },
    );
  });

  it('never store or cost less when more requests write', () => {
    fc.assert(
      fc.property(loads, fc.double({ min: 0, max: 1, noNaN: true }), deployments, (load, share, deploy) => {
        const stack = { deploy, queue: 'bullmq' };
        const [before, after] = [world(load, stack), world({ ...load, readShare: load.readShare * share }, stack)];
        const rising = ['rowsPerMonth', 'storageGiB', 'databaseStorageGiB', 'peakWritesPerSecond', 'cost'];
        expect(fallen(before, after).filter((key) => rising.some((end) => key.endsWith(` ${end}`)))).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('never cost more with a cheaper price', () => {
    fc.assert(
      fc.property(
        loads,
        fc.constantFrom(...PRICE_IDS),
        fc.double({ min: 0, max: 1, noNaN: true }),
        deployments,
        queues,
        (load, id, factor, deploy, queue) => {
          const before = world(load, { deploy, queue });
          const listed = before.cost.prices.find((price) => price.id === id)?.usd ?? 0;
          const after = world(load, { deploy, queue }, { [id]: listed * factor });
          for (const stage of STAGES) {
            const { totalUsd } = after.cost.stages[stage];
            expect(totalUsd.value).toBeLessThanOrEqual(before.cost.stages[stage].totalUsd.value);
          }
        },
      ),
      { numRuns },
    );
  });

  it('add up: a total is the sum of its items, and a budget is kept or not by as much as it says', () => {
    fc.assert(
      fc.property(loads, deployments, queues, (load, deploy, queue) => {
        const { cost } = world(load, { deploy, queue });
        for (const stage of STAGES) {
          const { items, totalUsd } = cost.stages[stage];
          expect(items.reduce((sum, { monthlyUsd }) => sum + monthlyUsd.value, 0)).toBe(totalUsd.value);
          const budget = cost.budget;
          const sign = budget?.verdict[stage] === 'within' ? 1 : -1;
          expect(totalUsd.value + sign * (budget?.distanceUsd[stage].value ?? 0)).toBe(budget?.monthlyUsd.value);
        }
      }),
      { numRuns },
    );
  });

  it('keep the pools of all processes below what a managed server accepts', () => {
    fc.assert(
      fc.property(loads, (load) => {
        const { scale } = world(load, { deploy: 'kubernetes', queue: 'bullmq' });
        for (const stage of STAGES) {
          const { databaseConnections, connectionLimit } = scale.capacity[stage];
          const free = connectionLimit.value - scale.rules.reservedConnections.value;
          expect(databaseConnections.value).toBeLessThanOrEqual(free);
        }
      }),
      { numRuns },
    );
  });

  it('are cheaper and fewer in items with Docker Compose than with Kubernetes', () => {
    fc.assert(
      fc.property(loads, (load) => {
        const compose = world(load, { deploy: 'compose', queue: 'bullmq' }).cost;
        const kubernetes = world(load, { deploy: 'kubernetes', queue: 'bullmq' }).cost;
        for (const stage of STAGES) {
          expect(compose.stages[stage].totalUsd.value).toBeLessThan(kubernetes.stages[stage].totalUsd.value);
          expect(compose.stages[stage].items.length).toBeLessThan(kubernetes.stages[stage].items.length);
        }
      }),
      { numRuns },
    );
  });

  it('name the nearest limit first', () => {
    fc.assert(
      fc.property(loads, deployments, (load, deploy) => {
        const reached = world(load, { deploy, queue: 'bullmq' }).scale.bottlenecks.map(
          ({ reachedAt }) => reachedAt.value,
        );
        expect(reached).toEqual(reached.toSorted((a, b) => a - b));
      }),
      { numRuns },
    );
  });
});
