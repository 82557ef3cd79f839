import { describe, expect, it } from 'vitest';
import type { Design } from '../../../../src/design/model.js';
import { operationsOf } from '../../../../src/design/operations/index.js';
import { leadingEntity } from '../../../../src/design/leading-entity.js';
import { mainAction } from '../../../../src/design/operations/source.js';
import { entityOf } from '../../../support/blueprints.js';
import { aBusyShop, aQuietShop } from '../../../support/busy-shop.js';

function sloOf({ operations }: Design, id: string) {
  const found = operations.slos.find((slo) => slo.id === id);
  if (!found) throw new Error(`There is no objective ${id}.`);
  return found;
}

/** The same system, run with the given technology. */
function on(design: Design, stack: Partial<Design['stack']>): Design {
  const changed = { ...design, stack: { ...design.stack, ...stack } };
  return { ...changed, operations: operationsOf(changed) };
}

describe('the objectives', () => {
  it.each([
    ['qualities: { availabilityPercent: 99.95 }', 99.95, 21.6],
    ['qualities: { availabilityPercent: 99.5 }', 99.5, 216],
  ])('of %s leave a budget of minutes', (qualities, percent, minutes) => {
    const { objectivePercent, errorBudget } = sloOf(aBusyShop(qualities), 'availability');
    expect(objectivePercent).toMatchObject({ value: percent, basis: 'given' });
    expect(errorBudget.value).toBeCloseTo(minutes);
  });

  it.each([
    ['kubernetes', 99.9],
    ['compose', 99],
  ])('are what %s can keep where the blueprint is silent', (deploy, percent) => {
    expect(sloOf(on(aQuietShop(), { deploy }), 'availability').objectivePercent).toMatchObject({
      value: percent,
      basis: 'target',
    });
  });

  it('give a write twice the time of a read', () => {
    const design = aBusyShop('qualities: { latencyP95Ms: 150 }');
    expect(sloOf(design, 'read').threshold).toMatchObject({ value: 150, basis: 'given' });
    expect(sloOf(design, 'write').threshold).toMatchObject({ value: 300 });
  });

  it('include the age of jobs for every queue that events fill', () => {
    const ids = aBusyShop().operations.slos.map(({ id }) => id);
    expect(ids).toEqual([
      'availability',
      'read',
      'write',
      'jobs-shop',
      'jobs-notifications',
      'jobs-integration-stripe',
      'jobs-webhooks',
    ]);
    expect(aQuietShop().operations.slos.map(({ id }) => id)).toEqual(['availability', 'read', 'write']);
  });
});

describe('the availability', () => {
  it.each(['kubernetes', 'compose'])('on %s is the product of its components', (deploy) => {
    const { components, modelledPercent } = on(aBusyShop(), { deploy }).operations.availability;
    const product = components.reduce((all, { percent }) => (all * percent.value) / 100, 100);
    expect(modelledPercent.value).toBeCloseTo(product, 2);
  });

  it('says when the promise cannot be kept, and which steps would keep it', () => {
    const { meetsTarget, reserveMinutes, modelledPercent, steps } = on(
      aBusyShop('qualities: { availabilityPercent: 99.95 }'),
      { deploy: 'kubernetes' },
    ).operations.availability;
    expect(meetsTarget).toBe(false);
    expect(reserveMinutes.value).toBeGreaterThan(0);
    const after = steps.map(({ afterPercent }) => afterPercent.value);
    expect([modelledPercent.value, ...after]).toEqual([modelledPercent.value, ...after].sort((a, b) => a - b));
    expect(after.at(-1)).toBeGreaterThanOrEqual(99.95);
  });
});

describe('the dependencies', () => {
  const policy = ({ operations }: Design, id: string) => operations.policies.find((one) => one.id === id);

  it('give an external service the time that the blueprint says, behind a breaker', () => {
    const found = policy(aBusyShop(), 'worker-stripe');
    expect(found?.timeoutMs).toMatchObject({ value: 4000, basis: 'given' });
    expect(found?.breaker?.halfOpenProbes.value).toBe(1);
    expect(found?.retries).toBe('7, with backoff; stripe-refund 8');
  });

  it('have no worker where there is no queue', () => {
    expect(aQuietShop().operations.policies.filter(({ caller }) => caller.startsWith('worker'))).toEqual([]);
  });

  it('say of each without a breaker why', () => {
    for (const { breaker, noBreaker } of aBusyShop().operations.policies) {
      expect(breaker !== undefined || (noBreaker ?? '') !== '').toBe(true);
    }
  });

  it('wait for the server of the queues that was chosen', () => {
    expect(policy(on(aBusyShop(), { queue: 'rabbitmq' }), 'worker-queues')?.callee).toBe('RabbitMQ of the queues');
  });
});

describe('the alerts', () => {
  const known = /\b(?!(?:up|process_start_time_seconds)\b)[a-z]+(?:_[a-z0-9]+)+(?=\{|\)|\[| >| ==)/g;

  it('ask for metrics that there are', () => {
    const { alerts, metrics } = aBusyShop().operations;
    const names = metrics.map(({ name }) => name);
    const asked = alerts.flatMap(({ expression }) => expression.match(known) ?? []);
    const missing = asked.filter(
      (name) => !names.includes(name) && !names.includes(name.replace(/_(?:bucket|count|sum)$/, '')),
    );
    expect(missing).toEqual([]);
  });

  it('lead to a runbook that there is', () => {
    for (const { alerts, runbooks } of [aBusyShop().operations, aQuietShop().operations]) {
      const ids = runbooks.map(({ id }) => id);
      expect(alerts.filter(({ runbook }) => !ids.includes(runbook))).toEqual([]);
    }
  });

  it('read the limits of the objectives from buckets that the histograms have', () => {
    const { alerts, buckets } = aBusyShop('qualities: { latencyP95Ms: 170 }').operations;
    const asked = alerts.flatMap(({ expression }) =>
      [...expression.matchAll(/le="([\d.]+)"/g)].map(([, limit]) => Number(limit)),
    );
    expect(asked).toEqual([0.17, 0.34]);
    expect(buckets).toEqual(expect.arrayContaining(asked));
  });
});

describe('the caches', () => {
  it('hold lists of what clearly more roles read than change', () => {
    const roles = ['anna', 'bert', 'carl'].map((name) => `  ${name}: { summary: Reads, grants: [shop:read] }`);
    const design = aQuietShop(`roles:\n${roles.join('\n')}`);
    expect(design.operations.caches.map(({ what }) => what)).toContain('lists of notes');
  });

  it('leave out what everybody who reads also changes', () => {
    const design = aQuietShop('roles: { member: { summary: Works, grants: ["shop:*"] } }');
    expect(design.operations.caches.map(({ what }) => what)).toEqual(['grants, roles and sessions of a member']);
  });
});

describe('what examples are about', () => {
  it('is the entity whose events set off most', () => {
    expect(leadingEntity(aBusyShop()).entity.name).toBe('Order');
  });

  it('is the action after which the most can still happen', () => {
    expect(mainAction(entityOf(aBusyShop(), 'Order'))?.name).toBe('pay');
  });
});

describe('being on call', () => {
  it.each([
    ['constraints: { engineers: 8 }', 8, true],
    ['constraints: { engineers: 2 }', 2, false],
    ['', 3, false],
  ])('with %s is shared by %i, nights included: %s', (constraints, people, roundTheClock) => {
    expect(aQuietShop(constraints).operations.onCall).toMatchObject({ people: { value: people }, roundTheClock });
  });
});
