import { beforeAll, describe, expect, it } from 'vitest';

import { core } from '../../../../generators/core.js';
import { entityModules } from '../../../../generators/entity-modules.js';
import { buildPlan } from '../../../../src/plan/build.js';
import { aShopDesign } from '../../../support/blueprints.js';

const shop = aShopDesign(
  `
Currency:
  tenancy: global
  fields: { code: string(3) unique }
Guest:
  owner: account
  fields: { nick: string(20) unique }
  relations: { account: User }
Order:
  fields:
    number: sequence unique
    secret: string(20)? private
    status: enum(open, paid) = open
  relations:
    guest: Guest
    lines: Line[] owned
  lifecycle:
    pay: { from: open, to: paid, roles: [clerk], emits: order.paid }
  list: { filter: [status, guest] }
Line:
  fields: { quantity: int min 1 }
  relations:
    parts: Part[] owned
Part:
  fields: { name: string(20) }
`,
  'roles:\n  clerk: { summary: Clerk, grants: [shop:*] }\n',
);

describe('the module of an entity', () => {
  let files: ReadonlyMap<string, string>;
  const text = (path: string): string => files.get(path) ?? `no ${path}`;
  const module = (path: string): string => text(`apps/api/src/modules/shop/${path}`);

  beforeAll(async () => {
    const plan = await buildPlan([core, entityModules], shop);
    files = new Map(plan.files.map(({ path, contents }) => [path, contents]));
  });

  it('never returns a private field and never takes what the system sets', () => {
    const dto = module('orders/order.dto.ts');
    const [create = '', update = '', , view = ''] = dto.split('export const ').slice(1);
    expect(create).toContain('secret: ');
    expect(create).not.toMatch(/number: |status: /);
    expect(update).not.toMatch(/number: |status: /);
    expect(view).toMatch(/number: .*\n\s*status: /);
    expect(view).not.toContain('secret');
  });

  it('joins filters and what the actor sees, so that no filter widens it', () => {
    expect(module('guests/guests.repository.ts')).toContain("AND: [{ ...visibleTo(actor, 'accountId') }");
  });

  it('reaches a part of a part through everything it is part of', () => {
    const repository = module('parts/parts.repository.ts');
    expect(repository).toContain(
      "tenantId: actor.tenantId, lineId, line: { orderId, order: { ...visibleTo(actor, 'createdBy') } }",
    );
    expect(module('parts/parts.controller.ts')).toContain("@Controller('orders/:orderId/lines/:lineId/parts')");
  });

  it('asks for the role on top of the permission', () => {
    expect(module('orders/orders.controller.ts')).toContain(
      "@RequirePermission('shop.order:pay')\n  @RequireRole('clerk')",
    );
  });

  it('only reads what all organizations share', () => {
    const controller = module('currencies/currencies.controller.ts');
    expect(controller).toContain("@Get(':id')");
    expect(controller).not.toMatch(/@(Post|Patch|Delete)/);
    expect(module('currencies/currencies.repository.ts')).not.toContain('visibleTo');
  });

  it('says which index serves a list', () => {
    expect(module('orders/orders.repository.ts')).toMatch(/- orders_\w*status\w* \(GET \/api\/v1\/orders\?status=\)/);
  });
});
