import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressesPath, makeAddress } from '../../../../test/factories/address.factory.js';
import { couponsPath, makeCoupon } from '../../../../test/factories/coupon.factory.js';
import { customersPath, makeCustomer } from '../../../../test/factories/customer.factory.js';
import {
  makeOrder,
  orderBody,
  orderSamples,
  ordersPath,
  severalOrders,
} from '../../../../test/factories/order.factory.js';
import { everyId, type Query, resource, type Resource, without } from '../../../../test/factories/resource.js';
import { makeUser } from '../../../../test/factories/user.factory.js';
import { startApi, type TestApi } from '../../../../test/support/api.js';
import { aMember, aMemberWith, type TestMember } from '../../../../test/support/members.js';
import type { OrderView } from './order.dto.js';

describe('orders', () => {
  let api: TestApi;
  let owner: TestMember;
  let path: string;
  let ordersApi: Resource;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    owner = await aMember(api);
    path = await ordersPath(api, owner);
    ordersApi = resource(api, path, owner.token);
  });

  describe('create and read', () => {
    it('stores what was sent and returns it', async () => {
      const sent = await orderBody(api, owner);
      const { status, headers, body } = await ordersApi.create(sent);
      expect(status).toBe(201);
      expect(headers['location']).toBe(`${path}/${body.id}`);
      expect(body).toMatchObject({ ...sent, status: 'draft', version: 1, createdBy: owner.userId });
      expect((await ordersApi.get(body.id)).body).toEqual(body);
    });

    it.each(['tenantId', 'updatedBy'])('never returns %s', async (name) => {
      expect(await makeOrder(api, owner)).not.toHaveProperty(name);
    });

    it('does not know what was never created', async () => {
      const { status, body } = await ordersApi.get(randomUUID());
      expect({ status, code: body.code }).toEqual({ status: 404, code: 'ORDER_NOT_FOUND' });
    });

    it('counts number per organization', async () => {
      const [first, second] = [await makeOrder(api, owner, 0), await makeOrder(api, owner, 1)];
      const elsewhere = await makeOrder(api, await aMember(api), 0);
      expect([first.number, second.number, elsewhere.number]).toEqual(['1', '2', '1']);
    });
  });

  describe('list', () => {
    it('walks through all pages of every sort, also where values are equal', async () => {
      await severalOrders(api, owner);
      await api.admin('UPDATE orders SET created_at = now() WHERE tenant_id = $1', [owner.tenantId]);
      const orderBy = {
        createdAt: '"created_at", id',
        '-createdAt': '"created_at" DESC, id DESC',
        number: '"number", id',
        '-number': '"number" DESC, id DESC',
        placedAt: '"placed_at", id',
        '-placedAt': '"placed_at" DESC, id DESC',
      };
      for (const [sort, order] of Object.entries(orderBy)) {
        const rows = await api.admin<{ id: string }>(`SELECT id FROM orders WHERE tenant_id = $1 ORDER BY ${order}`, [
          owner.tenantId,
        ]);
        expect(rows).toHaveLength(orderSamples.length);
        expect(await everyId(ordersApi, { sort }), sort).toEqual(rows.map(({ id }) => id));
      }
    });

    it('refuses a cursor of another sort, and what never was a cursor', async () => {
      await severalOrders(api, owner);
      const { body: page } = await ordersApi.list({ limit: 2 });
      const queries: Query[] = [{ cursor: page.nextCursor, sort: 'createdAt' }, { cursor: '-createdAt.nonsense' }];
      for (const query of queries) {
        const { status, body } = await ordersApi.list(query);
        expect({ status, code: body.code }).toEqual({ status: 400, code: 'CURSOR_INVALID' });
      }
    });

    it('filters by every value of a field', async () => {
      const rows = await severalOrders(api, owner);
      for (const name of ['status'] as const) {
        const values = rows.map((row) => row[name]);
        for (const value of new Set(values)) {
          const expected = rows.filter((row) => row[name] === value).map(({ id }) => id);
          expect(new Set(await everyId(ordersApi, { [name]: value })), name).toEqual(new Set(expected));
        }
      }
    });

    it('filters by customerId', async () => {
      const target = await makeCustomer(api, owner, 4);
      const { id } = await makeOrder(api, owner, 0, { customerId: target.id });
      await makeOrder(api, owner, 1);
      expect(await everyId(ordersApi, { customerId: target.id })).toEqual([id]);
    });

    it('searches, whatever the case, and takes wildcards for what they are', async () => {
      const [wanted] = await severalOrders(api, owner);
      const { body } = await ordersApi.list({ search: String(wanted?.cancellationReason).toUpperCase() });
      expect(body.items).toContainEqual(wanted);
      for (const search of ['%', '_']) expect(await everyId(ordersApi, { search })).toEqual([]);
    });
  });

  describe('update', () => {
    it('changes what was sent and nothing else', async () => {
      const before = await makeOrder(api, owner);
      const sent = without({ ...orderSamples[1] }, []);
      const { status, body } = await ordersApi.update(before.id, { ...sent, version: 1 });
      expect(status).toBe(200);
      expect(body).toEqual({ ...before, ...sent, version: 2, updatedAt: body.updatedAt });
    });

    it('refuses a change that was made from an old version', async () => {
      const { id } = await makeOrder(api, owner);
      const changed = await ordersApi.update(id, { version: 1 });
      const { status, body } = await ordersApi.update(id, { version: 1 });
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_CHANGED_MEANWHILE' });
      expect((await ordersApi.get(id)).body).toEqual(changed.body);
    });

    it.each(['number', 'status', 'buyerId', 'customerId', 'id', 'tenantId', 'createdBy'])(
      'does not take %s',
      async (name) => {
        const { id } = await makeOrder(api, owner);
        const { status, body } = await ordersApi.update(id, { version: 1, [name]: 'changed' });
        expect({ status, code: body.code }).toEqual({ status: 400, code: 'VALIDATION_FAILED' });
      },
    );
  });

  describe('delete', () => {
    it('removes it', async () => {
      const { id } = await makeOrder(api, owner);
      expect((await ordersApi.delete(id)).status).toBe(204);
      expect((await ordersApi.get(id)).status).toBe(404);
    });

    it('keeps what was changed since the version that was looked at', async () => {
      const { id } = await makeOrder(api, owner);
      await ordersApi.update(id, { version: 1 });
      const { status, body } = await ordersApi.delete(id, { version: 1 });
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_CHANGED_MEANWHILE' });
      expect((await ordersApi.get(id)).status).toBe(200);
    });
  });

  describe('rules', () => {
    it('refuses what breaks discount-amount-at-least-0-and-discount-amount-at-most', async () => {
      const broken = {
        subtotal: { amount: 0, currency: 'EUR' },
        total: { amount: 0, currency: 'EUR' },
      };
      const { status, body } = await ordersApi.create(await orderBody(api, owner, 0, broken));
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'ORDER_RULE_BROKEN' });
      expect(body.rules).toEqual([
        expect.objectContaining({ id: 'discount-amount-at-least-0-and-discount-amount-at-most' }),
      ]);
      expect((await ordersApi.list()).body.items).toEqual([]);
    });

    it('has a constraint behind discount-amount-at-least-0-and-discount-amount-at-most', async () => {
      const { id } = await makeOrder(api, owner);
      const bypass = api.admin(
        'UPDATE orders SET "discount_amount" = $2, "discount_currency" = $3, "subtotal_amount" = $4, "subtotal_currency" = $5 WHERE id = $1',
        [id, 1000, 'EUR', 0, 'EUR'],
      );
      await expect(bypass).rejects.toMatchObject({ code: '23514' });
    });

    it('refuses what breaks one-currency', async () => {
      const broken = {
        total: { amount: 1000, currency: 'USD' },
      };
      const { status, body } = await ordersApi.create(await orderBody(api, owner, 0, broken));
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'ORDER_RULE_BROKEN' });
      expect(body.rules).toEqual([expect.objectContaining({ id: 'one-currency' })]);
      expect((await ordersApi.list()).body.items).toEqual([]);
    });

    it('has a constraint behind one-currency', async () => {
      const { id } = await makeOrder(api, owner);
      const bypass = api.admin(
        'UPDATE orders SET "discount_amount" = $2, "discount_currency" = $3, "shipping_fee_amount" = $4, "shipping_fee_currency" = $5, "subtotal_amount" = $6, "subtotal_currency" = $7, "total_amount" = $8, "total_currency" = $9 WHERE id = $1',
        [id, 1000, 'EUR', 1000, 'EUR', 1000, 'EUR', 1000, 'USD'],
      );
      await expect(bypass).rejects.toMatchObject({ code: '23514' });
    });

    it('refuses what breaks shipping-fee-amount-at-least-0', async () => {
      const broken = {
        shippingFee: { amount: -1, currency: 'EUR' },
        total: { amount: -1, currency: 'EUR' },
      };
      const { status, body } = await ordersApi.create(await orderBody(api, owner, 0, broken));
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'ORDER_RULE_BROKEN' });
      expect(body.rules).toEqual([expect.objectContaining({ id: 'shipping-fee-amount-at-least-0' })]);
      expect((await ordersApi.list()).body.items).toEqual([]);
    });

    it('has a constraint behind shipping-fee-amount-at-least-0', async () => {
      const { id } = await makeOrder(api, owner);
      const bypass = api.admin(
        'UPDATE orders SET "shipping_fee_amount" = $2, "shipping_fee_currency" = $3 WHERE id = $1',
        [id, -1, 'EUR'],
      );
      await expect(bypass).rejects.toMatchObject({ code: '23514' });
    });

    it('refuses what breaks total-amount-is-subtotal-amount-minus-discount-amount-plus', async () => {
      const broken = {
        total: { amount: 2000, currency: 'EUR' },
      };
      const { status, body } = await ordersApi.create(await orderBody(api, owner, 0, broken));
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'ORDER_RULE_BROKEN' });
      expect(body.rules).toEqual([
        expect.objectContaining({ id: 'total-amount-is-subtotal-amount-minus-discount-amount-plus' }),
      ]);
      expect((await ordersApi.list()).body.items).toEqual([]);
    });

    it('has a constraint behind total-amount-is-subtotal-amount-minus-discount-amount-plus', async () => {
      const { id } = await makeOrder(api, owner);
      const bypass = api.admin(
        'UPDATE orders SET "discount_amount" = $2, "discount_currency" = $3, "shipping_fee_amount" = $4, "shipping_fee_currency" = $5, "subtotal_amount" = $6, "subtotal_currency" = $7, "total_amount" = $8, "total_currency" = $9 WHERE id = $1',
        [id, 1000, 'EUR', 1000, 'EUR', 1000, 'EUR', 2000, 'EUR'],
      );
      await expect(bypass).rejects.toMatchObject({ code: '23514' });
    });
  });

  describe('lifecycle', () => {
    it('takes cancel from draft to cancelled', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of []) await ordersApi.act(id, action);
      const { status, body } = await ordersApi.act(id, 'cancel');
      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'cancelled', cancelledAt: expect.any(String) });
      const events = await api.admin('SELECT type, entity_type, tenant_id FROM outbox_events WHERE entity_id = $1', [
        id,
      ]);
      expect(events).toContainEqual({ type: 'order.cancelled', entity_type: 'Order', tenant_id: owner.tenantId });
      const entries = await api.admin('SELECT changes FROM audit_log WHERE entity_id = $1 AND action = $2', [
        id,
        'ordering.order:cancel',
      ]);
      expect(entries).toContainEqual({ changes: { status: { from: 'draft', to: 'cancelled' } } });
    });

    it('takes cancel from placed to cancelled', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place']) await ordersApi.act(id, action);
      const { status, body } = await ordersApi.act(id, 'cancel');
      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'cancelled', cancelledAt: expect.any(String) });
      const events = await api.admin('SELECT type, entity_type, tenant_id FROM outbox_events WHERE entity_id = $1', [
        id,
      ]);
      expect(events).toContainEqual({ type: 'order.cancelled', entity_type: 'Order', tenant_id: owner.tenantId });
      const entries = await api.admin('SELECT changes FROM audit_log WHERE entity_id = $1 AND action = $2', [
        id,
        'ordering.order:cancel',
      ]);
      expect(entries).toContainEqual({ changes: { status: { from: 'placed', to: 'cancelled' } } });
    });

    it('takes cancel from paid to cancelled', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place', 'mark-paid']) await ordersApi.act(id, action);
      const { status, body } = await ordersApi.act(id, 'cancel');
      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'cancelled', cancelledAt: expect.any(String) });
      const events = await api.admin('SELECT type, entity_type, tenant_id FROM outbox_events WHERE entity_id = $1', [
        id,
      ]);
      expect(events).toContainEqual({ type: 'order.cancelled', entity_type: 'Order', tenant_id: owner.tenantId });
      const entries = await api.admin('SELECT changes FROM audit_log WHERE entity_id = $1 AND action = $2', [
        id,
        'ordering.order:cancel',
      ]);
      expect(entries).toContainEqual({ changes: { status: { from: 'paid', to: 'cancelled' } } });
    });

    it('takes complete from shipped to completed', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place', 'mark-paid', 'ship']) await ordersApi.act(id, action);
      const { status, body } = await ordersApi.act(id, 'complete');
      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'completed' });
      const entries = await api.admin('SELECT changes FROM audit_log WHERE entity_id = $1 AND action = $2', [
        id,
        'ordering.order:complete',
      ]);
      expect(entries).toContainEqual({ changes: { status: { from: 'shipped', to: 'completed' } } });
    });

    it('takes markPaid from placed to paid', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place']) await ordersApi.act(id, action);
      const { status, body } = await ordersApi.act(id, 'mark-paid');
      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'paid' });
      const events = await api.admin('SELECT type, entity_type, tenant_id FROM outbox_events WHERE entity_id = $1', [
        id,
      ]);
      expect(events).toContainEqual({ type: 'order.paid', entity_type: 'Order', tenant_id: owner.tenantId });
      const entries = await api.admin('SELECT changes FROM audit_log WHERE entity_id = $1 AND action = $2', [
        id,
        'ordering.order:mark-paid',
      ]);
      expect(entries).toContainEqual({ changes: { status: { from: 'placed', to: 'paid' } } });
    });

    it('takes place from draft to placed', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of []) await ordersApi.act(id, action);
      const { status, body } = await ordersApi.act(id, 'place');
      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'placed', placedAt: expect.any(String) });
      const events = await api.admin('SELECT type, entity_type, tenant_id FROM outbox_events WHERE entity_id = $1', [
        id,
      ]);
      expect(events).toContainEqual({ type: 'order.placed', entity_type: 'Order', tenant_id: owner.tenantId });
      const entries = await api.admin('SELECT changes FROM audit_log WHERE entity_id = $1 AND action = $2', [
        id,
        'ordering.order:place',
      ]);
      expect(entries).toContainEqual({ changes: { status: { from: 'draft', to: 'placed' } } });
    });

    it('takes ship from paid to shipped', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place', 'mark-paid']) await ordersApi.act(id, action);
      const { status, body } = await ordersApi.act(id, 'ship');
      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'shipped' });
      const events = await api.admin('SELECT type, entity_type, tenant_id FROM outbox_events WHERE entity_id = $1', [
        id,
      ]);
      expect(events).toContainEqual({ type: 'order.shipped', entity_type: 'Order', tenant_id: owner.tenantId });
      const entries = await api.admin('SELECT changes FROM audit_log WHERE entity_id = $1 AND action = $2', [
        id,
        'ordering.order:ship',
      ]);
      expect(entries).toContainEqual({ changes: { status: { from: 'paid', to: 'shipped' } } });
    });

    it('refuses cancel from shipped', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place', 'mark-paid', 'ship']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('shipped');
      const { status, body } = await ordersApi.act(id, 'cancel');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses cancel from cancelled', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['cancel']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('cancelled');
      const { status, body } = await ordersApi.act(id, 'cancel');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses cancel from completed', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place', 'mark-paid', 'ship', 'complete']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('completed');
      const { status, body } = await ordersApi.act(id, 'cancel');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses complete from draft', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of []) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('draft');
      const { status, body } = await ordersApi.act(id, 'complete');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses complete from placed', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('placed');
      const { status, body } = await ordersApi.act(id, 'complete');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses complete from paid', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place', 'mark-paid']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('paid');
      const { status, body } = await ordersApi.act(id, 'complete');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses complete from cancelled', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['cancel']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('cancelled');
      const { status, body } = await ordersApi.act(id, 'complete');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses complete from completed', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place', 'mark-paid', 'ship', 'complete']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('completed');
      const { status, body } = await ordersApi.act(id, 'complete');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses markPaid from draft', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of []) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('draft');
      const { status, body } = await ordersApi.act(id, 'mark-paid');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses markPaid from paid', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place', 'mark-paid']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('paid');
      const { status, body } = await ordersApi.act(id, 'mark-paid');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses markPaid from shipped', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place', 'mark-paid', 'ship']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('shipped');
      const { status, body } = await ordersApi.act(id, 'mark-paid');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses markPaid from cancelled', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['cancel']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('cancelled');
      const { status, body } = await ordersApi.act(id, 'mark-paid');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses markPaid from completed', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place', 'mark-paid', 'ship', 'complete']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('completed');
      const { status, body } = await ordersApi.act(id, 'mark-paid');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses place from placed', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('placed');
      const { status, body } = await ordersApi.act(id, 'place');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses place from paid', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place', 'mark-paid']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('paid');
      const { status, body } = await ordersApi.act(id, 'place');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses place from shipped', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place', 'mark-paid', 'ship']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('shipped');
      const { status, body } = await ordersApi.act(id, 'place');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses place from cancelled', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['cancel']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('cancelled');
      const { status, body } = await ordersApi.act(id, 'place');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses place from completed', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place', 'mark-paid', 'ship', 'complete']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('completed');
      const { status, body } = await ordersApi.act(id, 'place');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses ship from draft', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of []) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('draft');
      const { status, body } = await ordersApi.act(id, 'ship');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses ship from placed', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('placed');
      const { status, body } = await ordersApi.act(id, 'ship');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses ship from shipped', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place', 'mark-paid', 'ship']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('shipped');
      const { status, body } = await ordersApi.act(id, 'ship');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses ship from cancelled', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['cancel']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('cancelled');
      const { status, body } = await ordersApi.act(id, 'ship');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('refuses ship from completed', async () => {
      const { id } = await makeOrder(api, owner, 0, {});
      for (const action of ['place', 'mark-paid', 'ship', 'complete']) await ordersApi.act(id, action);
      const before = await ordersApi.get(id);
      expect(before.body.status).toBe('completed');
      const { status, body } = await ordersApi.act(id, 'ship');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'ORDER_TRANSITION_REFUSED' });
      expect((await ordersApi.get(id)).body).toEqual(before.body);
    });

    it('leaves markPaid to manager, support', async () => {
      const { id } = await makeOrder(api, owner);
      const colleague = await aMemberWith(api, [{ permission: 'ordering.order:mark-paid', scope: 'all' }], owner);
      const { status, body } = await resource(api, path, colleague.token).act(id, 'mark-paid');
      expect({ status, code: body.code }).toEqual({ status: 403, code: 'ROLE_REQUIRED' });
    });

    it('leaves ship to manager', async () => {
      const { id } = await makeOrder(api, owner);
      const colleague = await aMemberWith(api, [{ permission: 'ordering.order:ship', scope: 'all' }], owner);
      const { status, body } = await resource(api, path, colleague.token).act(id, 'ship');
      expect({ status, code: body.code }).toEqual({ status: 403, code: 'ROLE_REQUIRED' });
    });
  });

  describe('what it refers to', () => {
    it('refuses a billing address that the organization does not have', async () => {
      const foreign = await makeAddress(api, await aMember(api));
      const unknown = [randomUUID(), foreign.id];
      for (const id of unknown) {
        const { status, body } = await ordersApi.create(await orderBody(api, owner, 0, { billingAddressId: id }));
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'ORDER_BILLING_ADDRESS_UNKNOWN' });
        expect(body.errors).toEqual([expect.objectContaining({ pointer: '/billingAddressId' })]);
      }
    });

    it('keeps its billing address', async () => {
      const target = await makeAddress(api, owner, 3);
      const { id } = await makeOrder(api, owner, 0, { billingAddressId: target.id });
      const targets = resource(api, await addressesPath(api, owner), owner.token);
      const { status } = await targets.delete(target.id);
      const { body } = await ordersApi.get(id);
      expect({ status, billingAddressId: body.billingAddressId }).toEqual({ status: 409, billingAddressId: target.id });
    });

    it('refuses a buyer that the organization does not have', async () => {
      const foreign = await makeUser(api, await aMember(api));
      const unknown = [randomUUID(), foreign.id];
      for (const id of unknown) {
        const { status, body } = await ordersApi.create(await orderBody(api, owner, 0, { buyerId: id }));
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'ORDER_BUYER_UNKNOWN' });
        expect(body.errors).toEqual([expect.objectContaining({ pointer: '/buyerId' })]);
      }
    });

    it('refuses a coupon that the organization does not have', async () => {
      const foreign = await makeCoupon(api, await aMember(api));
      const unknown = [randomUUID(), foreign.id];
      for (const id of unknown) {
        const { status, body } = await ordersApi.create(await orderBody(api, owner, 0, { couponId: id }));
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'ORDER_COUPON_UNKNOWN' });
        expect(body.errors).toEqual([expect.objectContaining({ pointer: '/couponId' })]);
      }
    });

    it('outlives its coupon', async () => {
      const target = await makeCoupon(api, owner, 3);
      const { id } = await makeOrder(api, owner, 0, { couponId: target.id });
      const targets = resource(api, await couponsPath(api, owner), owner.token);
      const { status } = await targets.delete(target.id);
      const { body } = await ordersApi.get(id);
      expect({ status, couponId: body.couponId }).toEqual({ status: 204, couponId: null });
    });

    it('refuses a customer that the organization does not have', async () => {
      const foreign = await makeCustomer(api, await aMember(api));
      const unknown = [randomUUID(), foreign.id];
      for (const id of unknown) {
        const { status, body } = await ordersApi.create(await orderBody(api, owner, 0, { customerId: id }));
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'ORDER_CUSTOMER_UNKNOWN' });
        expect(body.errors).toEqual([expect.objectContaining({ pointer: '/customerId' })]);
      }
    });

    it('keeps its customer', async () => {
      const target = await makeCustomer(api, owner, 3);
      const { id } = await makeOrder(api, owner, 0, { customerId: target.id });
      const targets = resource(api, await customersPath(api, owner), owner.token);
      const { status } = await targets.delete(target.id);
      const { body } = await ordersApi.get(id);
      expect({ status, customerId: body.customerId }).toEqual({ status: 409, customerId: target.id });
    });

    it('refuses a replaces that the organization does not have', async () => {
      const foreign = await makeOrder(api, await aMember(api));
      const unknown = [randomUUID(), foreign.id];
      for (const id of unknown) {
        const { status, body } = await ordersApi.create(await orderBody(api, owner, 0, { replacesId: id }));
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'ORDER_REPLACES_UNKNOWN' });
        expect(body.errors).toEqual([expect.objectContaining({ pointer: '/replacesId' })]);
      }
    });

    it('outlives its replaces', async () => {
      const target = await makeOrder(api, owner, 3);
      const { id } = await makeOrder(api, owner, 0, { replacesId: target.id });
      const targets = resource(api, await ordersPath(api, owner), owner.token);
      const { status } = await targets.delete(target.id);
      const { body } = await ordersApi.get(id);
      expect({ status, replacesId: body.replacesId }).toEqual({ status: 204, replacesId: null });
    });

    it('refuses a shipping address that the organization does not have', async () => {
      const foreign = await makeAddress(api, await aMember(api));
      const unknown = [randomUUID(), foreign.id];
      for (const id of unknown) {
        const { status, body } = await ordersApi.create(await orderBody(api, owner, 0, { shippingAddressId: id }));
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'ORDER_SHIPPING_ADDRESS_UNKNOWN' });
        expect(body.errors).toEqual([expect.objectContaining({ pointer: '/shippingAddressId' })]);
      }
    });

    it('keeps its shipping address', async () => {
      const target = await makeAddress(api, owner, 3);
      const { id } = await makeOrder(api, owner, 0, { shippingAddressId: target.id });
      const targets = resource(api, await addressesPath(api, owner), owner.token);
      const { status } = await targets.delete(target.id);
      const { body } = await ordersApi.get(id);
      expect({ status, shippingAddressId: body.shippingAddressId }).toEqual({
        status: 409,
        shippingAddressId: target.id,
      });
    });
  });

  describe('who may', () => {
    const attemptsOf = (as: Resource, id: string) => [
      () => as.get(id),
      () => as.update(id, { version: 1 }),
      () => as.delete(id),
      () => as.act(id, 'cancel'),
      () => as.act(id, 'complete'),
      () => as.act(id, 'place'),
    ];

    it('shows members with a grant of their own orders no others', async () => {
      const mine = await makeOrder(api, owner);
      const permissions = [
        'ordering.order:read',
        'ordering.order:update',
        'ordering.order:delete',
        'ordering.order:cancel',
        'ordering.order:complete',
        'ordering.order:place',
      ] as const;
      const grants = permissions.map((permission) => ({ permission, scope: 'own' as const }));
      const colleague = await aMemberWith(api, grants, owner);
      const theirs = resource(api, path, colleague.token);
      for (const attempt of attemptsOf(theirs, mine.id)) expect((await attempt()).status).toBe(404);
      expect((await theirs.list()).body.items).toEqual([]);

      await api.admin('UPDATE orders SET buyer_id = $1 WHERE tenant_id = $2', [colleague.userId, owner.tenantId]);
      const { body } = await theirs.list();
      expect(body.items.map(({ id }: OrderView) => id)).toEqual([mine.id]);
      expect((await theirs.update(mine.id, { version: 1 })).status).toBe(200);
    });

    it('lets members with a grant of their own orders create such only', async () => {
      const grants = ['ordering.order:create', 'ordering.order:read'] as const;
      const colleague = await aMemberWith(
        api,
        grants.map((permission) => ({ permission, scope: 'own' as const })),
        owner,
      );
      const theirs = resource(api, path, colleague.token);
      const sent = await orderBody(api, owner);
      const refused = await theirs.create({ ...sent, buyerId: owner.userId });
      expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 403, code: 'OWNER_NOT_YOURSELF' });
      const { status, body } = await theirs.create({ ...sent, buyerId: colleague.userId });
      expect({ status, owner: body.buyerId }).toEqual({ status: 201, owner: colleague.userId });
    });

    it('shows nothing of one organization to another, and lets it change nothing', async () => {
      const mine = await makeOrder(api, owner);
      const stranger = await aMember(api);
      const foreign = resource(api, path, stranger.token);
      for (const attempt of attemptsOf(foreign, mine.id)) expect((await attempt()).status).toBe(404);
      expect((await foreign.act(mine.id, 'mark-paid')).status).toBe(404);
      expect((await foreign.act(mine.id, 'ship')).status).toBe(404);
      expect((await foreign.list()).body.items).toEqual([]);
      expect((await ordersApi.get(mine.id)).body).toEqual(mine);
    });

    it('records who created, changed and deleted it', async () => {
      const { id } = await makeOrder(api, owner);
      await ordersApi.update(id, { version: 1 });
      await ordersApi.delete(id);
      const entries = await api.admin<{ action: string; actor_id: string }>(
        'SELECT action, actor_id FROM audit_log WHERE entity_id = $1 ORDER BY created_at, id',
        [id],
      );
      expect(entries).toEqual(
        ['ordering.order:create', 'ordering.order:update', 'ordering.order:delete'].map((action) => ({
          action,
          actor_id: owner.userId,
        })),
      );
    });
  });
});
