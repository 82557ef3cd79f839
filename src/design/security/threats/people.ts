import { CONSTANTS as fixed } from '../../constants.js';
import {
  centralEntity,
  centralSubject,
  code,
  listed,
  ownScopes,
  setting,
  type SecurityInput,
  subjectOf,
} from '../subject.js';
import type { ThreatDraft } from './draft.js';

const POLICIES = 'packages/database/prisma/migrations/00000000000004_row_level_security/migration.sql';

export function operatorThreats(design: SecurityInput): ThreatDraft[] {
  const { blueprint, product, entities } = design;
  const central = centralSubject(design);
  const engineers = blueprint.constraints.engineers;
  const people = engineers === undefined ? 'Somebody with access to production' : `One of ${engineers} engineers`;
  return [
    {
      category: 'Tampering',
      threat: `A package under ${central.many}, or an action of the workflow, turns malicious`,
      control: `Installs that follow the lockfile and run no scripts, versions without ranges, actions named by commit, and a read-only token in the workflow that tests the ${entities.length} entities`,
      residual: `No bill of materials and no scan covers the modules of ${central.many} yet`,
      part: 'ci',
      where: '.github/workflows/ci.yml',
    },
    {
      category: 'Information disclosure',
      threat: `A secret that opens ${code(central.table)} is committed or logged`,
      control: `${code('.env')} is ignored by git and by the image, the set-up makes secrets for each checkout, and the logger that writes about ${central.many} strikes out their names`,
      residual: `Nothing scans the history of the ${entities.length} modules for secrets yet`,
      part: 'configuration',
      where: 'packages/common/src/logger.ts',
    },
    {
      category: 'Elevation of privilege',
      threat: `${people} signs in as ${code(`${product.database}_owner`)} and reads the data of everybody`,
      control: `The running system never holds that login: ${code('MIGRATION_DATABASE_URL')} is given to migration and seed of ${code(central.table)} alone`,
      residual: `Access of people to ${code(central.table)} is neither time-limited nor logged by this repository`,
      part: 'migrations',
      where: 'packages/database/src/migration-connection.ts',
    },
    {
      category: 'Tampering',
      threat: `A process that was taken over through ${code(central.route)} changes its own code`,
      control: `The image runs as ${code('node')} on files of root; Compose adds a read-only file system and drops all capabilities of what serves ${central.many}`,
      residual: `Images with the ${entities.length} modules are not signed yet`,
      part: 'image',
      where: 'docker/api.Dockerfile',
    },
  ];
}

export function organizationThreats(design: SecurityInput): ThreatDraft[] {
  const central = centralSubject(design);
  const reference = centralEntity(design)?.references.find(({ tenantScoped }) => tenantScoped);
  const scoped = design.entities.filter(({ tenantScoped }) => tenantScoped).length;
  return [
    {
      category: 'Information disclosure',
      threat: `A query for ${central.many} forgets to name the organization`,
      control: `Row-level security, forced on ${code(central.table)} and ${scoped - 1} further business tables, shows the rows of the transaction’s organization and none without one`,
      residual: `A superuser sees the ${central.many} of all`,
      part: 'tenant-isolation',
      where: POLICIES,
    },
    {
      category: 'Tampering',
      threat: reference
        ? `${code(`${central.table}.${reference.column}`)} is pointed at a row of another organization, which foreign keys would accept`
        : `${central.AnOne} is pointed at a member of another organization, which foreign keys would accept`,
      control: `Foreign keys between business tables hold ${code('tenant_id')} on both sides, those of ${code(central.table)} too`,
      residual: `None known for ${code(central.table)}`,
      part: 'tenant-isolation',
      where: 'packages/database/prisma/schema.prisma',
    },
    {
      category: 'Information disclosure',
      threat: `Answers tell whether ${central.aOne} exists elsewhere`,
      control: `The ${central.one} of another organization and one that never was get the same 404`,
      residual: `Whether a slug is taken can be asked at registration, before any ${central.one}`,
      part: 'tenant-isolation',
      where: central.repository,
    },
    {
      category: 'Elevation of privilege',
      threat: `A pooled connection keeps the organization of the request before, and shows its ${central.many}`,
      control: `The setting is local to a transaction on ${code(central.table)}; ${fixed.racingTransactions.value} concurrent ones of two organizations that read ${central.many} or others are kept apart on few connections`,
      residual: `A pooling proxy must keep transactions on ${code(central.table)} whole`,
      part: 'tenant-isolation',
      where: 'packages/database/src/tenant.ts',
    },
    {
      category: 'Denial of service',
      threat: `One of ${design.blueprint.scale.tenants} organizations asks so often for ${central.many} that the others wait`,
      control: `${setting(design, 'RATE_LIMIT_PER_ORGANIZATION')} requests per minute and organization`,
      residual: `Connections and statement time for ${central.many} are not divided by organization`,
      part: 'rate-limits',
      where: 'apps/api/src/middleware/rate-limit.ts',
    },
  ];
}

export function memberThreats(design: SecurityInput): ThreatDraft[] {
  const central = centralSubject(design);
  const own = ownScopes(design);
  const [first] = own;
  const roles = design.roles.map(({ name }) => code(name));
  return [
    {
      category: 'Elevation of privilege',
      threat: `A member makes a role, or takes one of ${listed(roles)}, that may do more than they may`,
      control: `Nobody gives, takes or changes what they do not hold themselves; the ${design.roles.length} built-in roles cannot be changed`,
      residual: `Two members who work together hold the union of their permissions over ${central.many}`,
      part: 'authorization',
      where: 'apps/api/src/modules/permissions/grant-limit.ts',
    },
    ...(first
      ? [
          {
            category: 'Information disclosure' as const,
            threat: `A ${code(first.role)} reads ${first.entity.names.textMany} of somebody else by guessing ids or filtering`,
            control: `A grant of own rows adds the owner, here ${code(first.entity.ownerKey)}, to every query of ${own.length} pairs of role and entity`,
            residual: `Running numbers of ${first.entity.names.textMany}, where there are any, still tell how many there were`,
            part: 'authorization' as const,
            where: subjectOf(first.entity).repository,
          },
        ]
      : [
          {
            category: 'Information disclosure' as const,
            threat: `A member reads ${central.many} that do not concern them`,
            control: `Only roles with ${code(`${central.permission}:read`)} read ${central.many}`,
            residual: `No role is limited to its own rows: each reader sees all ${central.many}`,
            part: 'authorization' as const,
            where: 'packages/core/src/roles.ts',
          },
        ]),
    {
      category: 'Denial of service',
      threat: `The last owner is removed, and nobody can manage the ${central.many} of the organization any more`,
      control: `Every change of members counts the active owners under a lock, and is refused when it would leave the ${central.many} without one`,
      residual: `A lost password of a single owner locks the ${central.many} in: there is no reset by e-mail yet`,
      part: 'authorization',
      where: 'apps/api/src/modules/organizations/memberships.service.ts',
    },
    {
      category: 'Elevation of privilege',
      threat: `A suspended member goes on working with ${central.many}`,
      control: `Suspension ends the sessions in its transaction; a process forgets what it knew after ${fixed.grantsTtl.value} seconds at most, and ${code(central.route)} answers 401`,
      residual: `Up to ${fixed.grantsTtl.value} seconds of access to ${central.many} at other processes`,
      part: 'authentication',
      where: 'apps/api/src/modules/users/users.service.ts',
    },
  ];
}
