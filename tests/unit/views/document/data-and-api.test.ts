import { beforeAll, describe, expect, it } from 'vitest';

import { baseErrors, entityCodes } from '../../../../src/views/document/api-design/errors.js';
import { limitRows } from '../../../../src/views/document/api-design/limits.js';
import { baseIndexes, domainIndexes } from '../../../../src/views/document/data-layer/indexes.js';
import { endpointGroups } from '../../../../src/views/document/api-design/routes.js';
import { documentOf, EXAMPLES, type World } from '../../../support/documents.js';

const migration = 'packages/database/prisma/migrations/00000000000002_tables/migration.sql';
const schema = 'packages/database/prisma/schema.prisma';

describe.each(EXAMPLES)('sections 5 and 7 of %s', (example) => {
  let world: World;
  const read = (path: string): string => world.files.get(path) ?? '';
  const quotable = () => ({ paths: [...world.files.keys()], read: (path: string) => Promise.resolve(read(path)) });
  beforeAll(async () => {
    world = await documentOf(example);
  });

  it('name every index of the migration, and none that it does not make', () => {
    const made = [...read(migration).matchAll(/CREATE (?:UNIQUE )?INDEX "(\w+)"|CONSTRAINT "(\w+)" PRIMARY KEY/g)];
    const named = [...baseIndexes(read(schema), world.design), ...domainIndexes(world.design)];

    expect(named.map(({ index }) => index).sort()).toEqual(made.map(([, index, key]) => index ?? key).sort());
  });

  it('name the columns of each index as the migration does', () => {
    const made = new Map(
      [...read(migration).matchAll(/CREATE (?:UNIQUE )?INDEX "(\w+)" ON "\w+"\(([^)]*)\)/g)].map(
        ([, index = '', columns = '']) => [index, columns.replaceAll('"', '').split(', ')],
      ),
    );
    const named = [...baseIndexes(read(schema), world.design), ...domainIndexes(world.design)];

    const wrong = named.filter(({ index, columns }) => made.has(index) && made.get(index)?.join() !== columns.join());

    expect(wrong).toEqual([]);
  });

  it('say of each index what it serves', () => {
    const named = [...baseIndexes(read(schema), world.design), ...domainIndexes(world.design)];

    expect(named.filter(({ serves }) => serves === '')).toEqual([]);
  });

  it('name every code of an entity that its error classes have, and no other', () => {
    const errors = [...world.files].filter(([path]) => /\/modules\/[\w-]+\/[\w-]+\/[\w-]+\.errors\.ts$/.test(path));
    const thrown = errors.flatMap(([, text]) => [...text.matchAll(/super\(\s*'([A-Z_]+)'/g)].map(([, code]) => code));
    const named = world.design.entities.flatMap((entity) => entityCodes(entity, world.design));

    expect(named.map(({ code }) => code).sort()).toEqual(thrown.sort());
  });

  it('name the codes of the base with their status', async () => {
    const codes = new Map((await baseErrors(quotable())).map(({ code, status }) => [code, status]));

    expect(codes.get('VALIDATION_FAILED')).toBe(400);
    expect(codes.get('SESSION_ENDED')).toBe(401);
    expect(codes.get('ROLE_REQUIRED')).toBe(403);
    expect(codes.get('ROUTE_NOT_FOUND')).toBe(404);
    expect(codes.get('BODY_TOO_LARGE')).toBe(413);
    expect([...codes.values()].filter((status) => status < 400)).toEqual([]);
  });

  it('tell the limits with the defaults of the environment', async () => {
    const rows = await limitRows(world.design, quotable());

    expect(rows.map(({ code }) => code)).toContain('`RATE_LIMIT_ORGANIZATION`');
    expect(rows.filter(({ limit, variable }) => /NaN|undefined/.test(limit + variable))).toEqual([]);
  });

  it('list every endpoint once', () => {
    const listed = endpointGroups(world.design, '5.9').flatMap(({ rows }) => rows.map(({ endpoint }) => endpoint));

    expect(listed.sort()).toEqual(world.design.endpoints.map(({ method, path }) => `\`${method} ${path}\``).sort());
  });
});
