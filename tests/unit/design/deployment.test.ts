import { describe, expect, it } from 'vitest';

import { aShopDesign } from '../../support/blueprints.js';

const entities = `
Item:
  fields:
    label: string(10)
    status: enum(draft, sold) = draft
  lifecycle:
    sell: { from: draft, to: sold, emits: item.sold }
    put: { from: sold, to: draft }
`;
const kubernetes = 'stack: { deploy: kubernetes }';
const deploymentOf = (rest = '') => aShopDesign(entities, rest).deployment;

describe('the deployment', () => {
  it('runs a worker only where something is done in the background', () => {
    const names = (rest: string): string[] => deploymentOf(rest).processes.map(({ name }) => name);
    expect(names(kubernetes)).toEqual(['api']);
    expect(names(`${kubernetes}\nreactions: [{ on: item.sold, do: shop.Item.put }]`)).toEqual(['api', 'worker']);
  });

  it('starts with what the launch asks for and leaves room for more', () => {
    const { scale, deployment } = aShopDesign(entities, kubernetes);
    for (const { name, replicas, maxReplicas, availableAtLeast } of deployment.processes) {
      expect([name, replicas.value]).toEqual(['api', scale.capacity.launch.apiPods.value]);
      expect(maxReplicas.value).toBeGreaterThan(replicas.value);
      expect(availableAtLeast.value).toBeGreaterThanOrEqual(1);
      expect(availableAtLeast.value).toBeLessThanOrEqual(replicas.value);
    }
  });

  it.each([
    ['99.9 % of availability', 'qualities: { availabilityPercent: 99.9 }', 1.44],
    ['a low promise, which would allow more errors than anybody bears', 'qualities: { availabilityPercent: 90 }', 5],
  ])('ends a rollout by the error budget of %s', (_, rest, percent) => {
    const { abort } = deploymentOf(rest).rollout;
    expect(abort.find(({ limit }) => limit.id === 'deployment.abort.errors')?.limit.value).toBe(percent);
  });

  it('adds up the steps of a rollout and the parts of a rollback', () => {
    for (const rest of [kubernetes, 'stack: { deploy: compose }']) {
      const { rollout, rollback } = deploymentOf(rest);
      expect(rollout.total.value).toBe(rollout.steps.reduce((sum, { watch }) => sum + watch.value, 0));
      expect(rollback.total.value).toBe(rollback.notice.value + rollback.decide.value + rollback.switchBack.value);
      expect(rollout.steps.at(-1)?.share.value).toBe(100);
    }
  });

  it('brings no row of prod into another environment', () => {
    const { environments } = deploymentOf();
    expect(environments.map(({ name }) => name)).toEqual(['dev', 'qa', 'prod']);
    expect(environments.slice(0, 2).map(({ data }) => data)).toEqual([
      expect.stringMatching(/^the seed/),
      expect.stringMatching(/^the seed/),
    ]);
  });
});
