import { aBlock } from '../../../support/offline-plans.js';

/** A shop, what it needs, and what it can do without. */
export const people = aBlock(`
id: people
summary: Who buys
terms: { strong: [customer] }
roles:
  customer: { summary: Buys, core: true, grants: [people.Buyer:read:own] }
contexts:
  people:
    entities:
      Buyer:
        core: true
        names: { Patient: [patient], Client: [client] }
        summary: A buyer is a person.
        fields: { name: string(80), status: 'enum(active, blocked) = active' }
        rules: [{ check: size(name) > 0, message: A buyer has a name. }]
        lifecycle:
          block: { from: active, to: blocked, roles: [guard], emits: buyer.blocked }
      Address:
        terms: [address]
        fields: { city: string(80) }
        relations: { buyer: Buyer cascade }
reactions:
  - { on: buyer.blocked, notify: clerk, template: buyer-blocked }
`);

export const shop = aBlock(`
id: shop
summary: What is sold
needs: [people]
terms: { strong: [online shop, order], weak: [basket, price, pricing, parcel], not: [in order to, work order] }
roles:
  clerk: { summary: Sells, core: true, grants: [shop:*, people:read, money:refund, audit:read] }
  customer: { summary: Buys, core: true, grants: [shop.Order:read:own] }
contexts:
  shop:
    summary: What is sold
    needs: [people, money]
    entities:
      Order:
        core: true
        fields: { total: money, placedAt: datetime?, status: 'enum(open, paid) = open' }
        relations: { buyer: Buyer, lines: 'OrderLine[] owned', payments: 'Payment[]', voucher: Voucher? }
        lifecycle: { pay: { from: open, to: paid, emits: order.paid } }
        list: { filter: [status, buyer, voucher], sort: [placedAt] }
      OrderLine:
        terms: [order line]
        fields: { quantity: int min 1 }
      Voucher:
        terms: [voucher]
        fields: { code: string(20) unique }
reactions:
  - { on: order.paid, notify: buyer, template: order-paid }
  - { on: money.settled, do: shop.Order.pay, where: id == event.order }
  - { on: payment.settled, do: shop.Order.pay, where: id == event.order }
  - { on: order.paid, call: payment-provider.capture }
reports:
  revenue-by-month: { core: true, from: Order, group: month(placedAt), measure: sum(total) }
  vouchers: { core: true, from: Order, group: voucher, measure: count() }
assumptions: [An order has a total.]
`);

export const money = aBlock(`
id: money
summary: Money
terms: { strong: [payment] }
contexts:
  money:
    needs: [shop]
    entities:
      Payment:
        core: true
        fields: { amount: money, status: 'enum(due, settled) = due' }
        relations: { order: Order? }
        lifecycle: { settle: { from: due, to: settled, emits: payment.settled } }
integrations:
  payment-provider: { kind: payments }
`);

/** An exact word, and a block that says the same more precisely. */
export const visits = aBlock(`
id: visits
summary: Visits
terms: { strong: ['=booking'] }
yieldsTo: [clinic]
contexts: { visits: { entities: { Visit: { core: true, fields: { at: datetime } } } } }
`);

export const clinic = aBlock(`
id: clinic
summary: A clinic
terms: { strong: [clinic] }
contexts: { clinic: { entities: { Doctor: { core: true, fields: { name: string(80) } } } } }
`);

export const small = [people, shop, money, visits, clinic];
