import type { OwaspItem } from './model.js';
import { CONSTANTS as fixed } from '../constants.js';
import {
  centralEntity,
  centralSubject,
  code,
  fieldsWhere,
  listed,
  moneyFields,
  ownScopes,
  publicEndpoints,
  setting,
  type SecurityInput,
} from './subject.js';

const api = 'apps/api';
const database = 'packages/database';
export const POLICIES = `${database}/prisma/migrations/00000000000004_row_level_security/migration.sql`;

/** OWASP API Security Top 10, edition of 2023: https://owasp.org/API-Security/editions/2023/en/0x11-t10/. */
export function owaspApi(design: SecurityInput): readonly OwaspItem[] {
  return [...authorizationItems(design), ...resourceItems(design), ...surfaceItems(design)].toSorted(
    (a, b) => Number(/\d+/.exec(a.id)?.[0]) - Number(/\d+/.exec(b.id)?.[0]),
  );
}

function authorizationItems(design: SecurityInput): OwaspItem[] {
  const central = centralSubject(design);
  const hidden = fieldsWhere(design, ({ visible }) => !visible);
  const own = ownScopes(design);
  return [
    {
      id: 'API1:2023',
      title: 'Broken object level authorization',
      mitigation: `Each query for ${central.many} carries the organization of the token${own.length > 0 ? `, and for ${listed([...new Set(own.map(({ role }) => code(role)))])} the owner of the row` : ''}; row-level security on ${code(central.table)} answers for a query that forgets it`,
      gap: `None known for ${code(central.route)}`,
      where: [`${database}/src/scope.ts`, POLICIES],
      proof: [central.integrationTest, `${database}/src/row-level-security.integration.spec.ts`],
      part: 'tenant-isolation',
    },
    {
      id: 'API2:2023',
      title: 'Broken authentication',
      mitigation: `Access tokens of ${setting(design, 'ACCESS_TOKEN_TTL_SECONDS')} s with one named algorithm, refresh tokens that work once, scrypt, and few tries for the ${publicEndpoints(design).filter(({ takesCredentials }) => takesCredentials).length} public endpoints in front of ${central.many}`,
      gap: `No second factor, no confirmation of e-mail addresses and no reset of passwords for those who work on ${central.many} yet`,
      where: [
        'packages/auth/src/jwt.ts',
        'packages/auth/src/password.ts',
        `${api}/src/modules/identity/sessions.service.ts`,
      ],
      proof: [
        `${api}/src/modules/identity/identity.controller.spec.ts`,
        'packages/auth/src/jwt.spec.ts',
        'packages/auth/src/password.spec.ts',
      ],
      part: 'authentication',
    },
    {
      id: 'API3:2023',
      title: 'Broken object property level authorization',
      mitigation: `Strict schemas in, allow-lists out: ${central.aOne} never shows its ${code('tenantId')}${hidden.length > 0 ? `, and ${listed(hidden.map(({ entity, field }) => code(`${entity.names.one}.${field.name}`)))} never leave` : ''}`,
      gap: `Fields of ${central.aOne} have no permissions of their own: who reads it reads all of them`,
      where: [central.dto],
      proof: [central.httpTest, central.integrationTest],
      part: 'validation',
    },
    {
      id: 'API5:2023',
      title: 'Broken function level authorization',
      mitigation: `${design.endpoints.filter(({ access }) => access === 'permission').length} of ${design.endpoints.length} endpoints name one of ${design.permissions.length} permissions; what names nothing is called by nobody`,
      gap: `None known: a test calls each of them as a member without the permission, also those of ${central.many}`,
      where: [`${api}/src/middleware/auth.ts`, 'packages/core/src/permissions.ts'],
      proof: [`${api}/test/access.spec.ts`, `${api}/src/middleware/auth.spec.ts`],
      part: 'authorization',
    },
  ];
}

function resourceItems(design: SecurityInput): OwaspItem[] {
  const central = centralSubject(design);
  const money = moneyFields(design);
  const flow =
    (money.find(({ entity }) => entity === centralEntity(design)) ?? money[0])?.entity.names.textMany ?? central.many;
  return [
    {
      id: 'API4:2023',
      title: 'Unrestricted resource consumption',
      mitigation: `Limits per address, user, organization and sign-in; ${code('BODY_LIMIT_BYTES')} and ${code('REQUEST_TIMEOUT_MS')} for each request, bounded pages of ${central.many}`,
      gap: `Connections and statement time are shared by all who ask for ${central.many}`,
      where: [`${api}/src/middleware/rate-limit.ts`, `${api}/src/http/paging.ts`, `${database}/src/client.ts`],
      proof: [`${api}/test/rate-limits.spec.ts`, `${api}/test/http.spec.ts`],
      part: 'rate-limits',
    },
    {
      id: 'API6:2023',
      title: 'Unrestricted access to sensitive business flows',
      mitigation: `Whoever acts on ${flow} is signed in, counted per user and held to ${design.entities.reduce((sum, { actions }) => sum + actions.length, 0)} lifecycle actions; an account needs an invitation or an organization of its own`,
      gap: `Nothing tells a script from a person on ${code(central.route)}, and registration sends no e-mail to confirm`,
      where: [central.service, `${api}/src/middleware/rate-limit.ts`],
      proof: [central.integrationTest, `${api}/test/rate-limits.spec.ts`],
      part: 'entity-modules',
    },
  ];
}

function surfaceItems(design: SecurityInput): OwaspItem[] {
  const { blueprint, endpoints } = design;
  const central = centralSubject(design);
  const urls = fieldsWhere(design, ({ field }) => field.type.kind === 'url').map(({ entity, field }) =>
    code(`${entity.names.one}.${field.name}`),
  );
  const services = blueprint.integrations.map(({ name }) => code(name));
  return [
    {
      id: 'API7:2023',
      title: 'Server side request forgery',
      mitigation: `The API of ${central.many} calls no address that a client names${urls.length > 0 ? `: what ${listed(urls)} ${urls.length === 1 ? 'holds' : 'hold'} is stored and never fetched` : ''}${blueprint.webhooks ? `; the webhooks to come refuse private networks` : ''}`,
      gap: blueprint.webhooks
        ? `Webhooks for ${blueprint.webhooks.events.length} kinds of events open this door, so they wait for their egress proxy`
        : `None while nobody is told of ${central.many}`,
      where: [`${api}/src/platform.module.ts`],
      proof: [],
      part: 'api',
    },
    {
      id: 'API8:2023',
      title: 'Security misconfiguration',
      mitigation: `The API refuses to start with a guessable secret, a superuser of a development database, plain-HTTP origins or a role that owns ${code(central.table)}`,
      gap: `TLS and the network around ${code(central.route)} are the platform’s`,
      where: [`${api}/src/config/index.ts`, `${database}/src/client.ts`, `${api}/src/app.ts`],
      proof: [
        `${api}/src/config/index.spec.ts`,
        `${database}/src/client.integration.spec.ts`,
        `${api}/test/http.spec.ts`,
      ],
      part: 'configuration',
    },
    {
      id: 'API9:2023',
      title: 'Improper inventory management',
      mitigation: `One version under ${code('/api/v1')}; its OpenAPI description is made from the schemas that check the inputs of all ${endpoints.length} endpoints, and is served in development only`,
      gap: `No register of the deployments that serve ${central.many} yet`,
      where: [`${api}/src/openapi.ts`],
      proof: [`${api}/test/openapi.spec.ts`, `${api}/test/http.spec.ts`],
      part: 'openapi',
    },
    services.length > 0
      ? {
          id: 'API10:2023',
          title: 'Unsafe consumption of APIs',
          mitigation: `Schemas for what ${listed(services)} answer, time limits, no redirects, and signatures on what they send`,
          gap: `${listed(services)} ${services.length === 1 ? 'has' : 'have'} no client in the repository yet`,
          where: [],
          proof: [],
          part: 'integrations',
        }
      : {
          id: 'API10:2023',
          title: 'Unsafe consumption of APIs',
          mitigation: `No API of others is asked about ${central.many}; tokens it reads are its own, with ${fixed.clockTolerance.value} s of tolerance for clocks`,
          gap: `None without an integration`,
          where: ['packages/auth/src/jwt.ts'],
          proof: ['packages/auth/src/jwt.spec.ts'],
          part: 'authentication',
        },
  ];
}
