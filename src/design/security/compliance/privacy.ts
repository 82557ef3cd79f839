import { number } from '../../amount.js';
import { centralSubject, code, listed, personalFields, type SecurityInput } from '../subject.js';
import { type ComplianceRow, held, missing, type RegimeControls, whereOf } from './item.js';

const POLICIES = 'packages/database/prisma/migrations/00000000000004_row_level_security/migration.sql';
const RLS_TEST = 'packages/database/src/row-level-security.integration.spec.ts';

/** Regulation (EU) 2016/679. */
export const gdpr: RegimeControls = (design) => {
  const { blueprint } = design;
  const { fields, entities } = personal(design);
  const regions = blueprint.constraints.regions.map(code);
  return [
    held(
      '`Art. 5(1)(c)` minimisation',
      `${fields} fields of ${entities} are marked personal; what may be left out is optional`,
      'packages/database/prisma/schema.prisma',
      '',
      `Whether each of the ${fields} of ${entities} is needed is for the controller to say`,
    ),
    held(
      'Art. 15, access',
      `Whoever may read ${entities} reads all fields that are stored`,
      'apps/api/src/openapi.ts',
      'apps/api/test/openapi.spec.ts',
      `No single request yet collects ${entities} and all else about one person`,
    ),
    ...erasure(design),
    missing(
      'Art. 20, portability',
      `An export of an organization with its ${listed(design.contexts.map(({ names }) => names.title.toLowerCase()))}`,
      whereOf('tenant-export'),
      `Until then an export of ${entities} is made from lists by hand`,
    ),
    held(
      'Art. 25, by design and default',
      `Deny by default, ${design.roles.length} roles, rows divided by organization`,
      POLICIES,
      RLS_TEST,
      '',
    ),
    missing(
      'Art. 28, processors',
      blueprint.integrations.length === 0
        ? `The host of ${entities} is the only processor`
        : `${listed(blueprint.integrations.map(({ name }) => code(name)))} and the host`,
      'contracts, outside the repository',
      'agreements are not signed by a repository',
    ),
    held(
      'Art. 30, records',
      `The map of personal data in this document, with ${fields} fields of the blueprint`,
      'blueprint.yaml',
      '',
      'names of controller and representative are missing',
    ),
    held(
      'Art. 32, security',
      `${design.permissions.length} permissions, scrypt, row-level security, an audit log, limits`,
      'apps/api/src/middleware/auth.ts',
      'apps/api/test/access.spec.ts',
      `Encryption of the volumes that hold ${entities} is the platform’s`,
    ),
    missing(
      'Art. 33, breaches',
      `Alerts on reuse of tokens; the audit log to judge which ${entities} were reached`,
      whereOf('alerts'),
      'nobody is alerted yet',
    ),
    held(
      'Art. 44, transfers',
      regions.length === 0 ? `No region is declared for ${entities}` : `Kept in ${listed(regions)}`,
      'blueprint.yaml',
      '',
      blueprint.integrations.length === 0
        ? `Where backups of ${entities} lie is decided with the host`
        : `Where ${listed(blueprint.integrations.map(({ name }) => code(name)))} keep their data is for their contracts`,
    ),
  ];
};

/** California Consumer Privacy Act, Civ. Code § 1798.100 and following. */
export const ccpa: RegimeControls = (design) => {
  const { blueprint } = design;
  const { fields, entities } = personal(design);
  return [
    held(
      '`§ 1798.100` notice',
      `The map of ${fields} personal fields in this document`,
      'blueprint.yaml',
      '',
      `The notice that people see before they become ${entities} is written by the front end`,
    ),
    held(
      '`§ 1798.110` right to know',
      `Lists and reads of ${entities}`,
      'apps/api/src/openapi.ts',
      'apps/api/test/openapi.spec.ts',
      `No report of one person over all ${design.contexts.length} contexts yet`,
    ),
    ...erasure(design)
      .slice(0, 1)
      .map((row) => ({ ...row, title: '`§ 1798.105` deletion' })),
    held(
      '`§ 1798.120` sale and sharing',
      blueprint.integrations.length === 0
        ? 'data is sent to nobody'
        : `No integration sells; ${listed(blueprint.integrations.map(({ name }) => code(name)))} act on its behalf`,
      'blueprint.yaml',
      '',
      'contracts must say so, too',
    ),
    held(
      '`§ 1798.150` reasonable security',
      `${design.permissions.length} permissions, row-level security, an audit log`,
      POLICIES,
      RLS_TEST,
      'encryption at rest is the platform’s',
    ),
  ];
};

function erasure(design: SecurityInput): ComplianceRow[] {
  const owners = [...new Set(personalFields(design).map(({ entity }) => entity))].filter(({ parent }) => !parent);
  const routes = owners.map(({ route }) => code(`DELETE /api/v1${route}/:id`));
  const subject = centralSubject(design);
  return [
    routes.length > 0
      ? held(
          'Art. 17, erasure',
          `${listed(routes)}, refused where other rows must be kept`,
          'apps/api/src/openapi.ts',
          'apps/api/test/openapi.spec.ts',
          `Rows that are kept beside ${subject.many} are not made anonymous, and accounts cannot be deleted yet`,
        )
      : missing(
          'Art. 17, erasure',
          `Deletion of an account and of its traces in ${subject.many}`,
          whereOf('tenant-export'),
          'accounts cannot be deleted yet',
        ),
    missing(
      '`Art. 5(1)(e)` storage limitation',
      design.blueprint.qualities.retentionDays === undefined
        ? `A period for each kind of ${subject.one} and log`
        : `A nightly job that removes what is older than ${number(design.blueprint.qualities.retentionDays)} days`,
      whereOf('retention'),
      'nothing is removed by itself yet',
    ),
  ];
}

function personal(design: SecurityInput): { fields: number; entities: string } {
  const found = personalFields(design);
  const names = [...new Set(found.map(({ entity }) => entity.names.textMany))];
  return found.length === 0 ? { fields: 2, entities: 'users' } : { fields: found.length, entities: listed(names) };
}
