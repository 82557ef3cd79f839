import { CONSTANTS as fixed } from '../constants.js';
import type { OwaspItem } from './model.js';
import { POLICIES } from './owasp-api.js';
import {
  centralEntity,
  centralSubject,
  code,
  fieldsWhere,
  listed,
  moneyFields,
  personalFields,
  publicEndpoints,
  type SecurityInput,
} from './subject.js';

const api = 'apps/api';
const database = 'packages/database';

/** OWASP Top 10, edition of 2025: https://owasp.org/Top10/2025/. */
export function owaspTop10(design: SecurityInput): readonly OwaspItem[] {
  return [...accessItems(design), ...dataItems(design), ...operationItems(design)].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}

function accessItems(design: SecurityInput): OwaspItem[] {
  const central = centralSubject(design);
  const { permissions, roles } = design;
  return [
    {
      id: 'A01:2025',
      title: 'Broken access control',
      mitigation: `${roles.length} roles over ${permissions.length} permissions, denied unless granted; ${code(central.table)} is divided by organization in the database itself`,
      gap: `Permissions reach whole ${central.many}, not single fields of them`,
      where: [`${api}/src/middleware/auth.ts`, 'packages/core/src/roles.ts', POLICIES],
      proof: [
        `${api}/test/access.spec.ts`,
        central.integrationTest,
        `${database}/src/row-level-security.integration.spec.ts`,
      ],
      part: 'authorization',
    },
    {
      id: 'A02:2025',
      title: 'Security misconfiguration',
      mitigation: `The environment is checked before the first request for ${central.many}; headers forbid framing, sniffing and running what ${code(central.route)} answers`,
      gap: `Settings of the cloud account behind ${code(central.route)} are not code yet`,
      where: [`${api}/src/config/index.ts`, `${api}/src/app.ts`],
      proof: [`${api}/src/config/index.spec.ts`, `${api}/test/http.spec.ts`],
      part: 'configuration',
    },
    {
      id: 'A07:2025',
      title: 'Authentication failures',
      mitigation: `At least ${fixed.passwordMinLength.value} characters, scrypt, counted tries, single-use refresh tokens and sessions that end with the membership that opened ${central.many}`,
      gap: `No second factor and no check against leaked passwords before ${central.many} are shown yet`,
      where: [
        'packages/auth/src/password.ts',
        `${api}/src/modules/identity/sign-in.service.ts`,
        `${api}/src/modules/identity/sessions.service.ts`,
      ],
      proof: [
        `${api}/src/modules/identity/identity.controller.spec.ts`,
        `${api}/test/journey.e2e.spec.ts`,
        `${api}/test/rate-limits.spec.ts`,
      ],
      part: 'authentication',
    },
  ];
}

function dataItems(design: SecurityInput): OwaspItem[] {
  const { entities } = design;
  const central = centralSubject(design);
  const personal = personalFields(design);
  const secret = fieldsWhere(design, ({ field }) => field.private).map(({ entity, field }) =>
    code(`${entity.names.one}.${field.name}`),
  );
  const rich = fieldsWhere(design, ({ field }) => field.type.kind === 'richtext');
  const rules = entities.reduce((sum, entity) => sum + entity.rules.length, 0);
  const money = moneyFields(design);
  const stored =
    personal.length > 0
      ? `The ${personal.length} personal fields of ${listed([...new Set(personal.map(({ entity }) => entity.names.textMany))])}`
      : `Names and addresses of those who work on ${central.many}`;
  return [
    {
      id: 'A04:2025',
      title: 'Cryptographic failures',
      mitigation: `Passwords by scrypt, refresh and invitation tokens by SHA-256, access tokens by HMAC with a secret of at least ${fixed.secretMinLength.value} characters${secret.length > 0 ? `; ${listed(secret)} stored and never returned` : ''}`,
      gap: `${stored} stand in clear text on volumes that the platform encrypts`,
      where: ['packages/auth/src/password.ts', 'packages/auth/src/jwt.ts'],
      proof: [
        'packages/auth/src/password.spec.ts',
        'packages/auth/src/jwt.spec.ts',
        `${api}/src/modules/identity/identity.controller.spec.ts`,
      ],
      part: 'authentication',
    },
    {
      id: 'A05:2025',
      title: 'Injection',
      mitigation: `Inputs of ${entities.length} entities pass strict schemas, SQL takes values as parameters, and ${rich.length > 0 ? `HTML in ${listed(rich.map(({ entity, field }) => code(`${entity.names.one}.${field.name}`)))} is cleaned` : `no field of ${central.many} and the rest takes HTML`}`,
      gap: `Front ends escape what they print of ${central.many}`,
      where: [`${api}/src/middleware/validation.ts`, central.dto, central.repository],
      proof: [`${api}/test/http.spec.ts`, central.httpTest, `${database}/src/search.spec.ts`],
      part: 'validation',
    },
    {
      id: 'A06:2025',
      title: 'Insecure design',
      mitigation: `A threat model for each trust boundary; ${rules} rules and ${entities.filter(({ actions }) => actions.length > 0).length} state machines are conditions of the service and, where SQL can say them, constraints of the tables${money.length > 0 ? `, among them those on ${money.length} money fields` : ''}`,
      gap: `Nobody outside the team has reviewed the design around ${central.many} yet`,
      where: ['packages/core/src/rules.ts', `${database}/prisma/migrations/00000000000003_checks/migration.sql`],
      proof: [central.integrationTest],
      part: 'entity-modules',
    },
    {
      id: 'A08:2025',
      title: 'Software or data integrity failures',
      mitigation: `Actions and packages are pinned, installs run no scripts, changes of ${central.many} name their version, events are stored with the change that caused them`,
      gap: `Images that serve ${central.many} are not signed`,
      where: ['.github/workflows/ci.yml', 'docker/api.Dockerfile', `${database}/src/outbox.ts`],
      proof: ['.github/workflows/ci.yml', ...(centralEntity(design) ? [central.integrationTest] : [])],
      part: 'ci',
    },
  ];
}

function operationItems(design: SecurityInput): OwaspItem[] {
  const { endpoints } = design;
  const central = centralSubject(design);
  return [
    {
      id: 'A03:2025',
      title: 'Software supply chain failures',
      mitigation: `Weekly updates by Dependabot for packages, images and actions under all ${endpoints.length} endpoints; versions without ranges; installs run no scripts`,
      gap: `No bill of materials, licence check or scan of what serves ${central.many} yet`,
      where: ['.github/dependabot.yml', '.github/workflows/ci.yml'],
      proof: [],
      part: 'dependency-updates',
    },
    {
      id: 'A09:2025',
      title: 'Security logging and alerting failures',
      mitigation: `One JSON line per request with correlation id, organization and user; sign-ins, reuse of tokens and every change of ${central.many} in an audit log that only grows`,
      gap: `Nobody is alerted when ${code('refresh token reused')} appears beside requests for ${central.many} in the log`,
      where: ['packages/common/src/logger.ts', `${database}/src/audit.ts`],
      proof: [
        'packages/common/src/logger.spec.ts',
        `${api}/src/modules/audit/audit.integration.spec.ts`,
        `${api}/test/http.spec.ts`,
      ],
      part: 'audit-log',
    },
    {
      id: 'A10:2025',
      title: 'Mishandling of exceptional conditions',
      mitigation: `All ${endpoints.length} endpoints fail closed: one filter answers without details, a transaction on ${code(central.table)} rolls back whole, an error that nobody expected ends the process (${publicEndpoints(design).length} public routes stay listed by name)`,
      gap: `No test yet breaks the connection in the middle of a change of ${central.many}`,
      where: [`${api}/src/middleware/error.ts`, `${api}/src/server.ts`, `${database}/src/tenant.ts`],
      proof: [`${api}/test/http.spec.ts`, `${database}/src/tenant.integration.spec.ts`],
      part: 'error-answers',
    },
  ];
}
