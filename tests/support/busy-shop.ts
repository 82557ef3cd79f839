import { aShopDesign } from './blueprints.js';
import type { Design } from '../../src/design/model.js';

/** Orders that are paid or cancelled, and stock that is held for them. */
const ENTITIES = `
Order:
  fields: { number: sequence, 'status': 'enum(open, paid, shipped, cancelled) = open' }
  lifecycle:
    pay: { from: open, to: paid, emits: order.paid }
    ship: { from: paid, to: shipped }
    cancel: { from: open, to: cancelled, emits: order.cancelled }
Reservation:
  fields: { 'status': 'enum(held, committed) = held' }
  relations: { order: Order }
  lifecycle: { commit: { from: held, to: committed } }`;

export const REACTIONS = `
reactions:
  - { on: order.paid, do: shop.Reservation.commit, where: order == event.id, priority: high }
  - { on: order.paid, notify: customer, template: thanks }
  - { on: order.cancelled, call: stripe.refund, retries: 8 }
  - { every: 5m, do: shop.Reservation.commit }
integrations:
  stripe: { kind: payments, timeoutMs: 4000, receives: [charge.refunded] }
webhooks: { events: [order.paid] }`;

/** A shop with a job of every kind, and with whatever else the test says. */
export function aBusyShop(rest = ''): Design {
  return aShopDesign(ENTITIES, `${REACTIONS}\n${rest}`);
}

/** The same shop, in which nothing follows from anything. */
export function aQuietShop(rest = ''): Design {
  return aShopDesign(
    `
Note:
  fields: { title: string(80) }`,
    rest,
  );
}
