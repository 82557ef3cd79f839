import { describe, expect, it } from 'vitest';
import type { Design } from '../../../../src/design/model.js';
import { aShopDesign } from '../../../support/blueprints.js';

const product = 'Product: { fields: { name: string(200) } }';
const users = 'concurrentUsers: 10000, tenants: 100, growth: { months12: 2, months36: 5 }';

function shop(rest: string, scale = users): Design {
  return aShopDesign(product, `scale: { ${scale} }\n${rest}`);
}

function usd({ cost }: Design, id: string): number | undefined {
  return cost.stages.launch.items.find((item) => item.id === id)?.monthlyUsd.value;
}

describe('the bill', () => {
  const cluster = shop('stack: { deploy: kubernetes }');

  it.each([
    ['API processes: 4 × (1 × $0.04656 + 0.5 × $0.00511) × 730 hours', 'api', 144],
    ['control plane: $0.1 × 730 hours', 'cluster', 73],
    ['primary: 2 vCPU × $0.0915 × 730 hours', 'database', 134],
    ['NAT gateways: 2 × $0.052 × 730 hours', 'nat', 76],
    ['data to clients: 557 GiB × $0.09', 'egress', 51],
  ])('has %s', (_, id, want) => {
    expect(usd(cluster, id)).toBe(want);
  });

  it('leaves out what the system does not use', () => {
    expect(usd(cluster, 'object-storage')).toBeUndefined();
    expect(usd(cluster, 'email')).toBeUndefined();
    expect(usd(cluster, 'broker')).toBeUndefined();
    expect(usd(shop('stack: { deploy: kubernetes, queue: rabbitmq }'), 'broker')).toBeGreaterThan(0);
  });

  it('has one machine with Compose, and no service of a provider', () => {
    const { items } = shop('stack: { deploy: compose }').cost.stages.launch;
    expect(items.map(({ id }) => id)).toEqual(['hosts', 'disks', 'backups', 'egress']);
    expect(items[0]?.quantity).toBe('8 vCPU, 32 GiB');
  });

  it('moves the database to a machine of its own when one is too small', () => {
    const large = shop('stack: { deploy: compose }', 'concurrentUsers: 100000');
    expect(large.cost.stages.launch.items[0]?.quantity).toMatch(/ \+ /);
  });

  it('pays for a copy of the backups in each further region', () => {
    const { cost } = shop('stack: { deploy: kubernetes }\nconstraints: { regions: [eu-west-1, us-east-1] }');
    expect(cost.stages.launch.items.find(({ id }) => id === 'backups')?.quantity).toMatch(/^2 × /);
  });

  it('is divided by organizations and requests', () => {
    const { totalUsd, perTenantUsd, per1000RequestsUsd } = cluster.cost.stages.launch;
    expect(perTenantUsd.value).toBeCloseTo(totalUsd.value / 100, 2);
    expect(per1000RequestsUsd.value * 146_000).toBeCloseTo(totalUsd.value);
  });
});

describe('prices', () => {
  it('are those of the blueprint where it has one, and say so', () => {
    const { cost } = shop('stack: { deploy: kubernetes }\nprices: { clusterHour: 0.2 }');
    const price = cost.prices.find(({ id }) => id === 'clusterHour');
    expect(price).toMatchObject({
      usd: 0.2,
      overridden: true,
      amount: { basis: 'given', because: [{ at: { line: 12 } }] },
    });
    expect(cost.stages.launch.items.find(({ id }) => id === 'cluster')?.monthlyUsd.value).toBe(146);
  });

  it('name their source and day', () => {
    for (const { source, asOf, usd: price } of shop('').cost.prices) {
      expect(source).toMatch(/^.+, https:\/\/\S+$/);
      expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(price).toBeGreaterThan(0);
    }
  });
});

describe('the totals', () => {
  it('rise with traffic and prices, and fall with growth', () => {
    const { stages, sensitivity } = shop('stack: { deploy: kubernetes }').cost;
    const total = (id: string): number => sensitivity.find((one) => one.id === id)?.totals.months36.value ?? 0;
    const usual = stages.months36.totalUsd.value;
    expect(total('traffic')).toBeGreaterThan(usual);
    expect(total('growth')).toBeLessThan(usual);
    expect(total('prices') / usual).toBeCloseTo(1.2, 2);
  });
});

describe('the budget', () => {
  it('is held or not, stage by stage, and says what to cut first', () => {
    const { budget } = shop('stack: { deploy: kubernetes }\nconstraints: { monthlyBudgetUsd: 2000 }').cost;
    expect(budget?.verdict).toEqual({ launch: 'within', months12: 'within', months36: 'over' });
    const cuts = budget?.cuts.months36 ?? [];
    expect(cuts.map(({ id }) => id)).toEqual(['commitment', 'logs', 'audit-archive', 'standby']);
  });

  it('is not judged where there is none', () => {
    expect(shop('').cost.budget).toBeUndefined();
  });
});
