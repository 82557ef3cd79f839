import { expect } from 'vitest';

import type { ActionDesign, Design, EntityDesign } from '../../../src/design/model.js';
import type { Api } from './api.js';

/** What the seed makes: two organizations, in each an owner; one where the blueprint is for one. */
const OWNER = 'owner@acme.test';
const HOSTILE_OWNER = 'owner@globex.test';
const PASSWORD = 'correct-horse-battery-staple';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly [name: string]: unknown;
}
interface List {
  readonly items: readonly Row[];
}

/** What a person would try first, over HTTP, in the terms of the blueprint; and what a member of another organization would try next. */
export async function smokeJourney(api: Api, design: Design): Promise<void> {
  await refusesStrangers(api, design);
  const token = await signIn(api, OWNER);
  const hostile = design.blueprint.tenancy === 'single' ? undefined : await signIn(api, HOSTILE_OWNER);
  for (const entity of listed(design)) await showsOwnRowsOnly(api, entity, token, hostile);

  const entity = simplest(design);
  const created = await create(api, entity, token);
  const path = `/api/v1${entity.route}/${created.id}`;
  expect((await api.request('GET', path, { token })).body).toEqual(created);
  if (hostile !== undefined) await refusesHostileMember(api, path, created, hostile);
  await runLifecycle(api, design, token);
  await documentsItself(api, design);
}

async function documentsItself(api: Api, design: Design): Promise<void> {
  const { status, body } = await api.request('GET', '/api/openapi.json');
  expect(status).toBe(200);
  const { paths } = body as { paths: Record<string, object> };
  const documented = listed(design).filter(({ route }) => paths[`/api/v1${route}`]);
  expect(documented.map(({ route }) => route)).toEqual(listed(design).map(({ route }) => route));
}

async function refusesStrangers(api: Api, design: Design): Promise<void> {
  for (const { route } of listed(design)) {
    expect((await api.request('GET', `/api/v1${route}`)).status).toBe(401);
  }
  const wrong = await api.request('POST', '/api/v1/auth/login', {
    body: { email: OWNER, password: 'wrong-horse-battery' },
  });
  expect(wrong.status).toBe(401);
}

export async function signIn(api: Api, email: string): Promise<string> {
  const { status, body } = await api.request('POST', '/api/v1/auth/login', { body: { email, password: PASSWORD } });
  expect(status, JSON.stringify(body)).toBe(200);
  return (body as { accessToken: string }).accessToken;
}

async function showsOwnRowsOnly(
  api: Api,
  entity: EntityDesign,
  token: string,
  hostile: string | undefined,
): Promise<void> {
  const own = await list(api, entity, token);
  expect(own.length, `seeded ${entity.names.textMany}`).toBeGreaterThan(0);
  if (!entity.tenantScoped || hostile === undefined) return;
  const ids = new Set(own.map((row) => row.id));
  expect((await list(api, entity, hostile)).filter((row) => ids.has(row.id))).toEqual([]);
}

async function create(api: Api, entity: EntityDesign, token: string): Promise<Row> {
  const { status, body, headers } = await api.request('POST', `/api/v1${entity.route}`, {
    token,
    body: entity.samples.at(-1),
  });
  expect(status, JSON.stringify(body)).toBe(201);
  const row = body as Row;
  expect(headers.get('location')).toContain(row.id);
  expect((await list(api, entity, token)).map(({ id }) => id)).toContain(row.id);
  return row;
}

/** Not "forbidden": a member of another organization must not learn that the row exists. */
async function refusesHostileMember(api: Api, path: string, { version }: Row, token: string): Promise<void> {
  expect((await api.request('GET', path, { token })).status).toBe(404);
  expect((await api.request('PATCH', path, { token, body: { version } })).status).toBe(404);
  expect((await api.request('DELETE', path, { token })).status).toBe(404);
}

/** Takes one row of each entity through an action that its state allows. */
async function runLifecycle(api: Api, design: Design, token: string): Promise<void> {
  let taken = 0;
  for (const entity of listed(design).filter(({ actions }) => actions.length > 0)) {
    const rows = await list(api, entity, token);
    const [row, action] = firstPossible(rows, entity.actions) ?? [];
    if (!row || !action) continue;
    const path = `/api/v1${entity.route}/${row.id}/${action.path}`;
    const { status, body } = await api.request('POST', path, { token });
    expect(status, `${path} ${JSON.stringify(body)}`).toBe(200);
    expect((body as Row)[action.field]).toBe(action.action.to);
    taken += 1;
  }
  expect(taken).toBeGreaterThan(0);
}

function firstPossible(rows: readonly Row[], actions: readonly ActionDesign[]): [Row, ActionDesign] | undefined {
  for (const row of rows) {
    const action = actions.find(({ action: { from, when }, field }) => !when && from.includes(String(row[field])));
    if (action) return [row, action];
  }
  return undefined;
}

async function list(api: Api, { route }: EntityDesign, token: string): Promise<readonly Row[]> {
  const { status, body } = await api.request('GET', `/api/v1${route}?limit=100`, { token });
  expect(status, `${route} ${JSON.stringify(body)}`).toBe(200);
  return (body as List).items;
}

/** Entities with a list of their own; parts of an aggregate are listed below their parent. */
function listed({ entities }: Design): readonly EntityDesign[] {
  return entities.filter(({ parent }) => !parent);
}

/** An entity that can be created on its own. */
function simplest(design: Design): EntityDesign {
  const found = listed(design).find(
    ({ writable, references, links }) => writable && links.length === 0 && references.every(({ optional }) => optional),
  );
  if (!found) throw new Error('Every entity needs another one first.');
  return found;
}
