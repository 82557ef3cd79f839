import { describe, expect, it } from 'vitest';

import { aBlock, entitiesOf, planOffline } from '../../../support/offline-plans.js';
import { people, shop, small } from './small-blocks.js';

const blueprintOf = async (text: string, blocks = small) => (await planOffline(text, blocks)).draft.blueprint;

describe('a composed system', () => {
  it('drops relations, list entries, reactions, reports and grants that lead nowhere', async () => {
    const { contexts, reactions, reports, roles, integrations } = await blueprintOf('An online shop.');
    const order = contexts.shop!.entities!.Order!;
    expect(Object.keys(order.relations!)).toEqual(['buyer']);
    expect(order.list).toEqual({ filter: ['status', 'buyer'], sort: ['placedAt'] });
    expect(reactions!.map(({ on, do: action, notify }) => `${on} ${action ?? notify}`)).toEqual([
      'buyer.blocked clerk',
      'order.paid buyer',
    ]);
    expect(reports).toBeUndefined();
    expect(roles!.clerk!.grants).toEqual(['shop:*', 'people:read', 'audit:read']);
    expect(integrations).toBeUndefined();
  });

  it('wires what is there, and needs the contexts that its relations lead to', async () => {
    const { contexts, reactions, integrations } = await blueprintOf('An online shop with orders and payments.');
    expect(contexts.shop!.needs).toEqual(['people']);
    expect(contexts.money!.needs).toEqual(['shop']);
    // A list across contexts is a filter there.
    expect(Object.keys(contexts.shop!.entities!.Order!.relations!)).toEqual(['buyer']);
    expect(reactions!.map(({ on }) => on)).toContain('payment.settled');
    expect(reactions!.map(({ call }) => call)).toContain('payment-provider.capture');
    expect(Object.keys(integrations!)).toEqual(['payment-provider']);
  });

  it('has reports of what the brief speaks of', async () => {
    expect(Object.keys((await blueprintOf('Orders.')).reports!)).toEqual(['revenue-by-month']);
    expect(Object.keys((await blueprintOf('Orders with vouchers.')).reports!)).toEqual([
      'revenue-by-month',
      'vouchers',
    ]);
  });

  it('calls the service that the brief names', async () => {
    const { integrations, reactions } = await blueprintOf('Orders. Payments by Adyen.');
    expect(integrations).toMatchObject({ adyen: { kind: 'payments', source: 'brief' } });
    expect(Object.keys(integrations!)).toEqual(['adyen']);
    expect(reactions!.map(({ call }) => call)).toContain('adyen.capture');
  });

  it('joins the grants of one role, and gives no role more than its blocks say', async () => {
    const { roles } = await blueprintOf('Customers place orders.');
    expect(roles!.customer!.grants).toEqual(['people.Buyer:read:own', 'shop.Order:read:own']);
  });

  it.each([
    ['a manager runs it', 'Customers.', 'manager'],
    ['an admin where the brief speaks of one', 'Customers. Administrators see all.', 'admin'],
  ])('%s where no block has anybody who does', async (_, text, leader) => {
    const { roles, contexts } = await blueprintOf(text);
    expect(roles![leader]!.grants).toEqual(['people:*', 'users:read']);
    // An action for a role that is not there is up to whoever leads, never to all.
    expect(contexts.people!.entities!.Buyer!.lifecycle).toMatchObject({ block: { roles: [leader] } });
  });

  it('has webhooks only when they are asked for', async () => {
    expect((await blueprintOf('Orders.')).webhooks).toBeUndefined();
    expect((await blueprintOf('Orders. Customers get webhooks.')).webhooks!.events).toEqual([
      'order.paid',
      'buyer.blocked',
    ]);
  });

  it('leaves out an optional relation that would lead contexts in a circle', async () => {
    const back = structuredClone(people);
    back.contexts.people!.entities.Buyer!.relations = { lastOrder: 'Order?' };
    back.contexts.people!.entities.Buyer!.list = { filter: ['lastOrder'] };
    const { contexts } = await blueprintOf('An online shop.', [back, shop]);
    expect(contexts.shop!.needs).toEqual(['people']);
    expect(contexts.people!.entities!.Buyer!.relations).toBeUndefined();
    expect(contexts.people!.entities!.Buyer!.list).toEqual({ filter: [] });
  });

  it('does not depend on the order of the blocks', async () => {
    const text = 'An online shop with payments, vouchers and patients in a clinic.';
    const plans = await Promise.all([small, [...small].reverse()].map((blocks) => planOffline(text, blocks)));
    expect(plans[0]!.planned.text).toBe(plans[1]!.planned.text);
  });
});

describe('an entity of a block that is not asked for', () => {
  const desk = aBlock(`
id: desk
summary: A front desk
terms: { strong: [front desk] }
roles: { receptionist: { core: true, summary: Receives, grants: [desk:*] } }
contexts:
  desk:
    entities:
      Badge: { names: { Pass: [pass] }, fields: { code: string(20) unique }, relations: { visitor: Visitor? } }
      Visitor: { core: true, fields: { name: string(80) } }
      Parcel: { fields: { size: int }, relations: { shelf: Shelf } }
      Shelf: { fields: { size: int }, relations: { room: Room } }
      Room: { fields: { size: int }, relations: { house: House } }
      House: { fields: { size: int } }
`);

  it.each([
    ['comes alone when it is named as a thing', 'Orders. Each badge has a code. We log badges.', 'Badge'],
    ['comes by the name that the brief may give it', 'Orders. Each pass has a code. We log passes.', 'Pass'],
  ])('%s', async (_, text, want) => {
    const { draft } = await planOffline(text, [...small, desk]);
    expect(entitiesOf(draft)).toContain(want);
    expect(entitiesOf(draft)).not.toContain('Visitor');
    expect(draft.blueprint.contexts.desk!.entities![want]).toMatchObject({ fields: { code: 'string(20) unique' } });
    // Nobody of the brief works with it: whoever leads does, and nobody else.
    const granted = Object.entries(draft.blueprint.roles!).filter(([, { grants = [] }]) => grants.includes('desk:*'));
    expect(granted.map(([name]) => name)).toEqual(['manager']);
  });

  it('stays away when it would bring half its block', async () => {
    const { draft } = await planOffline('Orders. Each parcel has a size. We log parcels.', [...small, desk]);
    expect(entitiesOf(draft)).not.toContain('House');
  });
});

describe('the brief’s own names', () => {
  it('rename an entity wherever it is spoken of', async () => {
    const { draft } = await planOffline('An online shop for patients. Patients are blocked.', small);
    const { contexts, reactions, roles } = draft.blueprint;
    expect(entitiesOf(draft)).toEqual(['Patient', 'Order']);
    expect(contexts.people!.entities!.Patient).toMatchObject({
      summary: 'A patient is a person.',
      rules: [{ message: 'A patient has a name.' }],
      lifecycle: { block: { emits: 'patient.blocked' } },
    });
    expect(contexts.shop!.entities!.Order!.relations).toEqual({ patient: 'Patient' });
    expect(contexts.shop!.entities!.Order!.list!.filter).toEqual(['status', 'patient']);
    expect(roles!.customer!.grants).toContain('people.Patient:read:own');
    expect(reactions).toContainEqual({ on: 'patient.blocked', notify: 'clerk', template: 'patient-blocked' });
    expect(reactions).toContainEqual({ on: 'order.paid', notify: 'patient', template: 'order-paid' });
  });

  it.each([
    ['the block’s own name is used as well', 'A shop for patients with orders. Buyers are patients.', 'Buyer'],
    ['the word that is used most wins', 'Orders of a patient. Clients. A client calls.', 'Client'],
    ['nothing else is said', 'Orders of customers.', 'Buyer'],
  ])('%s', async (_, text, want) => {
    expect(entitiesOf((await planOffline(text, small)).draft)).toContain(want);
  });

  it('rename the role that is called like the entity', async () => {
    const own = structuredClone(people);
    own.roles = { buyer: { core: true, summary: 'Buys', grants: ['people.Buyer:read:own'] } };
    own.contexts.people!.entities.Buyer!.lifecycle = { block: { from: 'active', to: 'blocked', roles: ['buyer'] } };
    own.reactions = [{ every: '1d', notify: 'buyer', template: 'news' }];
    const { roles, contexts, reactions } = await blueprintOf('Patients.  Customers.', [own]);
    expect(roles).toMatchObject({ patient: { grants: ['people.Patient:read:own'] } });
    expect(contexts.people!.entities!.Patient!.lifecycle).toMatchObject({ block: { roles: ['patient'] } });
    expect(reactions).toEqual([{ every: '1d', notify: 'patient', template: 'news' }]);
  });

  it('keep names apart', async () => {
    const twin = structuredClone(people);
    twin.contexts.people!.entities.Buyer!.names = { Address: ['home'], User: ['member'] };
    const { draft } = await planOffline('Customers have homes with an address. Members.', [twin]);
    expect(entitiesOf(draft)).toEqual(['Buyer', 'Address']);
  });
});
