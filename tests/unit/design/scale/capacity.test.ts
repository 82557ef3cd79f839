import { describe, expect, it } from 'vitest';
import { environmentOf } from '../../../../src/design/environment.js';
import { factsIn } from '../../../../src/design/fact.js';
import type { Design } from '../../../../src/design/model.js';
import { aShopDesign } from '../../../support/blueprints.js';

const product = 'Product: { fields: { name: string(200) } }';

function systemOf(users: number, rest = ''): Design {
  return aShopDesign(product, `scale: { concurrentUsers: ${users}${rest === '' ? '' : `, ${rest}`} }`);
}

describe('API processes', () => {
  it.each([
    ['two small ones where one would do', 10, 2, 0.25],
    ['two larger ones where one of those would do', 1500, 2, 0.5],
    ['one more than 333 requests/s need at 60 % of a processor', 10_000, 4, 1],
    ['one more than 3,333 requests/s need', 100_000, 29, 1],
  ])('are %s', (_, users, pods, vcpu) => {
    const { launch } = systemOf(users).scale.capacity;
    expect([launch.apiPods.value, launch.vcpuPerApiPod.value]).toEqual([pods, vcpu]);
  });

  it('are fewer where a request needs less', () => {
    const { launch } = systemOf(10_000, 'behaviour: { cpuMsPerRequest: 1 }').scale.capacity;
    expect(launch.apiPods.value).toBe(2);
  });
});

describe('the pool', () => {
  it.each([
    ['square-root staffing of what one process sends', '', '6'],
    ['four where requests hardly use the database', 'behaviour: { databaseMsPerRequest: 0.1 }', '4'],
    ['more where they hold a connection for long', 'behaviour: { databaseMsPerRequest: 60 }', '24'],
    ['fifty at most', 'behaviour: { databaseMsPerRequest: 1000, cpuMsPerRequest: 1 }', '50'],
  ])('is %s, and the default of the generated code', (_, rest, want) => {
    const system = systemOf(100, rest);
    const variable = environmentOf(system).find(({ name }) => name === 'DATABASE_POOL_SIZE');
    expect(variable?.default).toBe(want);
    expect(system.scale.poolSize.value).toBe(Number(want));
  });

  it('shrinks where the pools of all processes would not fit the server', () => {
    const { poolSize, capacity, rules } = systemOf(2_000_000).scale;
    expect(poolSize.value).toBeLessThan(6);
    const { databaseConnections, connectionLimit } = capacity.months36;
    expect(databaseConnections.value).toBeLessThanOrEqual(connectionLimit.value - rules.reservedConnections.value);
  });
});

describe('the limit per organization', () => {
  const limitOf = (system: Design): string | undefined =>
    environmentOf(system).find(({ name }) => name === 'RATE_LIMIT_PER_ORGANIZATION')?.default;

  it('leaves room for the largest one', () => {
    expect(limitOf(systemOf(10_000, 'tenants: 200'))).toBe('3000');
    expect(limitOf(systemOf(10_000, 'tenants: 20'))).toBe('15000');
  });

  it('leaves room for everybody where there is only one', () => {
    const system = aShopDesign(product, 'tenancy: single\nscale: { concurrentUsers: 10000 }');
    expect(limitOf(system)).toBe('30000');
    expect(system.scale.workload.months36.tenants.value).toBe(1);
  });
});

describe('the database server', () => {
  it('holds the pages of the last month in memory', () => {
    const small = systemOf(10_000).scale.capacity.launch;
    const wide = aShopDesign(
      'Product: { fields: { a: richtext, b: richtext, c: richtext, d: richtext } }',
      'scale: { concurrentUsers: 10000 }',
    ).scale.capacity.launch;
    expect(small.databaseVcpu.value).toBe(2);
    expect(wide.databaseVcpu.value).toBeGreaterThan(small.databaseVcpu.value);
  });

  it('gets replicas beyond the largest size', () => {
    expect(systemOf(100_000).scale.capacity.launch.readReplicas.value).toBe(0);
    expect(systemOf(1_000_000).scale.capacity.launch.readReplicas.value).toBe(2);
  });
});

describe('what breaks first', () => {
  const ids = (system: Design): string[] => system.scale.bottlenecks.map(({ id }) => id);

  it('is a machine with Compose, and a server or a process in a cluster', () => {
    const compose = aShopDesign(product, 'stack: { deploy: compose }');
    expect(ids(compose)).toContain('host');
    expect(ids(compose)).not.toContain('api');
    const cluster = aShopDesign(product, 'stack: { deploy: kubernetes }');
    expect(ids(cluster)).toContain('api');
    expect(ids(cluster)).not.toContain('host');
  });

  it('is never a queue that nothing waits in', () => {
    expect(ids(aShopDesign(product))).not.toContain('queue');
  });
});

describe('every figure', () => {
  const system = aShopDesign(product, 'constraints: { monthlyBudgetUsd: 500 }');
  const facts = factsIn({ scale: system.scale, cost: system.cost });
  const ids = new Set(facts.map(({ id }) => id));
  const assumptions = new Set(system.scale.assumptions.map(({ id }) => id));

  it('has a reason, and every reason leads to another figure or an assumption that exists', () => {
    const broken = facts.flatMap(({ id, because }) => {
      const dead = because.flatMap(({ from = [], assumption }) => [
        ...from.filter((one) => !ids.has(one)),
        ...(assumption === undefined || assumptions.has(assumption) ? [] : [assumption]),
      ]);
      return because.length === 0 ? [`${id} has no reason`] : dead.map((one) => `${id} comes from ${one}`);
    });
    expect(broken).toEqual([]);
  });

  it('is a number', () => {
    expect(facts.filter(({ value }) => typeof value !== 'number' || !Number.isFinite(value))).toEqual([]);
  });
});
