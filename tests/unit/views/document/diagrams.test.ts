import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { readBlueprint } from '../../../../src/blueprint/read.js';
import { isGenerated } from '../../../../src/blueprint/parts.js';
import { design } from '../../../../src/design/index.js';
import type { Design } from '../../../../src/design/model.js';
import { packageRoot } from '../../../../src/render/load.js';
import { contextMap } from '../../../../src/views/document/diagrams/contexts.js';
import { deployment } from '../../../../src/views/document/diagrams/deployment.js';
import { entityModel, entityOverview } from '../../../../src/views/document/diagrams/entities.js';
import { lifecycleDiagram, lifecycleModel } from '../../../../src/views/document/diagrams/lifecycle.js';
import { outbox, outboxDiagram } from '../../../../src/views/document/diagrams/outbox.js';
import { queueTopology } from '../../../../src/views/document/diagrams/queues.js';
import { rollout } from '../../../../src/views/document/diagrams/rollout.js';
import { refresh, signIn } from '../../../../src/views/document/diagrams/sign-in.js';
import { containers, systemContext } from '../../../../src/views/document/diagrams/system.js';
import { topologyOf } from '../../../../src/views/document/diagrams/topology.js';
import { aShopDesign, entityOf } from '../../../support/blueprints.js';

function systemOf(example: string): Design {
  const file = path.join(packageRoot, 'examples', example, 'blueprint.yaml');
  const { blueprint } = readBlueprint(readFileSync(file, 'utf8'), 'blueprint.yaml');
  return blueprint ? design(blueprint) : expect.unreachable(example);
}

const commerce = systemOf('ecommerce');
const tasklist = systemOf('minimal');
const crm = systemOf('crm');

const shop = aShopDesign(`
Order:
  fields: { number: sequence, status: "enum(open, paid) = open" }
  relations:
    customer: Customer
    lines: Line[] owned
    tags: Tag[]
  lifecycle: { pay: { from: open, to: paid, emits: order.paid } }
Line:
  fields: { quantity: int }
Customer:
  fields: { email: email unique }
Tag:
  fields: { name: string(20) }
`);

describe('what runs', () => {
  it.each([
    ['ecommerce', commerce],
    ['minimal', tasklist],
    ['crm', crm],
  ] as const)('is the same in picture and tables of %s, and every box has an arrow', (_, system) => {
    const { components, connections } = topologyOf(system);
    const picture = containers(system);
    const boxes = picture.tiers.flatMap((tier) => tier.boxes);
    const own = components.filter(({ tier }) => tier !== 'external');
    expect(boxes.map(({ title }) => title)).toEqual(expect.arrayContaining(own.map(({ title }) => title)));
    for (const component of own) {
      const box = boxes.find(({ id }) => id === component.id);
      expect(box?.designed ?? false, component.title).toBe(component.state === 'designed');
    }
    const ends = new Set(picture.arrows.flatMap(({ from, to }) => [from, to]));
    expect(boxes.filter(({ id }) => !ends.has(id))).toEqual([]);
    expect(connections.every(({ protocol }) => protocol !== '')).toBe(true);
  });

  it('says how long callers wait from the policies of the system', () => {
    const waits = Object.fromEntries(
      topologyOf(commerce).connections.map(({ from, to, waits: text }) => [`${from} ${to}`, text]),
    );
    expect(waits['worker partner_stripe']).toBe('call 3,000 ms');
    expect(waits['api redis']).toBe('command 500 ms');
  });

  it('has partners only where the blueprint has', () => {
    expect(topologyOf(tasklist).components.map(({ tier }) => tier)).not.toContain('external');
    expect(systemContext(tasklist).tiers.map(({ title }) => title)).toEqual(['People', 'System']);
    expect(systemContext(commerce).arrows).toContainEqual(
      expect.objectContaining({ from: 'service_stripe', to: 'system', label: 'webhooks' }),
    );
  });

  it('is on one host with Compose, in three zones with Kubernetes', () => {
    const titles = (system: Design): string[] =>
      deployment(system).tiers.flatMap(({ boxes }) => boxes.map(({ title }) => title));
    expect(titles(commerce)).toEqual(expect.arrayContaining(['Zone a', 'Zone b', 'Zone c', 'Standby']));
    expect(titles({ ...commerce, stack: { ...commerce.stack, deploy: 'compose' } })).toEqual(
      expect.arrayContaining(['api', 'migrate', 'postgres', 'redis']),
    );
  });

  it('shares all processes out over the zones', () => {
    const zones = deployment(commerce).tiers.find(({ title }) => title === 'Cluster')?.boxes ?? [];
    const count = (what: RegExp): number =>
      zones
        .flatMap(({ lines }) => lines)
        .reduce((sum, line) => sum + (what.test(line) ? Number.parseInt(line, 10) : 0), 0);
    expect(count(/API/)).toBe(commerce.scale.capacity.launch.apiPods.value);
    expect(count(/worker/)).toBe(commerce.scale.capacity.launch.workerPods.value);
  });

  it('is rolled out in the steps of the deployment, each of which leads back', () => {
    for (const system of [commerce, tasklist]) {
      const { steps } = system.deployment.rollout;
      const { arrows } = rollout(system);
      expect(arrows.filter(({ to }) => to === 'back').map(({ from }) => from)).toEqual(
        steps.map(({ name }) => `step_${name}`),
      );
    }
  });
});

describe('the domain', () => {
  it('has an arrow for each need, and none upwards', () => {
    const { nodes, uses } = contextMap(commerce);
    expect(uses).toHaveLength(commerce.contexts.reduce((sum, { context }) => sum + context.needs.length, 0));
    const place = (id: string): number => nodes.findIndex((node) => node.id === id);
    expect(uses.filter(({ from, to }) => place(to) >= place(from))).toEqual([]);
  });

  it('leaves out the edges of the tenant, and counts them', () => {
    const [context] = shop.contexts;
    const model = context ? entityModel(shop, context) : expect.unreachable();
    // Order, Line, Customer, Tag and the table of the link.
    expect(model.caption).toContain('the 5 edges of tenant_id');
    expect(model.relations.map(({ label }) => label)).not.toContain('tenant_id');
    expect(model.groups[0]?.entities.map(({ table }) => table)).toContain('order_tags');
  });

  it('tells keys and cardinality from the columns', () => {
    const [context] = shop.contexts;
    const model = context ? entityModel(shop, context) : expect.unreachable();
    const columns = model.groups[0]?.entities.find(({ id }) => id === 'Customer')?.columns;
    expect(columns).toContainEqual({ name: 'email', type: 'varchar(254)', keys: ['UK'], optional: false });
    expect(model.relations).toContainEqual({
      from: 'Line',
      to: 'Order',
      fromCount: 'many',
      toCount: 'one',
      label: 'order_id',
    });
  });

  it('has every relation once in the overview, links among them', () => {
    const { relations } = entityOverview(shop);
    expect(relations.map(({ from, to, toCount }) => `${from} ${to} ${toCount}`).sort()).toEqual([
      'Line Order one',
      'Order Customer one',
      'Order Tag many',
    ]);
  });

  it('draws a lifecycle where there is one', () => {
    expect(lifecycleModel(entityOf(shop, 'Order'))?.transitions).toEqual([{ from: 'open', to: 'paid', label: 'pay' }]);
    expect(lifecycleDiagram(shop, entityOf(shop, 'Tag'))).toBeUndefined();
  });
});

describe('what happens', () => {
  it.each([signIn, refresh])('in %o has its failure, with the error code of the code', (model) => {
    expect(JSON.stringify(model(commerce))).toMatch(/CREDENTIALS_INVALID|REFRESH_TOKEN_INVALID/);
  });

  it('after a write follows its event to the dead letters', () => {
    const model = outbox(commerce);
    expect(JSON.stringify(model.steps)).toContain('-dead');
    expect(model.actors.filter(({ designed }) => designed).length > 0).toBe(!isGenerated('outbox-relay'));
  });

  it('after a write ends there where nothing is announced', () => {
    expect(outboxDiagram(tasklist).caption).toContain('No action');
    expect(outbox(shop).caption).toContain('nothing of Acme waits for it yet');
  });

  it('fills every queue from something, and empties it into a process', () => {
    for (const system of [commerce, crm]) {
      const { tiers, arrows } = queueTopology(system);
      const queues = tiers.find(({ title }) => title === 'Queues')?.boxes ?? [];
      expect(queues.length).toBeGreaterThan(0);
      for (const { id } of queues) {
        expect(
          arrows.some(({ to }) => to === id),
          id,
        ).toBe(true);
        expect(
          arrows.some(({ from, to }) => from === id && to === 'worker'),
          id,
        ).toBe(true);
      }
    }
  });
});
