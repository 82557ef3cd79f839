import { CONSTANTS as fixed } from '../../../design/constants.js';
import type { Design } from '../../../design/model.js';
import { centralSubject } from '../../../design/security/subject.js';
import { amount, code, counted, label } from '../words.js';

export interface LayerRow {
  readonly layer: string;
  readonly does: string;
  readonly where: string;
  readonly shown: string;
}

const ROW_LEVEL_TEST = 'packages/database/src/row-level-security.integration.spec.ts';

/** From the token down to the constraint: each would hold alone. */
export function layerRows(design: Design): LayerRow[] {
  const central = centralSubject(design);
  const scoped = design.entities.filter(({ tenantScoped }) => tenantScoped).length;
  return [
    {
      layer: 'token',
      does: 'the organization comes from nowhere else',
      where: code('packages/auth/src/jwt.ts'),
      shown: code('apps/api/test/access.spec.ts'),
    },
    {
      layer: 'unit of work',
      does: `one organization each; ${amount(fixed.racingTransactions)} at once stay apart`,
      where: code('packages/database/src/tenant.ts'),
      shown: code('packages/database/src/tenant.integration.spec.ts'),
    },
    {
      layer: 'query',
      does: `${code('tenantId')} in every condition on ${central.many}`,
      where: code(central.repository),
      shown: code(central.integrationTest),
    },
    {
      layer: 'policy',
      does: `forced on ${counted(scoped, 'business table')}`,
      where: code('packages/database/prisma/migrations/00000000000004_row_level_security/migration.sql'),
      shown: code(ROW_LEVEL_TEST),
    },
    {
      layer: 'foreign key',
      does: '`tenant_id` on both sides',
      where: code('packages/database/prisma/schema.prisma'),
      shown: code(ROW_LEVEL_TEST),
    },
    {
      layer: 'role',
      does: `${code(design.product.appRole)} owns nothing`,
      where: code('packages/database/src/client.ts'),
      shown: code('packages/database/src/client.integration.spec.ts'),
    },
    {
      layer: 'memory',
      does: 'grants keyed by organization and user',
      where: code('packages/auth/src/grants.ts'),
      shown: code('packages/auth/src/grants.spec.ts'),
    },
    {
      layer: 'limits',
      does: 'counters keyed by organization first',
      where: code('apps/api/src/middleware/rate-limit.ts'),
      shown: code('apps/api/test/rate-limits.spec.ts'),
    },
  ];
}

/** The models of tenancy, and what moving one organization out would take. */
export function tenancyRows(design: Design): { model: string; means: string; when: string }[] {
  const { product, blueprint } = design;
  const shared = blueprint.tenancy === 'shared';
  return [
    {
      model: shared ? '**pool (now)**' : 'pool',
      means: 'all organizations in one database',
      when: shared ? `the ${amount(design.scale.workload.launch.tenants)} of launch` : 'a second organization signs up',
    },
    {
      model: 'bridge',
      means: 'one database server, own database per organization',
      when: 'an organization asks for its own backups',
    },
    {
      model: shared ? 'silo' : '**silo (now)**',
      means: 'own deployment, own keys, own region',
      when: shared ? 'contract or regulator ask for it' : `${product.name} serves one organization`,
    },
  ];
}

export interface LifeRow {
  readonly step: string;
  readonly how: string;
  readonly state: string;
  readonly shown: string;
}

export function lifeRows(design: Design): LifeRow[] {
  const { blueprint } = design;
  const central = centralSubject(design);
  const single = blueprint.tenancy === 'single';
  const days = blueprint.qualities.retentionDays;
  return [
    {
      step: 'onboarding',
      how: single
        ? 'the seed founds the organization'
        : '`POST /api/v1/auth/register`: organization, owner and roles in one transaction',
      state: label('authentication'),
      shown: code('apps/api/src/modules/identity/identity.controller.spec.ts'),
    },
    {
      step: 'members',
      how: 'invite, accept, suspend, restore, remove',
      state: label('authorization'),
      shown: code('apps/api/src/modules/organizations/invitations.integration.spec.ts'),
    },
    {
      step: 'limits',
      how: '`RATE_LIMIT_PER_ORGANIZATION`, the same for all',
      state: label('rate-limits'),
      shown: code('apps/api/test/rate-limits.spec.ts'),
    },
    {
      step: 'export',
      how: `lists of ${central.many} page by page; a signed archive to come`,
      state: label('tenant-export'),
      shown: '–',
    },
    {
      step: 'suspension',
      how: `each membership by itself; one switch over all ${central.many} to come`,
      state: label('tenant-export'),
      shown: '–',
    },
    {
      step: 'deletion',
      how:
        days === undefined
          ? 'a job by tables, with a record of counts'
          : `a job by tables ${days} days after notice at most, with a record of counts`,
      state: label('tenant-export'),
      shown: '–',
    },
  ];
}

export function supplyRows(): { control: string; state: string; where: string }[] {
  return [
    { control: 'versions without ranges', state: label('ci'), where: '`package.json`' },
    { control: 'installs run no scripts', state: label('ci'), where: '`.github/workflows/ci.yml`' },
    { control: 'actions pinned by commit', state: label('ci'), where: '`.github/workflows/ci.yml`' },
    { control: 'weekly updates', state: label('dependency-updates'), where: '`.github/dependabot.yml`' },
    { control: 'image without build tools, non-root', state: label('image'), where: '`docker/api.Dockerfile`' },
    { control: 'bill of materials, licences, scan', state: label('security-scan'), where: 'section 11' },
    { control: 'signed images with provenance', state: label('deploy-workflow'), where: 'section 11' },
  ];
}

/** What the audit log holds, by who writes it. */
export function auditRows(design: Design): { what: string; actions: string; changes: string }[] {
  const changed = design.entities.filter(({ writable }) => writable);
  const actions = design.entities.flatMap((entity) => entity.actions);
  const central = centralSubject(design);
  return [
    {
      what: 'sessions',
      actions: '`session:login`, `session:end`, `session:reuse-detected`, also register, switch, accept',
      changes: '–',
    },
    {
      what: 'accounts',
      actions: '`profile:update`, `profile:change-password`',
      changes: 'the new name; never a password',
    },
    {
      what: 'members and roles',
      actions: '`users:invite`, `users:remove`, `users:deactivate`, `permissions:assign`, `permissions:manage`',
      changes: 'roles before and after, the address invited',
    },
    { what: 'the organization', actions: '`organizations:update`', changes: 'the new values' },
    {
      what: counted(changed.length, 'entity', 'entities'),
      actions: `create, update, delete, such as ${code(`${central.permission}:update`)}`,
      changes: 'names of changed fields, not values',
    },
    {
      what: counted(actions.length, 'lifecycle action'),
      actions: actions[0] ? `the permission used, such as ${code(actions[0].permission)}` : 'none declared',
      changes: 'state before and after',
    },
  ];
}
