import { beforeAll, describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../src/design/constants.js';
import { CHECKS, differencesOf } from '../support/document-checks/all.js';
import { documentOf, type World, worldOf } from '../support/documents.js';

/** One change of the planned repository, and the comparison that has to notice it. */
interface Mutation {
  readonly what: string;
  readonly noticedBy: keyof typeof CHECKS;
  readonly path: string;
  /** Every occurrence of the first is replaced by the second; the file is deleted where there is none. */
  readonly replace?: readonly [RegExp | string, string];
}

const CONFIG = 'apps/api/src/config/index.ts';
const TABLES = 'packages/database/prisma/migrations/00000000000002_tables/migration.sql';
const ORDERS = 'apps/api/src/modules/ordering/orders/orders.controller.ts';
const RATE_LIMIT = 'apps/api/src/middleware/rate-limit.ts';
const PERMISSIONS = 'packages/core/src/permissions.ts';
const ROLES = 'packages/core/src/roles.ts';

const MUTATIONS: readonly Mutation[] = [
  {
    what: 'another default of the request timeout in the API',
    noticedBy: 'the environment of design and code',
    path: CONFIG,
    replace: ['default(15000)', 'default(16000)'],
  },
  {
    what: 'another default of the pool in the API',
    noticedBy: 'the environment of design and code',
    path: CONFIG,
    replace: [/(DATABASE_POOL_SIZE[\s\S]*?default\()\d+/, '$1999'],
  },
  {
    what: 'another rate limit in .env.example',
    noticedBy: 'the environment of design and code',
    path: '.env.example',
    replace: ['RATE_LIMIT_PER_USER=300', 'RATE_LIMIT_PER_USER=301'],
  },
  {
    what: 'a variable that is gone from .env.example',
    noticedBy: 'the environment of design and code',
    path: '.env.example',
    replace: [/^# CORS_ORIGINS=.*$/m, ''],
  },
  {
    what: 'a variable that nobody designed',
    noticedBy: 'the environment of design and code',
    path: CONFIG,
    replace: ['  PORT: ', '  SECRET_DOOR: z.string().optional(),\n  PORT: '],
  },
  {
    what: 'a permission that is gone',
    noticedBy: 'the permissions and roles of design and code',
    path: PERMISSIONS,
    replace: [/^ {2}'ordering\.order:cancel'.*\n/m, ''],
  },
  {
    what: 'a permission that nobody designed, missing in the matrix',
    noticedBy: 'the matrix of roles and permissions',
    path: PERMISSIONS,
    replace: ["  'audit:read'", "  'audit:burn': 'Burn the audit log',\n  'audit:read'"],
  },
  {
    what: 'a role that may do less',
    noticedBy: 'the matrix of roles and permissions',
    path: ROLES,
    replace: [/(name: 'support'[\s\S]*?)scope: 'all'/, "$1scope: 'own'"],
  },
  {
    what: 'a role of another name',
    noticedBy: 'the permissions and roles of design and code',
    path: ROLES,
    replace: ["name: 'warehouse'", "name: 'warehouses'"],
  },
  {
    what: 'a route of another path',
    noticedBy: 'the endpoints of design and code',
    path: ORDERS,
    replace: ["':id/cancel'", "':id/abort'"],
  },
  {
    what: 'a route that asks for another permission',
    noticedBy: 'the endpoints of design and code',
    path: ORDERS,
    replace: ["'ordering.order:cancel'", "'ordering.order:read'"],
  },
  {
    what: 'a route of another method',
    noticedBy: 'the endpoints of design and code',
    path: ORDERS,
    replace: ['@Delete(', '@Post('],
  },
  {
    what: 'an index on other columns',
    noticedBy: 'the indexes of design and code',
    path: TABLES,
    replace: [/(CREATE INDEX "orders_[^"]*" ON "orders"\()"tenant_id", /, '$1'],
  },
  {
    what: 'an index of another name',
    noticedBy: 'the indexes of design and code',
    path: TABLES,
    replace: [/CREATE INDEX "orders_tenant_id/g, 'CREATE INDEX "orders_organization_id'],
  },
  {
    what: 'another window of the limits',
    noticedBy: 'the constants of design and code',
    path: RATE_LIMIT,
    replace: [/const MINUTE = [\d_]+/, 'const MINUTE = 61'],
  },
  {
    what: 'a quoted file that is gone',
    noticedBy: 'excerpts on the pages',
    path: RATE_LIMIT,
  },
  {
    what: 'a quoted line that changed',
    noticedBy: 'excerpts on the pages',
    path: 'packages/database/test/test-server.ts',
    replace: ["=== 'testcontainers'", "=== 'containers'"],
  },
  {
    what: 'a quoted file with a line more',
    noticedBy: 'excerpts on the pages',
    path: '.github/workflows/ci.yml',
    replace: [/^/, '# one line more\n'],
  },
  {
    what: 'a file that is named and gone',
    noticedBy: 'paths on the pages',
    path: 'apps/api/test/access.spec.ts',
  },
  {
    what: 'a folder that is designed and written',
    noticedBy: 'paths on the pages',
    path: 'apps/worker/src/main.ts',
    replace: [/^/, 'export {};\n'],
  },
  {
    what: 'a script that is gone',
    noticedBy: 'commands on the pages',
    path: 'package.json',
    replace: ['"test:integration"', '"test:all"'],
  },
  {
    what: 'a page that names a command that is none',
    noticedBy: 'commands on the pages',
    path: 'docs/architecture/10-testing-strategy.md',
    replace: ['npm run test:unit', 'npm run test:units'],
  },
  {
    what: 'a page that names a route that is none',
    noticedBy: 'routes on the pages',
    path: 'docs/architecture/10-testing-strategy.md',
    replace: ['POST /api/v1/orders', 'POST /api/v1/order'],
  },
  {
    what: 'a page that leaves out an index',
    noticedBy: 'indexes on the pages',
    path: 'docs/architecture/07-data-layer.md',
    replace: [/`orders_tenant_id_status[^`]*`/g, '`an index`'],
  },
  {
    what: 'a page that leaves out a queue',
    noticedBy: 'queues, jobs, metrics and alerts on the pages',
    path: 'docs/architecture/08-async-processing.md',
    replace: [/\binventory\b/g, 'stock'],
  },
  {
    what: 'a page with another default',
    noticedBy: 'variables on the pages',
    path: 'docs/architecture/11-deployment.md',
    replace: [/`15000`/g, '`15001`'],
  },
  {
    what: 'a page that leaves out a variable',
    noticedBy: 'variables on the pages',
    path: 'docs/architecture/11-deployment.md',
    replace: [/TRUSTED_PROXY_HOPS/g, 'PROXIES'],
  },
  {
    what: 'a page that leaves out an endpoint',
    noticedBy: 'endpoints on the pages',
    path: 'docs/architecture/05-api-design.md',
    replace: [/\/api\/v1\/refunds/g, '/api/v1/payments'],
  },
  {
    what: 'a page that shows code of no file',
    noticedBy: 'files of code on the pages',
    path: 'docs/architecture/10-testing-strategy.md',
    replace: [/^File `[^`]+`, lines/m, 'Somewhere, lines'],
  },
  {
    what: 'a page that calls generated what is designed',
    noticedBy: 'paths on the pages',
    path: 'docs/architecture/10-testing-strategy.md',
    replace: [/(\| `contracts`.*?)\*\*designed\*\*/, '$1**generated**'],
  },
  {
    what: 'a page with a grant that nobody has',
    noticedBy: 'the matrix of roles and permissions',
    path: 'docs/architecture/06-security.md',
    replace: [/^(\| `audit:read`.*?\|.*?\|.*?\|.*?\|) *[–—-]? *\|/m, '$1 all |'],
  },
];

describe('a document that differs from the code is noticed', () => {
  let world: World;
  beforeAll(async () => {
    world = await documentOf('ecommerce');
  }, 60_000);

  function mutated({ path, replace }: Omit<Mutation, 'what' | 'noticedBy'>): World {
    const files = new Map(world.files);
    const before = files.get(path) ?? '';
    const after = replace && before.replace(replace[0], replace[1]);
    expect(after, `nothing changed in ${path}`).not.toBe(before);
    if (after === undefined) files.delete(path);
    else files.set(path, after);
    return worldOf(world.name, world.design, files);
  }

  it('without a change there is no difference', () => {
    expect(differencesOf(world)).toEqual([]);
  });

  it.each(MUTATIONS)('$what, by $noticedBy', ({ noticedBy, ...mutation }) => {
    const before = CHECKS[noticedBy](world);
    expect(CHECKS[noticedBy](mutated(mutation)).filter((difference) => !before.includes(difference))).not.toEqual([]);
  });

  it.each(Object.entries(CONSTANTS))('another %s in the code', (_, { where, pattern }) => {
    const text = world.files.get(where) ?? '';
    const match = pattern.exec(text);
    const number = match?.[1] ?? '';
    const changed = (match?.[0] ?? '').replace(number, `${number}7`);
    const replace = [match?.[0] ?? '', changed] as const;
    expect(CHECKS['the constants of design and code'](mutated({ path: where, replace }))).not.toEqual([]);
  });
});
