import type { TrustBoundary } from './model.js';
import { centralSubject, code, codeOf, listed, setting, type SecurityInput } from './subject.js';

export const BOUNDARIES = [
  'client',
  'edge',
  'database',
  'redis',
  'services',
  'receiver',
  'subscribers',
  'operators',
  'organizations',
  'members',
] as const;
export type BoundaryId = (typeof BOUNDARIES)[number];

/** Where something that is trusted less meets something that is trusted more; only those that this system has. */
export function boundariesOf(design: SecurityInput): readonly TrustBoundary[] {
  const { blueprint, product, entities, endpoints, stack } = design;
  const central = centralSubject(design);
  const tables = entities.filter(({ tenantScoped }) => tenantScoped).length;
  const services = blueprint.integrations.map(({ name }) => name);
  const received = blueprint.integrations.flatMap(({ receives }) => receives);
  const hops = setting(design, 'TRUSTED_PROXY_HOPS');
  const terminates = stack.deploy === 'kubernetes' ? 'the ingress' : 'a reverse proxy';
  const all: readonly (TrustBoundary & { readonly present: boolean })[] = [
    {
      id: 'client',
      title: 'Client → edge',
      crossing: `HTTPS from browsers, apps and partners to ${terminates}, which ends TLS before any of the ${endpoints.length} endpoints is reached`,
      present: true,
    },
    {
      id: 'edge',
      title: 'Edge → API',
      crossing: `HTTP in the private network for ${central.many} and the rest; \`X-Forwarded-For\` of ${hops} proxies is believed`,
      present: true,
    },
    {
      id: 'database',
      title: 'API → database',
      crossing: `SQL of the login \`${product.database}_api\`, which acts as \`${product.appRole}\` and reaches ${tables} business tables under row-level security`,
      present: true,
    },
    {
      id: 'redis',
      title: 'API → Redis',
      crossing: `Counters of rate limits; no row of the ${entities.length} entities is kept there`,
      present: true,
    },
    {
      id: 'services',
      title: 'Worker → external services',
      crossing: `Requests with an API key to ${listed(services.map(code))}`,
      present: services.length > 0,
    },
    {
      id: 'receiver',
      title: 'External services → webhook receiver',
      crossing: `Notifications ${listed(received.map((event) => codeOf(event)))}, sent by machines that hold no access token`,
      present: received.length > 0,
    },
    {
      id: 'subscribers',
      title: 'Worker → subscribers of webhooks',
      crossing: `${blueprint.webhooks?.events.length ?? 0} kinds of events, posted to addresses that organizations enter themselves`,
      present: blueprint.webhooks !== undefined,
    },
    {
      id: 'operators',
      title: 'Operators and CI → production',
      crossing: `Code, images, secrets, and migrations of \`${central.table}\` as \`${product.database}_owner\``,
      present: true,
    },
    {
      id: 'organizations',
      title: 'Organization ↔ organization',
      crossing: `${design.blueprint.scale.tenants} organizations share one database, one pool of connections and the same processes`,
      present: blueprint.tenancy === 'shared',
    },
    {
      id: 'members',
      title: 'Member ↔ member',
      crossing: `${design.roles.length} built-in roles inside an organization, and those that it makes itself`,
      present: true,
    },
  ];
  return all.filter(({ present }) => present).map(({ id, title, crossing }) => ({ id, title, crossing }));
}
