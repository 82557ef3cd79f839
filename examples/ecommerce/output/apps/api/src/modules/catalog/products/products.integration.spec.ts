import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { categoriesPath, makeCategory } from '../../../../test/factories/category.factory.js';
import {
  makeProduct,
  productBody,
  productSamples,
  productsPath,
  severalProducts,
} from '../../../../test/factories/product.factory.js';
import { everyId, type Query, resource, type Resource, without } from '../../../../test/factories/resource.js';
import { makeTag } from '../../../../test/factories/tag.factory.js';
import { startApi, type TestApi } from '../../../../test/support/api.js';
import { aMember, aMemberWith, type TestMember } from '../../../../test/support/members.js';
import type { ProductView } from './product.dto.js';

describe('products', () => {
  let api: TestApi;
  let owner: TestMember;
  let path: string;
  let productsApi: Resource;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    owner = await aMember(api);
    path = await productsPath(api, owner);
    productsApi = resource(api, path, owner.token);
  });

  describe('create and read', () => {
    it('stores what was sent and returns it', async () => {
      const sent = await productBody(api, owner);
      const { status, headers, body } = await productsApi.create(sent);
      expect(status).toBe(201);
      expect(headers['location']).toBe(`${path}/${body.id}`);
      expect(body).toMatchObject({ ...sent, status: 'draft', version: 1, createdBy: owner.userId });
      expect((await productsApi.get(body.id)).body).toEqual(body);
    });

    it.each(['tenantId', 'updatedBy'])('never returns %s', async (name) => {
      expect(await makeProduct(api, owner)).not.toHaveProperty(name);
    });

    it('does not know what was never created', async () => {
      const { status, body } = await productsApi.get(randomUUID());
      expect({ status, code: body.code }).toEqual({ status: 404, code: 'PRODUCT_NOT_FOUND' });
    });

    it('refuses a slug that is taken, in the same organization only', async () => {
      const { slug: taken } = await makeProduct(api, owner, 0);
      const { status, body } = await productsApi.create(await productBody(api, owner, 1, { slug: taken }));
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'PRODUCT_SLUG_TAKEN' });
      expect(body.errors).toEqual([expect.objectContaining({ pointer: '/slug' })]);
      await makeProduct(api, await aMember(api), 1, { slug: taken });
    });
  });

  describe('list', () => {
    it('walks through all pages of every sort, also where values are equal', async () => {
      await severalProducts(api, owner);
      await api.admin('UPDATE products SET created_at = now() WHERE tenant_id = $1', [owner.tenantId]);
      const orderBy = {
        createdAt: '"created_at", id',
        '-createdAt': '"created_at" DESC, id DESC',
        name: '"name", id',
        '-name': '"name" DESC, id DESC',
        publishedAt: '"published_at", id',
        '-publishedAt': '"published_at" DESC, id DESC',
      };
      for (const [sort, order] of Object.entries(orderBy)) {
        const rows = await api.admin<{ id: string }>(`SELECT id FROM products WHERE tenant_id = $1 ORDER BY ${order}`, [
          owner.tenantId,
        ]);
        expect(rows).toHaveLength(productSamples.length);
        expect(await everyId(productsApi, { sort }), sort).toEqual(rows.map(({ id }) => id));
      }
    });

    it('refuses a cursor of another sort, and what never was a cursor', async () => {
      await severalProducts(api, owner);
      const { body: page } = await productsApi.list({ limit: 2 });
      const queries: Query[] = [{ cursor: page.nextCursor, sort: 'createdAt' }, { cursor: '-createdAt.nonsense' }];
      for (const query of queries) {
        const { status, body } = await productsApi.list(query);
        expect({ status, code: body.code }).toEqual({ status: 400, code: 'CURSOR_INVALID' });
      }
    });

    it('filters by every value of a field', async () => {
      const rows = await severalProducts(api, owner);
      for (const name of ['status'] as const) {
        const values = rows.map((row) => row[name]);
        for (const value of new Set(values)) {
          const expected = rows.filter((row) => row[name] === value).map(({ id }) => id);
          expect(new Set(await everyId(productsApi, { [name]: value })), name).toEqual(new Set(expected));
        }
      }
    });

    it('filters by categoryId', async () => {
      const target = await makeCategory(api, owner, 4);
      const { id } = await makeProduct(api, owner, 0, { categoryId: target.id });
      await makeProduct(api, owner, 1);
      expect(await everyId(productsApi, { categoryId: target.id })).toEqual([id]);
    });

    it('searches, whatever the case, and takes wildcards for what they are', async () => {
      const [wanted] = await severalProducts(api, owner);
      const { body } = await productsApi.list({ search: String(wanted?.name).toUpperCase() });
      expect(body.items).toContainEqual(wanted);
      for (const search of ['%', '_']) expect(await everyId(productsApi, { search })).toEqual([]);
    });
  });

  describe('update', () => {
    it('changes what was sent and nothing else', async () => {
      const before = await makeProduct(api, owner);
      const sent = without({ ...productSamples[1] }, []);
      const { status, body } = await productsApi.update(before.id, { ...sent, version: 1 });
      expect(status).toBe(200);
      expect(body).toEqual({ ...before, ...sent, version: 2, updatedAt: body.updatedAt });
    });

    it('refuses a change that was made from an old version', async () => {
      const { id } = await makeProduct(api, owner);
      const changed = await productsApi.update(id, { version: 1 });
      const { status, body } = await productsApi.update(id, { version: 1 });
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'PRODUCT_CHANGED_MEANWHILE' });
      expect((await productsApi.get(id)).body).toEqual(changed.body);
    });

    it.each(['status', 'id', 'tenantId', 'createdBy'])('does not take %s', async (name) => {
      const { id } = await makeProduct(api, owner);
      const { status, body } = await productsApi.update(id, { version: 1, [name]: 'changed' });
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'VALIDATION_FAILED' });
    });
  });

  describe('delete', () => {
    it('removes it', async () => {
      const { id } = await makeProduct(api, owner);
      expect((await productsApi.delete(id)).status).toBe(204);
      expect((await productsApi.get(id)).status).toBe(404);
    });

    it('keeps what was changed since the version that was looked at', async () => {
      const { id } = await makeProduct(api, owner);
      await productsApi.update(id, { version: 1 });
      const { status, body } = await productsApi.delete(id, { version: 1 });
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'PRODUCT_CHANGED_MEANWHILE' });
      expect((await productsApi.get(id)).status).toBe(200);
    });
  });

  describe('lifecycle', () => {
    it('takes archive from draft to archived', async () => {
      const { id } = await makeProduct(api, owner, 0, {});
      for (const action of []) await productsApi.act(id, action);
      const { status, body } = await productsApi.act(id, 'archive');
      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'archived' });
      const events = await api.admin('SELECT type, entity_type, tenant_id FROM outbox_events WHERE entity_id = $1', [
        id,
      ]);
      expect(events).toContainEqual({ type: 'product.archived', entity_type: 'Product', tenant_id: owner.tenantId });
      const entries = await api.admin('SELECT changes FROM audit_log WHERE entity_id = $1 AND action = $2', [
        id,
        'catalog.product:archive',
      ]);
      expect(entries).toContainEqual({ changes: { status: { from: 'draft', to: 'archived' } } });
    });

    it('takes archive from active to archived', async () => {
      const { id } = await makeProduct(api, owner, 0, {});
      for (const action of ['publish']) await productsApi.act(id, action);
      const { status, body } = await productsApi.act(id, 'archive');
      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'archived' });
      const events = await api.admin('SELECT type, entity_type, tenant_id FROM outbox_events WHERE entity_id = $1', [
        id,
      ]);
      expect(events).toContainEqual({ type: 'product.archived', entity_type: 'Product', tenant_id: owner.tenantId });
      const entries = await api.admin('SELECT changes FROM audit_log WHERE entity_id = $1 AND action = $2', [
        id,
        'catalog.product:archive',
      ]);
      expect(entries).toContainEqual({ changes: { status: { from: 'active', to: 'archived' } } });
    });

    it('takes publish from draft to active', async () => {
      const { id } = await makeProduct(api, owner, 0, {});
      for (const action of []) await productsApi.act(id, action);
      const { status, body } = await productsApi.act(id, 'publish');
      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'active', publishedAt: expect.any(String) });
      const events = await api.admin('SELECT type, entity_type, tenant_id FROM outbox_events WHERE entity_id = $1', [
        id,
      ]);
      expect(events).toContainEqual({ type: 'product.published', entity_type: 'Product', tenant_id: owner.tenantId });
      const entries = await api.admin('SELECT changes FROM audit_log WHERE entity_id = $1 AND action = $2', [
        id,
        'catalog.product:publish',
      ]);
      expect(entries).toContainEqual({ changes: { status: { from: 'draft', to: 'active' } } });
    });

    it('refuses archive from archived', async () => {
      const { id } = await makeProduct(api, owner, 0, {});
      for (const action of ['archive']) await productsApi.act(id, action);
      const before = await productsApi.get(id);
      expect(before.body.status).toBe('archived');
      const { status, body } = await productsApi.act(id, 'archive');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'PRODUCT_TRANSITION_REFUSED' });
      expect((await productsApi.get(id)).body).toEqual(before.body);
    });

    it('refuses publish from active', async () => {
      const { id } = await makeProduct(api, owner, 0, {});
      for (const action of ['publish']) await productsApi.act(id, action);
      const before = await productsApi.get(id);
      expect(before.body.status).toBe('active');
      const { status, body } = await productsApi.act(id, 'publish');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'PRODUCT_TRANSITION_REFUSED' });
      expect((await productsApi.get(id)).body).toEqual(before.body);
    });

    it('refuses publish from archived', async () => {
      const { id } = await makeProduct(api, owner, 0, {});
      for (const action of ['archive']) await productsApi.act(id, action);
      const before = await productsApi.get(id);
      expect(before.body.status).toBe('archived');
      const { status, body } = await productsApi.act(id, 'publish');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'PRODUCT_TRANSITION_REFUSED' });
      expect((await productsApi.get(id)).body).toEqual(before.body);
    });
  });

  describe('what it refers to', () => {
    it('refuses a category that the organization does not have', async () => {
      const foreign = await makeCategory(api, await aMember(api));
      const unknown = [randomUUID(), foreign.id];
      for (const id of unknown) {
        const { status, body } = await productsApi.create(await productBody(api, owner, 0, { categoryId: id }));
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'PRODUCT_CATEGORY_UNKNOWN' });
        expect(body.errors).toEqual([expect.objectContaining({ pointer: '/categoryId' })]);
      }
    });

    it('outlives its category', async () => {
      const target = await makeCategory(api, owner, 3);
      const { id } = await makeProduct(api, owner, 0, { categoryId: target.id });
      const targets = resource(api, await categoriesPath(api, owner), owner.token);
      const { status } = await targets.delete(target.id);
      const { body } = await productsApi.get(id);
      expect({ status, categoryId: body.categoryId }).toEqual({ status: 204, categoryId: null });
    });

    it('keeps its related, each once', async () => {
      const [one, other] = [await makeProduct(api, owner, 2), await makeProduct(api, owner, 3)];
      const itemOf = (id: string) => id;
      const { id, relatedIds: first } = await makeProduct(api, owner, 0, {
        relatedIds: [itemOf(one.id), itemOf(one.id)],
      });
      expect(first).toEqual([itemOf(one.id)]);
      const replaced = await productsApi.update(id, { version: 1, relatedIds: [itemOf(other.id)] });
      expect(replaced.body.relatedIds).toEqual([itemOf(other.id)]);
      const emptied = await productsApi.update(id, { version: 2, relatedIds: [] });
      expect(emptied.body.relatedIds).toEqual([]);
    });

    it('refuses related that the organization does not have', async () => {
      const itemOf = (id: string) => id;
      const foreign = await makeProduct(api, await aMember(api), 2);
      const unknown = [randomUUID(), foreign.id];
      for (const id of unknown) {
        const { status, body } = await productsApi.create(
          await productBody(api, owner, 0, { relatedIds: [itemOf(id)] }),
        );
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'PRODUCT_RELATED_UNKNOWN' });
      }
    });

    it('keeps its tags, each once', async () => {
      const [one, other] = [await makeTag(api, owner, 2), await makeTag(api, owner, 3)];
      const itemOf = (id: string) => id;
      const { id, tagIds: first } = await makeProduct(api, owner, 0, { tagIds: [itemOf(one.id), itemOf(one.id)] });
      expect(first).toEqual([itemOf(one.id)]);
      const replaced = await productsApi.update(id, { version: 1, tagIds: [itemOf(other.id)] });
      expect(replaced.body.tagIds).toEqual([itemOf(other.id)]);
      const emptied = await productsApi.update(id, { version: 2, tagIds: [] });
      expect(emptied.body.tagIds).toEqual([]);
    });

    it('refuses tags that the organization does not have', async () => {
      const itemOf = (id: string) => id;
      const foreign = await makeTag(api, await aMember(api), 2);
      const unknown = [randomUUID(), foreign.id];
      for (const id of unknown) {
        const { status, body } = await productsApi.create(await productBody(api, owner, 0, { tagIds: [itemOf(id)] }));
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'PRODUCT_TAGS_UNKNOWN' });
      }
    });
  });

  describe('who may', () => {
    const attemptsOf = (as: Resource, id: string) => [
      () => as.get(id),
      () => as.update(id, { version: 1 }),
      () => as.delete(id),
      () => as.act(id, 'archive'),
      () => as.act(id, 'publish'),
    ];

    it('shows members with a grant of their own products no others', async () => {
      const mine = await makeProduct(api, owner);
      const permissions = [
        'catalog.product:read',
        'catalog.product:update',
        'catalog.product:delete',
        'catalog.product:archive',
        'catalog.product:publish',
      ] as const;
      const grants = permissions.map((permission) => ({ permission, scope: 'own' as const }));
      const colleague = await aMemberWith(api, grants, owner);
      const theirs = resource(api, path, colleague.token);
      for (const attempt of attemptsOf(theirs, mine.id)) expect((await attempt()).status).toBe(404);
      expect((await theirs.list()).body.items).toEqual([]);

      await api.admin('UPDATE products SET created_by = $1 WHERE tenant_id = $2', [colleague.userId, owner.tenantId]);
      const { body } = await theirs.list();
      expect(body.items.map(({ id }: ProductView) => id)).toEqual([mine.id]);
      expect((await theirs.update(mine.id, { version: 1 })).status).toBe(200);
    });

    it('shows nothing of one organization to another, and lets it change nothing', async () => {
      const mine = await makeProduct(api, owner);
      const stranger = await aMember(api);
      const foreign = resource(api, path, stranger.token);
      for (const attempt of attemptsOf(foreign, mine.id)) expect((await attempt()).status).toBe(404);
      expect((await foreign.list()).body.items).toEqual([]);
      expect((await productsApi.get(mine.id)).body).toEqual(mine);
    });

    it('records who created, changed and deleted it', async () => {
      const { id } = await makeProduct(api, owner);
      await productsApi.update(id, { version: 1 });
      await productsApi.delete(id);
      const entries = await api.admin<{ action: string; actor_id: string }>(
        'SELECT action, actor_id FROM audit_log WHERE entity_id = $1 ORDER BY created_at, id',
        [id],
      );
      expect(entries).toEqual(
        ['catalog.product:create', 'catalog.product:update', 'catalog.product:delete'].map((action) => ({
          action,
          actor_id: owner.userId,
        })),
      );
    });
  });
});
