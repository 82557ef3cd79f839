import { z } from 'zod';
import { CONSTANTS as fixed } from '../../../design/constants.js';
import type { Design } from '../../../design/model.js';
import { ownAmounts } from '../../../design/security/own-amounts.js';
import { centralEntity, centralSubject, ownScopes, personalFields, setting } from '../../../design/security/subject.js';
import { excerpt, excerptWords, type QuotableFiles } from '../../../render/excerpt.js';
import { defineView } from '../../../render/view.js';
import { markdownText } from '../../../text/escape.js';
import { recordLinkOf } from '../records.js';
import { refreshDiagram, signInDiagram } from '../diagrams/sign-in.js';
import { diagramWords } from '../diagrams/words.js';
import { table } from '../table.js';
import { amount, code, counted, label, list, number } from '../words.js';
import { matrixWords, reservedRows, roleRows } from './access.js';
import { complianceWords, owaspRows, personalRows, threatWords } from './exposure.js';
import { auditRows, layerRows, lifeRows, supplyRows, tenancyRows } from './isolation.js';
import { corsRows, environmentLines, headerRows, keyRows, limitRows, secretRows } from './settings.js';
import { signInRows, tokenRows } from './sign-in.js';

const excerpts = z.array(excerptWords);

export const securityView = defineView({
  templates: ['document/06-security.md.hbs'],
  schema: z.object({
    title: z.string(),
    stakes: z.string(),
    aOne: z.string(),
    many: z.string(),
    route: z.string(),
    permission: z.string(),
    table: z.string(),
    authRecord: z.string(),
    endpointCount: z.string(),
    publicCount: z.string(),
    guardedCount: z.string(),
    entityCount: z.string(),
    personal: z.string(),
    accessLife: z.string(),
    grantsLife: z.string(),
    clockTolerance: z.string(),
    minPassword: z.string(),
    signIn: table('question', 'answer', 'where', 'state'),
    signInDiagram: diagramWords,
    tokens: table('token', 'form', 'life', 'kept', 'ends'),
    tokenEnvironment: z.string(),
    refreshDiagram: diagramWords,
    rotation: excerpts,
    roleCount: z.string(),
    permissionCount: z.string(),
    ownLead: z.string(),
    roles: table('role', 'is', 'all', 'own'),
    matrix: z.array(
      z.object({
        position: z.string(),
        title: z.string(),
        roles: z.string(),
        rule: z.string(),
        rows: table('permission', 'allows', 'scopes'),
      }),
    ),
    reservedLead: z.string(),
    hasReserved: z.boolean(),
    reserved: table('endpoint', 'permission', 'roles'),
    secrets: table('variable', 'readers', 'made', 'rotation'),
    secretEnvironment: z.string(),
    secretMinLength: z.string(),
    secretDistinct: z.string(),
    secretNames: excerpts,
    limits: table('whom', 'key', 'limit', 'variable', 'code'),
    limitEnvironment: z.string(),
    credentialLead: z.string(),
    credentials: table('endpoint', 'takes'),
    cors: table('setting', 'value', 'because'),
    corsCode: excerpts,
    headers: table('header', 'value', 'because'),
    headerTest: excerpts,
    auditRows: table('what', 'actions', 'changes'),
    auditCode: excerpts,
    auditReaders: z.string(),
    auditKept: z.string(),
    owaspApi: table('item', 'mitigation', 'where', 'proof', 'gap'),
    owaspTop10: table('item', 'mitigation', 'where', 'proof', 'gap'),
    owaspLead: z.string(),
    middleware: excerpts,
    boundaries: table('title', 'crossing', 'threats'),
    threatCount: z.string(),
    threatLead: z.string(),
    threats: z.array(
      z.object({
        position: z.string(),
        title: z.string(),
        rows: table('id', 'category', 'threat', 'control', 'state', 'residual'),
      }),
    ),
    isolationLead: z.string(),
    layers: table('layer', 'does', 'where', 'shown'),
    isolationCode: excerpts,
    models: table('model', 'means', 'when'),
    siloLead: z.string(),
    shares: table('resource', 'limit', 'effect', 'state'),
    keys: table('what', 'how', 'key', 'rotation', 'state'),
    personalLead: z.string(),
    personalRows: table('entity', 'column', 'purpose', 'basis', 'retention', 'recipients'),
    erasureRows: table('entity', 'erasure'),
    complianceLead: z.string(),
    regimes: z.array(
      z.object({
        position: z.string(),
        title: z.string(),
        rows: table('control', 'here', 'where', 'evidence', 'state', 'gap'),
      }),
    ),
    life: table('step', 'how', 'state', 'shown'),
    lifeLead: z.string(),
    supply: table('control', 'state', 'where'),
  }),
});

type Words = z.input<typeof securityView.schema>;

const middleware = 'apps/api/src/middleware';

export async function securityWords(design: Design, files: QuotableFiles): Promise<Words> {
  const { product, entities, endpoints, permissions, roles, security } = design;
  const central = centralSubject(design);
  const open = endpoints.filter(({ access }) => access === 'public').length;
  return {
    title: markdownText(product.title),
    stakes: stakesOf(design),
    aOne: central.aOne,
    many: central.many,
    route: central.route,
    permission: central.permission,
    table: central.table,
    authRecord: recordLinkOf(design, 'auth'),
    endpointCount: counted(endpoints.length, 'endpoint'),
    publicCount: number(open),
    guardedCount: number(endpoints.filter(({ access }) => access === 'permission').length),
    entityCount: counted(entities.length, 'entity', 'entities'),
    personal: personalWords(design),
    accessLife: `${setting(design, 'ACCESS_TOKEN_TTL_SECONDS')} s`,
    grantsLife: amount(fixed.grantsTtl),
    clockTolerance: amount(fixed.clockTolerance),
    minPassword: amount(fixed.passwordMinLength),
    signIn: signInRows(design),
    signInDiagram: signInDiagram(design),
    tokens: tokenRows(design),
    tokenEnvironment: environmentLines(design, ['ACCESS_TOKEN_TTL_SECONDS', 'REFRESH_TOKEN_TTL_SECONDS']),
    refreshDiagram: refreshDiagram(design),
    roleCount: counted(roles.length, 'role'),
    permissionCount: counted(permissions.length, 'permission'),
    ownLead: ownLead(design),
    roles: roleRows(design),
    matrix: matrixWords(design),
    ...reservedWords(design),
    secrets: secretRows(design),
    secretEnvironment: environmentLines(design, ['ACCESS_TOKEN_SECRET', 'DATABASE_URL', 'REDIS_URL']),
    secretMinLength: amount(fixed.secretMinLength),
    secretDistinct: amount(fixed.secretDistinct),
    limits: limitRows(design),
    limitEnvironment: environmentLines(design, LIMITS),
    ...credentialWords(design),
    cors: corsRows(),
    headers: headerRows(),
    auditRows: auditRows(design),
    ...auditWords(design),
    owaspApi: owaspRows(security.owaspApi),
    owaspTop10: owaspRows(security.owaspTop10),
    owaspLead: owaspLead(design),
    ...threatWords(design),
    ...isolationWords(design),
    layers: layerRows(design),
    models: tenancyRows(design),
    shares: design.operations.tenantLimits.map(({ resource, limit, effect, part }) => ({
      resource,
      limit: amount(limit),
      effect,
      state: label(part),
    })),
    keys: keyRows(design),
    ...personalRows(design),
    ...complianceWords(design),
    life: lifeRows(design),
    lifeLead: lifeLead(design),
    supply: supplyRows(),
    ...(await cuts(design, files)),
  };
}

const LIMITS = [
  'RATE_LIMIT_PER_ADDRESS',
  'RATE_LIMIT_PER_USER',
  'RATE_LIMIT_PER_ORGANIZATION',
  'RATE_LIMIT_CREDENTIALS',
  'RATE_LIMIT_FAILED_SIGN_INS',
];

/** Code of the repository, cut where it stands. */
async function cuts(design: Design, files: QuotableFiles) {
  const central = centralSubject(design);
  const cut = (path: string, from: string, to?: string) =>
    excerpt(files, path, { from, ...(to !== undefined && { to }) });
  const policies = 'packages/database/prisma/migrations/00000000000004_row_level_security/migration.sql';
  const schema = 'packages/database/prisma/schema.prisma';
  return {
    rotation: [await cut('apps/api/src/modules/identity/sessions.service.ts', 'private async rotate(')],
    secretNames: [await cut('packages/common/src/logger.ts', 'const SECRETS = [')],
    corsCode: [await cut('apps/api/src/app.ts', 'app.enableCors({')],
    headerTest: [await cut('apps/api/test/http.spec.ts', "it('get the headers that keep")],
    auditCode: [
      await cut(schema, 'model AuditLog {'),
      await cut(policies, 'ALTER TABLE "audit_log"', 'ON "audit_log" TO'),
      await cut('packages/database/src/audit.ts', 'export async function recordAudit('),
    ],
    middleware: [
      await cut('apps/api/src/app.ts', ' * A request passes', ' * 9.'),
      await cut(`${middleware}/auth.ts`, 'export const PUBLIC_ROUTES'),
      await cut(`${middleware}/auth.ts`, 'async canActivate('),
      await cut(`${middleware}/rate-limit.ts`, 'async canActivate('),
      await cut(`${middleware}/validation.ts`, 'async transform('),
    ],
    isolationCode: [
      await cut(policies, `ALTER TABLE "${central.table}"`, `ON "${central.table}" TO`),
      await hostileTest(design, files),
    ],
  };
}

/** What a member of another organization gets: the test of the central entity, or that of all tables. */
function hostileTest(design: Design, files: QuotableFiles) {
  const ofRows = "it('shows an organization its own rows in every table";
  return centralEntity(design)
    ? excerpt(files, centralSubject(design).integrationTest, {
        from: "it('shows nothing of one organization to another",
      })
    : excerpt(files, 'packages/database/src/row-level-security.integration.spec.ts', { from: ofRows });
}

function stakesOf(design: Design): string {
  const { fields, roles } = ownAmounts(design);
  const own = [...new Set(ownScopes(design).map(({ role }) => code(role)))];
  const personal = personalFields(design).length;
  return list([
    own.length > 0
      ? `${list(own)} may see ${design.roles.length > 2 ? 'their' : 'its'} own rows only`
      : `no role is limited to rows of its own, so each of the ${counted(design.roles.length, 'role')} counts`,
    ...(personal > 0 ? [`${counted(personal, 'field')} hold personal data`] : []),
    ...(fields.length > 0 && roles[0] !== undefined
      ? [
          `a ${code(roles[0])} still sends ${counted(fields.length, 'amount')} that nothing compares with a price (threat model, [6.11](#611-threat-model))`,
        ]
      : []),
  ]);
}

function personalWords(design: Design): string {
  const names = [...new Set(personalFields(design).map(({ entity }) => entity.names.textMany))];
  return names.length > 0 ? list(names) : 'users';
}

function ownLead(design: Design): string {
  const own = ownScopes(design);
  const central = centralSubject(design);
  if (own.length === 0)
    return `No role of this blueprint has a grant with the scope \`own\`; an organization may make one, and then ${code(`${central.permission}:read`)} shows only rows that their creator made.`;
  const [first] = own;
  const owner = first ? code(`${first.entity.names.one}.${first.entity.ownerKey}`) : '';
  return `The scope \`own\` is used by ${list([...new Set(own.map(({ role }) => code(role)))])} on ${counted(new Set(own.map(({ entity }) => entity)).size, 'entity', 'entities')}: whose row it is stands in a column, such as ${owner}.`;
}

function reservedWords(design: Design) {
  const reserved = reservedRows(design);
  const central = centralSubject(design);
  return {
    hasReserved: reserved.length > 0,
    reserved,
    reservedLead:
      reserved.length > 0
        ? `${counted(reserved.length, 'endpoint')} ask for a built-in role on top of the permission, so that a role which an organization makes itself cannot open them, whatever it grants.`
        : `No action on ${central.many} asks for a built-in role on top of its permission: a role that an organization makes can open all of them.`,
  };
}

function credentialWords(design: Design) {
  const found = design.endpoints.filter(({ takesCredentials }) => takesCredentials);
  return {
    credentials: found.map(({ method, path, access }) => ({
      endpoint: code(`${method} ${path}`),
      takes: access === 'public' ? 'no access token' : 'an access token as well',
    })),
    credentialLead: `Of ${counted(design.endpoints.length, 'endpoint')}, these ${found.length} count as credentials; the others, ${code(centralSubject(design).route)} among them, have no limit of their own besides those of address, user and organization.`,
  };
}

function auditWords(design: Design) {
  const readers = design.roles.filter(({ grants }) => grants.some(({ permission }) => permission === 'audit:read'));
  const days = design.blueprint.qualities.retentionDays;
  const central = centralSubject(design);
  return {
    auditReaders: list(readers.map(({ name }) => code(name))),
    auditKept:
      days === undefined
        ? `How long entries about ${central.many} are kept is not declared; nothing removes them.`
        : `Entries about ${central.many} are to be kept ${number(days)} days at most (target); the job that will remove them is ${label('retention')}.`,
  };
}

function owaspLead(design: Design): string {
  const { security } = design;
  const { many } = centralSubject(design);
  const items = [...security.owaspApi, ...security.owaspTop10];
  const shown = items.filter(({ proof }) => proof.length > 0).length;
  return `${shown} of the ${items.length} items below are shown by a test or a step of the workflow, with ${many} as their subject where rows are needed; what none of them shows for ${many} stands in the last column.`;
}

function isolationWords(design: Design) {
  const central = centralSubject(design);
  const shared = design.blueprint.tenancy === 'shared';
  return {
    isolationLead: shared
      ? `${central.AnOne} of one organization must never reach another, even through a fault of ours: what one layer lets through for ${central.many}, the next one refuses.`
      : `One organization uses this deployment, and its ${central.many} are divided all the same, so that a second one needs no change of the schema.`,
    siloLead: shared
      ? `A large organization moves out in five steps: a deployment of its own, a copy of its rows (every table names them by ${code('tenant_id')}), a pause for writes on ${code(central.route)}, a comparison of counts, a redirect of its sign-in. Nothing in the code of ${central.many} changes, since a silo is a pool of one.`
      : `A second organization needs ${code('REGISTRATION_OPEN')} or an invitation, and nothing else: ${code(central.table)} already names its organization.`,
  };
}

function lifeLead(design: Design): string {
  const { many } = centralSubject(design);
  return design.blueprint.tenancy === 'shared'
    ? `An organization comes by itself and leaves by request: the first half is written, the second half, with the export of its ${many}, is not.`
    : `The one organization is founded by the seed; what happens to its ${many} when the contract ends is designed, not written.`;
}
