import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealSamples } from '../../../../test/factories/deal.factory.js';
import { startApi, type TestApi } from '../../../../test/support/api.js';
import { aMember, aMemberWith, type TestMember } from '../../../../test/support/members.js';

/** What is refused before anything is looked up: callers, permissions, inputs. */
describe('HTTP of deals', () => {
  const path = '/api/v1/deals';
  let api: TestApi;
  let owner: TestMember;
  let nobody: TestMember;

  beforeAll(async () => {
    api = await startApi();
    owner = await aMember(api);
    nobody = await aMemberWith(api, [], owner);
  });
  afterAll(() => api.close());

  const one = `${path}/00000000-0000-4000-8000-000000000000`;
  const endpoints = [
    ['GET', path],
    ['POST', path],
    ['GET', one],
    ['PATCH', one],
    ['DELETE', one],
    ['POST', `${one}/abandon`],
    ['POST', `${one}/lose`],
    ['POST', `${one}/reopen`],
    ['POST', `${one}/win`],
  ] as const;

  it.each(endpoints)('%s %s asks who is calling', async (method, url) => {
    const { status, headers } = await api.request(method, url);
    expect(status).toBe(401);
    expect(headers['content-type']).toContain('application/problem+json');
  });

  it.each(endpoints)('%s %s needs its permission', async (method, url) => {
    const { status, body } = await api.request(method, url, { token: nobody.token });
    expect(status).toBe(403);
    expect(['PERMISSION_MISSING', 'ROLE_REQUIRED']).toContain(body.code);
  });

  it.each(endpoints.slice(2))('%s %s refuses an id that is none', async (method, url) => {
    const { status, body } = await api.request(method, url.replace(one, `${path}/123`), { token: owner.token });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'VALIDATION_FAILED' });
  });

  /** Pointers to what is wrong with a body for POST. */
  const faultsOf = async (sent: object): Promise<string[]> => {
    const { status, body } = await api.request('POST', path, { token: owner.token, body: sent });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'VALIDATION_FAILED' });
    return body.errors.map(({ pointer }: { pointer: string }) => pointer);
  };

  it('names every member that is missing', async () => {
    expect(await faultsOf({})).toEqual(
      expect.arrayContaining(['/title', '/expectedCloseOn', '/value', '/accountId', '/pipelineId', '/stageId']),
    );
  });

  it.each([
    'title',
    'expectedCloseOn',
    'probability',
    'value',
    'closedAt',
    'lossNote',
    'nextStep',
    'accountId',
    'leadId',
    'lossReasonId',
    'ownerId',
    'pipelineId',
    'stageId',
    'territoryId',
  ])('refuses %s of a wrong type', async (name) => {
    const faults = await faultsOf({ ...dealSamples[0], [name]: { wrong: true } });
    expect(faults.some((pointer) => pointer.startsWith(`/${name}`))).toBe(true);
  });

  it.each([
    ['title', 200],
    ['lossNote', 500],
    ['nextStep', 300],
  ] as const)('refuses %s of more than %i characters', async (name, max) => {
    expect(await faultsOf({ ...dealSamples[0], [name]: 'x'.repeat(max + 1) })).toContain(`/${name}`);
  });

  it.each(['number', 'outcome', 'id', 'tenantId', 'surprise'])('does not let a client choose %s', async (name) => {
    await faultsOf({ ...dealSamples[0], [name]: 'chosen' });
  });

  it('refuses an update without the version it was made from', async () => {
    const { status, body } = await api.request('PATCH', one, { token: owner.token, body: {} });
    expect(status).toBe(400);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/version' })]);
  });

  it.each<Record<string, string>>([
    { limit: '0' },
    { limit: '101' },
    { limit: 'all' },
    { sort: 'tenantId' },
    { surprise: '1' },
  ])('refuses the query %o', async (query) => {
    const { status, body } = await api.request('GET', path, { token: owner.token, query });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'VALIDATION_FAILED' });
  });
});
