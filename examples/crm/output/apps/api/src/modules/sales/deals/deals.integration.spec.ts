import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountsPath, makeAccount } from '../../../../test/factories/account.factory.js';
import { dealBody, dealSamples, dealsPath, makeDeal, severalDeals } from '../../../../test/factories/deal.factory.js';
import { leadsPath, makeLead } from '../../../../test/factories/lead.factory.js';
import { lossReasonsPath, makeLossReason } from '../../../../test/factories/loss-reason.factory.js';
import { makePipeline, pipelinesPath } from '../../../../test/factories/pipeline.factory.js';
import { everyId, type Query, resource, type Resource, without } from '../../../../test/factories/resource.js';
import { makeStage, stagesPath } from '../../../../test/factories/stage.factory.js';
import { makeTerritory, territoriesPath } from '../../../../test/factories/territory.factory.js';
import { makeUser } from '../../../../test/factories/user.factory.js';
import { startApi, type TestApi } from '../../../../test/support/api.js';
import { aMember, aMemberWith, type TestMember } from '../../../../test/support/members.js';
import type { DealView } from './deal.dto.js';

describe('deals', () => {
  let api: TestApi;
  let owner: TestMember;
  let path: string;
  let dealsApi: Resource;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    owner = await aMember(api);
    path = await dealsPath(api, owner);
    dealsApi = resource(api, path, owner.token);
  });

  describe('create and read', () => {
    it('stores what was sent and returns it', async () => {
      const sent = await dealBody(api, owner);
      const { status, headers, body } = await dealsApi.create(sent);
      expect(status).toBe(201);
      expect(headers['location']).toBe(`${path}/${body.id}`);
      expect(body).toMatchObject({ ...sent, outcome: 'open', version: 1, createdBy: owner.userId });
      expect((await dealsApi.get(body.id)).body).toEqual(body);
    });

    it.each(['tenantId', 'updatedBy'])('never returns %s', async (name) => {
      expect(await makeDeal(api, owner)).not.toHaveProperty(name);
    });

    it('does not know what was never created', async () => {
      const { status, body } = await dealsApi.get(randomUUID());
      expect({ status, code: body.code }).toEqual({ status: 404, code: 'DEAL_NOT_FOUND' });
    });

    it('counts number per organization', async () => {
      const [first, second] = [await makeDeal(api, owner, 0), await makeDeal(api, owner, 1)];
      const elsewhere = await makeDeal(api, await aMember(api), 0);
      expect([first.number, second.number, elsewhere.number]).toEqual(['1', '2', '1']);
    });
  });

  describe('list', () => {
    it('walks through all pages of every sort, also where values are equal', async () => {
      await severalDeals(api, owner);
      await api.admin('UPDATE deals SET created_at = now() WHERE tenant_id = $1', [owner.tenantId]);
      const orderBy = {
        createdAt: '"created_at", id',
        '-createdAt': '"created_at" DESC, id DESC',
        expectedCloseOn: '"expected_close_on", id',
        '-expectedCloseOn': '"expected_close_on" DESC, id DESC',
        number: '"number", id',
        '-number': '"number" DESC, id DESC',
        probability: '"probability", id',
        '-probability': '"probability" DESC, id DESC',
      };
      for (const [sort, order] of Object.entries(orderBy)) {
        const rows = await api.admin<{ id: string }>(`SELECT id FROM deals WHERE tenant_id = $1 ORDER BY ${order}`, [
          owner.tenantId,
        ]);
        expect(rows).toHaveLength(dealSamples.length);
        expect(await everyId(dealsApi, { sort }), sort).toEqual(rows.map(({ id }) => id));
      }
    });

    it('refuses a cursor of another sort, and what never was a cursor', async () => {
      await severalDeals(api, owner);
      const { body: page } = await dealsApi.list({ limit: 2 });
      const queries: Query[] = [{ cursor: page.nextCursor, sort: 'createdAt' }, { cursor: '-createdAt.nonsense' }];
      for (const query of queries) {
        const { status, body } = await dealsApi.list(query);
        expect({ status, code: body.code }).toEqual({ status: 400, code: 'CURSOR_INVALID' });
      }
    });

    it('filters by every value of a field', async () => {
      const rows = await severalDeals(api, owner);
      for (const name of ['outcome'] as const) {
        const values = rows.map((row) => row[name]);
        for (const value of new Set(values)) {
          const expected = rows.filter((row) => row[name] === value).map(({ id }) => id);
          expect(new Set(await everyId(dealsApi, { [name]: value })), name).toEqual(new Set(expected));
        }
      }
    });

    it('filters by ownerId', async () => {
      const target = await makeUser(api, owner, 4);
      const { id } = await makeDeal(api, owner, 0, { ownerId: target.id });
      await makeDeal(api, owner, 1);
      expect(await everyId(dealsApi, { ownerId: target.id })).toEqual([id]);
    });

    it('filters by accountId', async () => {
      const target = await makeAccount(api, owner, 4);
      const { id } = await makeDeal(api, owner, 0, { accountId: target.id });
      await makeDeal(api, owner, 1);
      expect(await everyId(dealsApi, { accountId: target.id })).toEqual([id]);
    });

    it('filters by stageId', async () => {
      const target = await makeStage(api, owner, 4);
      const { id } = await makeDeal(api, owner, 0, { stageId: target.id });
      await makeDeal(api, owner, 1);
      expect(await everyId(dealsApi, { stageId: target.id })).toEqual([id]);
    });

    it('filters by territoryId', async () => {
      const target = await makeTerritory(api, owner, 4);
      const { id } = await makeDeal(api, owner, 0, { territoryId: target.id });
      await makeDeal(api, owner, 1);
      expect(await everyId(dealsApi, { territoryId: target.id })).toEqual([id]);
    });

    it('searches, whatever the case, and takes wildcards for what they are', async () => {
      const [wanted] = await severalDeals(api, owner);
      const { body } = await dealsApi.list({ search: String(wanted?.title).toUpperCase() });
      expect(body.items).toContainEqual(wanted);
      for (const search of ['%', '_']) expect(await everyId(dealsApi, { search })).toEqual([]);
    });
  });

  describe('update', () => {
    it('changes what was sent and nothing else', async () => {
      const before = await makeDeal(api, owner);
      const sent = without({ ...dealSamples[1] }, []);
      const { status, body } = await dealsApi.update(before.id, { ...sent, version: 1 });
      expect(status).toBe(200);
      expect(body).toEqual({ ...before, ...sent, version: 2, updatedAt: body.updatedAt });
    });

    it('refuses a change that was made from an old version', async () => {
      const { id } = await makeDeal(api, owner);
      const changed = await dealsApi.update(id, { version: 1 });
      const { status, body } = await dealsApi.update(id, { version: 1 });
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'DEAL_CHANGED_MEANWHILE' });
      expect((await dealsApi.get(id)).body).toEqual(changed.body);
    });

    it.each(['number', 'outcome', 'leadId', 'id', 'tenantId', 'createdBy'])('does not take %s', async (name) => {
      const { id } = await makeDeal(api, owner);
      const { status, body } = await dealsApi.update(id, { version: 1, [name]: 'changed' });
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'VALIDATION_FAILED' });
    });
  });

  describe('delete', () => {
    it('removes it', async () => {
      const { id } = await makeDeal(api, owner);
      expect((await dealsApi.delete(id)).status).toBe(204);
      expect((await dealsApi.get(id)).status).toBe(404);
    });

    it('keeps what was changed since the version that was looked at', async () => {
      const { id } = await makeDeal(api, owner);
      await dealsApi.update(id, { version: 1 });
      const { status, body } = await dealsApi.delete(id, { version: 1 });
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'DEAL_CHANGED_MEANWHILE' });
      expect((await dealsApi.get(id)).status).toBe(200);
    });
  });

  describe('rules', () => {
    it('refuses what breaks value-amount-at-least-0', async () => {
      const broken = {
        value: { amount: -1, currency: 'EUR' },
      };
      const { status, body } = await dealsApi.create(await dealBody(api, owner, 0, broken));
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'DEAL_RULE_BROKEN' });
      expect(body.rules).toEqual([expect.objectContaining({ id: 'value-amount-at-least-0' })]);
      expect((await dealsApi.list()).body.items).toEqual([]);
    });

    it('has a constraint behind value-amount-at-least-0', async () => {
      const { id } = await makeDeal(api, owner);
      const bypass = api.admin('UPDATE deals SET "value_amount" = $2, "value_currency" = $3 WHERE id = $1', [
        id,
        -1,
        'EUR',
      ]);
      await expect(bypass).rejects.toMatchObject({ code: '23514' });
    });
  });

  describe('lifecycle', () => {
    it('takes abandon from open to abandoned', async () => {
      const { id } = await makeDeal(api, owner, 0, {});
      for (const action of []) await dealsApi.act(id, action);
      const { status, body } = await dealsApi.act(id, 'abandon');
      expect(status).toBe(200);
      expect(body).toMatchObject({ outcome: 'abandoned', closedAt: expect.any(String) });
      const events = await api.admin('SELECT type, entity_type, tenant_id FROM outbox_events WHERE entity_id = $1', [
        id,
      ]);
      expect(events).toContainEqual({ type: 'deal.abandoned', entity_type: 'Deal', tenant_id: owner.tenantId });
      const entries = await api.admin('SELECT changes FROM audit_log WHERE entity_id = $1 AND action = $2', [
        id,
        'sales.deal:abandon',
      ]);
      expect(entries).toContainEqual({ changes: { outcome: { from: 'open', to: 'abandoned' } } });
    });

    it('takes lose from open to lost', async () => {
      const { id } = await makeDeal(api, owner, 0, {});
      for (const action of []) await dealsApi.act(id, action);
      const { status, body } = await dealsApi.act(id, 'lose');
      expect(status).toBe(200);
      expect(body).toMatchObject({ outcome: 'lost', closedAt: expect.any(String), probability: 0 });
      const events = await api.admin('SELECT type, entity_type, tenant_id FROM outbox_events WHERE entity_id = $1', [
        id,
      ]);
      expect(events).toContainEqual({ type: 'deal.lost', entity_type: 'Deal', tenant_id: owner.tenantId });
      const entries = await api.admin('SELECT changes FROM audit_log WHERE entity_id = $1 AND action = $2', [
        id,
        'sales.deal:lose',
      ]);
      expect(entries).toContainEqual({ changes: { outcome: { from: 'open', to: 'lost' } } });
    });

    it('takes reopen from lost to open', async () => {
      const { id } = await makeDeal(api, owner, 0, {});
      for (const action of ['lose']) await dealsApi.act(id, action);
      const { status, body } = await dealsApi.act(id, 'reopen');
      expect(status).toBe(200);
      expect(body).toMatchObject({ outcome: 'open' });
      const events = await api.admin('SELECT type, entity_type, tenant_id FROM outbox_events WHERE entity_id = $1', [
        id,
      ]);
      expect(events).toContainEqual({ type: 'deal.reopened', entity_type: 'Deal', tenant_id: owner.tenantId });
      const entries = await api.admin('SELECT changes FROM audit_log WHERE entity_id = $1 AND action = $2', [
        id,
        'sales.deal:reopen',
      ]);
      expect(entries).toContainEqual({ changes: { outcome: { from: 'lost', to: 'open' } } });
    });

    it('takes reopen from abandoned to open', async () => {
      const { id } = await makeDeal(api, owner, 0, {});
      for (const action of ['abandon']) await dealsApi.act(id, action);
      const { status, body } = await dealsApi.act(id, 'reopen');
      expect(status).toBe(200);
      expect(body).toMatchObject({ outcome: 'open' });
      const events = await api.admin('SELECT type, entity_type, tenant_id FROM outbox_events WHERE entity_id = $1', [
        id,
      ]);
      expect(events).toContainEqual({ type: 'deal.reopened', entity_type: 'Deal', tenant_id: owner.tenantId });
      const entries = await api.admin('SELECT changes FROM audit_log WHERE entity_id = $1 AND action = $2', [
        id,
        'sales.deal:reopen',
      ]);
      expect(entries).toContainEqual({ changes: { outcome: { from: 'abandoned', to: 'open' } } });
    });

    it('takes win from open to won', async () => {
      const { id } = await makeDeal(api, owner, 0, {});
      for (const action of []) await dealsApi.act(id, action);
      const { status, body } = await dealsApi.act(id, 'win');
      expect(status).toBe(200);
      expect(body).toMatchObject({ outcome: 'won', closedAt: expect.any(String), probability: 100 });
      const events = await api.admin('SELECT type, entity_type, tenant_id FROM outbox_events WHERE entity_id = $1', [
        id,
      ]);
      expect(events).toContainEqual({ type: 'deal.won', entity_type: 'Deal', tenant_id: owner.tenantId });
      const entries = await api.admin('SELECT changes FROM audit_log WHERE entity_id = $1 AND action = $2', [
        id,
        'sales.deal:win',
      ]);
      expect(entries).toContainEqual({ changes: { outcome: { from: 'open', to: 'won' } } });
    });

    it('refuses abandon from lost', async () => {
      const { id } = await makeDeal(api, owner, 0, {});
      for (const action of ['lose']) await dealsApi.act(id, action);
      const before = await dealsApi.get(id);
      expect(before.body.outcome).toBe('lost');
      const { status, body } = await dealsApi.act(id, 'abandon');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'DEAL_TRANSITION_REFUSED' });
      expect((await dealsApi.get(id)).body).toEqual(before.body);
    });

    it('refuses abandon from abandoned', async () => {
      const { id } = await makeDeal(api, owner, 0, {});
      for (const action of ['abandon']) await dealsApi.act(id, action);
      const before = await dealsApi.get(id);
      expect(before.body.outcome).toBe('abandoned');
      const { status, body } = await dealsApi.act(id, 'abandon');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'DEAL_TRANSITION_REFUSED' });
      expect((await dealsApi.get(id)).body).toEqual(before.body);
    });

    it('refuses abandon from won', async () => {
      const { id } = await makeDeal(api, owner, 0, {});
      for (const action of ['win']) await dealsApi.act(id, action);
      const before = await dealsApi.get(id);
      expect(before.body.outcome).toBe('won');
      const { status, body } = await dealsApi.act(id, 'abandon');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'DEAL_TRANSITION_REFUSED' });
      expect((await dealsApi.get(id)).body).toEqual(before.body);
    });

    it('refuses lose from lost', async () => {
      const { id } = await makeDeal(api, owner, 0, {});
      for (const action of ['lose']) await dealsApi.act(id, action);
      const before = await dealsApi.get(id);
      expect(before.body.outcome).toBe('lost');
      const { status, body } = await dealsApi.act(id, 'lose');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'DEAL_TRANSITION_REFUSED' });
      expect((await dealsApi.get(id)).body).toEqual(before.body);
    });

    it('refuses lose from abandoned', async () => {
      const { id } = await makeDeal(api, owner, 0, {});
      for (const action of ['abandon']) await dealsApi.act(id, action);
      const before = await dealsApi.get(id);
      expect(before.body.outcome).toBe('abandoned');
      const { status, body } = await dealsApi.act(id, 'lose');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'DEAL_TRANSITION_REFUSED' });
      expect((await dealsApi.get(id)).body).toEqual(before.body);
    });

    it('refuses lose from won', async () => {
      const { id } = await makeDeal(api, owner, 0, {});
      for (const action of ['win']) await dealsApi.act(id, action);
      const before = await dealsApi.get(id);
      expect(before.body.outcome).toBe('won');
      const { status, body } = await dealsApi.act(id, 'lose');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'DEAL_TRANSITION_REFUSED' });
      expect((await dealsApi.get(id)).body).toEqual(before.body);
    });

    it('refuses lose against its condition', async () => {
      const { id } = await makeDeal(api, owner, 0, {
        lossNote: undefined,
      });
      for (const action of []) await dealsApi.act(id, action);
      const before = await dealsApi.get(id);
      expect(before.body.outcome).toBe('open');
      const { status, body } = await dealsApi.act(id, 'lose');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'DEAL_TRANSITION_REFUSED' });
      expect((await dealsApi.get(id)).body).toEqual(before.body);
    });

    it('refuses reopen from open', async () => {
      const { id } = await makeDeal(api, owner, 0, {});
      for (const action of []) await dealsApi.act(id, action);
      const before = await dealsApi.get(id);
      expect(before.body.outcome).toBe('open');
      const { status, body } = await dealsApi.act(id, 'reopen');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'DEAL_TRANSITION_REFUSED' });
      expect((await dealsApi.get(id)).body).toEqual(before.body);
    });

    it('refuses reopen from won', async () => {
      const { id } = await makeDeal(api, owner, 0, {});
      for (const action of ['win']) await dealsApi.act(id, action);
      const before = await dealsApi.get(id);
      expect(before.body.outcome).toBe('won');
      const { status, body } = await dealsApi.act(id, 'reopen');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'DEAL_TRANSITION_REFUSED' });
      expect((await dealsApi.get(id)).body).toEqual(before.body);
    });

    it('refuses win from lost', async () => {
      const { id } = await makeDeal(api, owner, 0, {});
      for (const action of ['lose']) await dealsApi.act(id, action);
      const before = await dealsApi.get(id);
      expect(before.body.outcome).toBe('lost');
      const { status, body } = await dealsApi.act(id, 'win');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'DEAL_TRANSITION_REFUSED' });
      expect((await dealsApi.get(id)).body).toEqual(before.body);
    });

    it('refuses win from abandoned', async () => {
      const { id } = await makeDeal(api, owner, 0, {});
      for (const action of ['abandon']) await dealsApi.act(id, action);
      const before = await dealsApi.get(id);
      expect(before.body.outcome).toBe('abandoned');
      const { status, body } = await dealsApi.act(id, 'win');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'DEAL_TRANSITION_REFUSED' });
      expect((await dealsApi.get(id)).body).toEqual(before.body);
    });

    it('refuses win from won', async () => {
      const { id } = await makeDeal(api, owner, 0, {});
      for (const action of ['win']) await dealsApi.act(id, action);
      const before = await dealsApi.get(id);
      expect(before.body.outcome).toBe('won');
      const { status, body } = await dealsApi.act(id, 'win');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'DEAL_TRANSITION_REFUSED' });
      expect((await dealsApi.get(id)).body).toEqual(before.body);
    });

    it('refuses win against its condition', async () => {
      const { id } = await makeDeal(api, owner, 0, {
        value: { amount: 0, currency: 'EUR' },
      });
      for (const action of []) await dealsApi.act(id, action);
      const before = await dealsApi.get(id);
      expect(before.body.outcome).toBe('open');
      const { status, body } = await dealsApi.act(id, 'win');
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'DEAL_TRANSITION_REFUSED' });
      expect((await dealsApi.get(id)).body).toEqual(before.body);
    });

    it('leaves reopen to admin, sales-manager', async () => {
      const { id } = await makeDeal(api, owner);
      const colleague = await aMemberWith(api, [{ permission: 'sales.deal:reopen', scope: 'all' }], owner);
      const { status, body } = await resource(api, path, colleague.token).act(id, 'reopen');
      expect({ status, code: body.code }).toEqual({ status: 403, code: 'ROLE_REQUIRED' });
    });
  });

  describe('what it refers to', () => {
    it('refuses a account that the organization does not have', async () => {
      const foreign = await makeAccount(api, await aMember(api));
      const unknown = [randomUUID(), foreign.id];
      for (const id of unknown) {
        const { status, body } = await dealsApi.create(await dealBody(api, owner, 0, { accountId: id }));
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'DEAL_ACCOUNT_UNKNOWN' });
        expect(body.errors).toEqual([expect.objectContaining({ pointer: '/accountId' })]);
      }
    });

    it('keeps its account', async () => {
      const target = await makeAccount(api, owner, 3);
      const { id } = await makeDeal(api, owner, 0, { accountId: target.id });
      const targets = resource(api, await accountsPath(api, owner), owner.token);
      const { status } = await targets.delete(target.id);
      const { body } = await dealsApi.get(id);
      expect({ status, accountId: body.accountId }).toEqual({ status: 409, accountId: target.id });
    });

    it('refuses a lead that the organization does not have', async () => {
      const foreign = await makeLead(api, await aMember(api));
      const unknown = [randomUUID(), foreign.id];
      for (const id of unknown) {
        const { status, body } = await dealsApi.create(await dealBody(api, owner, 0, { leadId: id }));
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'DEAL_LEAD_UNKNOWN' });
        expect(body.errors).toEqual([expect.objectContaining({ pointer: '/leadId' })]);
      }
    });

    it('outlives its lead', async () => {
      const target = await makeLead(api, owner, 3);
      const { id } = await makeDeal(api, owner, 0, { leadId: target.id });
      const targets = resource(api, await leadsPath(api, owner), owner.token);
      const { status } = await targets.delete(target.id);
      const { body } = await dealsApi.get(id);
      expect({ status, leadId: body.leadId }).toEqual({ status: 204, leadId: null });
    });

    it('refuses a loss reason that the organization does not have', async () => {
      const foreign = await makeLossReason(api, await aMember(api));
      const unknown = [randomUUID(), foreign.id];
      for (const id of unknown) {
        const { status, body } = await dealsApi.create(await dealBody(api, owner, 0, { lossReasonId: id }));
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'DEAL_LOSS_REASON_UNKNOWN' });
        expect(body.errors).toEqual([expect.objectContaining({ pointer: '/lossReasonId' })]);
      }
    });

    it('outlives its loss reason', async () => {
      const target = await makeLossReason(api, owner, 3);
      const { id } = await makeDeal(api, owner, 0, { lossReasonId: target.id });
      const targets = resource(api, await lossReasonsPath(api, owner), owner.token);
      const { status } = await targets.delete(target.id);
      const { body } = await dealsApi.get(id);
      expect({ status, lossReasonId: body.lossReasonId }).toEqual({ status: 204, lossReasonId: null });
    });

    it('refuses a owner that the organization does not have', async () => {
      const foreign = await makeUser(api, await aMember(api));
      const unknown = [randomUUID(), foreign.id];
      for (const id of unknown) {
        const { status, body } = await dealsApi.create(await dealBody(api, owner, 0, { ownerId: id }));
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'DEAL_OWNER_UNKNOWN' });
        expect(body.errors).toEqual([expect.objectContaining({ pointer: '/ownerId' })]);
      }
    });

    it('refuses a pipeline that the organization does not have', async () => {
      const foreign = await makePipeline(api, await aMember(api));
      const unknown = [randomUUID(), foreign.id];
      for (const id of unknown) {
        const { status, body } = await dealsApi.create(await dealBody(api, owner, 0, { pipelineId: id }));
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'DEAL_PIPELINE_UNKNOWN' });
        expect(body.errors).toEqual([expect.objectContaining({ pointer: '/pipelineId' })]);
      }
    });

    it('keeps its pipeline', async () => {
      const target = await makePipeline(api, owner, 3);
      const { id } = await makeDeal(api, owner, 0, { pipelineId: target.id });
      const targets = resource(api, await pipelinesPath(api, owner), owner.token);
      const { status } = await targets.delete(target.id);
      const { body } = await dealsApi.get(id);
      expect({ status, pipelineId: body.pipelineId }).toEqual({ status: 409, pipelineId: target.id });
    });

    it('refuses a stage that the organization does not have', async () => {
      const foreign = await makeStage(api, await aMember(api));
      const unknown = [randomUUID(), foreign.id];
      for (const id of unknown) {
        const { status, body } = await dealsApi.create(await dealBody(api, owner, 0, { stageId: id }));
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'DEAL_STAGE_UNKNOWN' });
        expect(body.errors).toEqual([expect.objectContaining({ pointer: '/stageId' })]);
      }
    });

    it('keeps its stage', async () => {
      const target = await makeStage(api, owner, 3);
      const { id } = await makeDeal(api, owner, 0, { stageId: target.id });
      const targets = resource(api, await stagesPath(api, owner), owner.token);
      const { status } = await targets.delete(target.id);
      const { body } = await dealsApi.get(id);
      expect({ status, stageId: body.stageId }).toEqual({ status: 409, stageId: target.id });
    });

    it('refuses a territory that the organization does not have', async () => {
      const foreign = await makeTerritory(api, await aMember(api));
      const unknown = [randomUUID(), foreign.id];
      for (const id of unknown) {
        const { status, body } = await dealsApi.create(await dealBody(api, owner, 0, { territoryId: id }));
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'DEAL_TERRITORY_UNKNOWN' });
        expect(body.errors).toEqual([expect.objectContaining({ pointer: '/territoryId' })]);
      }
    });

    it('outlives its territory', async () => {
      const target = await makeTerritory(api, owner, 3);
      const { id } = await makeDeal(api, owner, 0, { territoryId: target.id });
      const targets = resource(api, await territoriesPath(api, owner), owner.token);
      const { status } = await targets.delete(target.id);
      const { body } = await dealsApi.get(id);
      expect({ status, territoryId: body.territoryId }).toEqual({ status: 204, territoryId: null });
    });
  });

  describe('who may', () => {
    const attemptsOf = (as: Resource, id: string) => [
      () => as.get(id),
      () => as.update(id, { version: 1 }),
      () => as.delete(id),
      () => as.act(id, 'abandon'),
      () => as.act(id, 'lose'),
      () => as.act(id, 'win'),
    ];

    it('shows members with a grant of their own deals no others', async () => {
      const mine = await makeDeal(api, owner);
      const permissions = [
        'sales.deal:read',
        'sales.deal:update',
        'sales.deal:delete',
        'sales.deal:abandon',
        'sales.deal:lose',
        'sales.deal:win',
      ] as const;
      const grants = permissions.map((permission) => ({ permission, scope: 'own' as const }));
      const colleague = await aMemberWith(api, grants, owner);
      const theirs = resource(api, path, colleague.token);
      for (const attempt of attemptsOf(theirs, mine.id)) expect((await attempt()).status).toBe(404);
      expect((await theirs.list()).body.items).toEqual([]);

      await api.admin('UPDATE deals SET owner_id = $1 WHERE tenant_id = $2', [colleague.userId, owner.tenantId]);
      const { body } = await theirs.list();
      expect(body.items.map(({ id }: DealView) => id)).toEqual([mine.id]);
      expect((await theirs.update(mine.id, { version: 1 })).status).toBe(200);
    });

    it('lets members with a grant of their own deals create such only', async () => {
      const grants = ['sales.deal:create', 'sales.deal:read'] as const;
      const colleague = await aMemberWith(
        api,
        grants.map((permission) => ({ permission, scope: 'own' as const })),
        owner,
      );
      const theirs = resource(api, path, colleague.token);
      const sent = await dealBody(api, owner);
      const refused = await theirs.create({ ...sent, ownerId: owner.userId });
      expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 403, code: 'OWNER_NOT_YOURSELF' });
      const { status, body } = await theirs.create({ ...sent, ownerId: colleague.userId });
      expect({ status, owner: body.ownerId }).toEqual({ status: 201, owner: colleague.userId });
    });

    it('shows nothing of one organization to another, and lets it change nothing', async () => {
      const mine = await makeDeal(api, owner);
      const stranger = await aMember(api);
      const foreign = resource(api, path, stranger.token);
      for (const attempt of attemptsOf(foreign, mine.id)) expect((await attempt()).status).toBe(404);
      expect((await foreign.act(mine.id, 'reopen')).status).toBe(404);
      expect((await foreign.list()).body.items).toEqual([]);
      expect((await dealsApi.get(mine.id)).body).toEqual(mine);
    });

    it('records who created, changed and deleted it', async () => {
      const { id } = await makeDeal(api, owner);
      await dealsApi.update(id, { version: 1 });
      await dealsApi.delete(id);
      const entries = await api.admin<{ action: string; actor_id: string }>(
        'SELECT action, actor_id FROM audit_log WHERE entity_id = $1 ORDER BY created_at, id',
        [id],
      );
      expect(entries).toEqual(
        ['sales.deal:create', 'sales.deal:update', 'sales.deal:delete'].map((action) => ({
          action,
          actor_id: owner.userId,
        })),
      );
    });
  });
});
