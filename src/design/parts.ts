import { PARTS, type PartId, type PartState } from '../blueprint/parts.js';

/** One part of the system, where it stands in the repository and what shows that it works. */
export interface PartDesign {
  readonly id: PartId;
  /** `graceful shutdown` */
  readonly title: string;
  readonly state: PartState;
  /** Paths of the repository: of a designed part, those it will have. */
  readonly where: readonly string[];
  /** Generated tests that show it, or the workflow whose steps do. Empty for designed ones, and where nothing shows it. */
  readonly proof: readonly string[];
}

type Row = readonly [title: string, where: readonly string[], proof?: readonly string[]];

const api = 'apps/api';
const database = 'packages/database';
/** Runs the linter, the formatter, the type check and all tests, and asks a container for its readiness. */
const ci = '.github/workflows/ci.yml';

/** By id. Paths that do not depend on the blueprint; `parts.test.ts` compares them with what is generated. */
const ROWS: Readonly<Record<PartId, Row>> = {
  api: [
    'HTTP API',
    [`${api}/src/server.ts`, `${api}/src/app.ts`],
    [`${api}/test/http.spec.ts`, `${api}/test/document.spec.ts`],
  ],
  configuration: [
    'typed configuration',
    [`${api}/src/config/index.ts`, '.env.example'],
    [`${api}/src/config/index.spec.ts`],
  ],
  'error-answers': [
    'error answers',
    [`${api}/src/middleware/error.ts`, 'packages/common/src/problem.ts'],
    ['packages/common/src/problem.spec.ts', `${api}/test/http.spec.ts`],
  ],
  validation: ['input validation', [`${api}/src/middleware/validation.ts`], [`${api}/test/http.spec.ts`]],
  authentication: [
    'authentication',
    [
      `${api}/src/middleware/auth.ts`,
      'packages/auth/src/jwt.ts',
      'packages/auth/src/password.ts',
      `${api}/src/modules/identity/sessions.service.ts`,
    ],
    [
      `${api}/test/journey.e2e.spec.ts`,
      `${api}/src/modules/identity/identity.controller.spec.ts`,
      'packages/auth/src/jwt.spec.ts',
      'packages/auth/src/password.spec.ts',
    ],
  ],
  authorization: [
    'permission checks',
    [
      `${api}/src/middleware/auth.ts`,
      'packages/auth/src/grants.ts',
      'packages/core/src/permissions.ts',
      'packages/core/src/roles.ts',
    ],
    [`${api}/test/access.spec.ts`, `${api}/src/middleware/auth.spec.ts`, 'packages/auth/src/grants.spec.ts'],
  ],
  'tenant-isolation': [
    'tenant isolation',
    [`${database}/prisma/migrations/00000000000004_row_level_security/migration.sql`, `${database}/src/tenant.ts`],
    [`${database}/src/row-level-security.integration.spec.ts`, `${database}/src/tenant.integration.spec.ts`],
  ],
  'rate-limits': [
    'rate limits',
    [`${api}/src/middleware/rate-limit.ts`, `${api}/src/middleware/client-network.ts`],
    [`${api}/test/rate-limits.spec.ts`, `${api}/src/middleware/client-network.spec.ts`],
  ],
  'security-headers': ['security headers', [`${api}/src/app.ts`], [`${api}/test/http.spec.ts`]],
  cors: ['CORS', [`${api}/src/app.ts`], [`${api}/test/http.spec.ts`]],
  'audit-log': [
    'audit log',
    [`${database}/src/audit.ts`, `${api}/src/modules/audit/audit.controller.ts`],
    [`${api}/src/modules/audit/audit.integration.spec.ts`, `${database}/src/client.integration.spec.ts`],
  ],
  // Only where a field is rich text.
  'rich-text': [
    'cleaning of rich text',
    [`${api}/src/http/rich-text.ts`, 'packages/common/src/text.ts'],
    ['packages/common/src/text.spec.ts'],
  ],
  // The integration tests of entities whose actions emit events show that they are recorded.
  outbox: ['transactional outbox (recording)', [`${database}/src/outbox.ts`], []],
  'optimistic-locking': [
    'optimistic locking',
    [`${database}/prisma/schema.prisma`],
    [
      `${api}/src/modules/organizations/organizations.integration.spec.ts`,
      `${api}/src/modules/users/users.integration.spec.ts`,
    ],
  ],
  pagination: [
    'cursor pagination',
    [`${api}/src/http/paging.ts`, `${database}/src/cursor.ts`, `${database}/src/keyset.ts`],
    [`${api}/src/http/paging.spec.ts`, `${database}/src/cursor.spec.ts`, `${database}/src/keyset.spec.ts`],
  ],
  schema: [
    'database schema',
    [`${database}/prisma/schema.prisma`, `${database}/prisma/migrations/00000000000003_checks/migration.sql`],
    [`${database}/src/row-level-security.integration.spec.ts`, `${database}/src/violations.integration.spec.ts`],
  ],
  migrations: [
    'migrations',
    [`${database}/src/migrate.ts`],
    [`${database}/src/migrate.integration.spec.ts`, `${database}/src/next-migration.spec.ts`],
  ],
  seed: ['seed', [`${database}/src/seed.ts`], [`${database}/src/seed.integration.spec.ts`]],
  health: [
    'health and readiness',
    [`${api}/src/health/health.controller.ts`, `${api}/src/health/readiness.ts`],
    [`${api}/test/http.spec.ts`],
  ],
  'graceful-shutdown': ['graceful shutdown', [`${api}/src/server.ts`], []],
  'request-timeout': [
    'request timeout',
    [`${api}/src/app.ts`, `${database}/src/client.ts`],
    [`${api}/test/http.spec.ts`, `${database}/src/client.integration.spec.ts`],
  ],
  'connection-pool': ['connection pool', [`${database}/src/client.ts`], [`${database}/src/client.integration.spec.ts`]],
  logging: [
    'structured logs',
    ['packages/common/src/logger.ts', `${api}/src/middleware/request-log.ts`],
    ['packages/common/src/logger.spec.ts', `${api}/test/http.spec.ts`, `${api}/test/document.spec.ts`],
  ],
  'correlation-id': [
    'correlation ids',
    ['packages/common/src/request-context.ts', `${api}/src/middleware/request-log.ts`],
    ['packages/common/src/request-context.spec.ts', `${api}/test/http.spec.ts`],
  ],
  openapi: ['OpenAPI description', [`${api}/src/openapi.ts`], [`${api}/test/openapi.spec.ts`]],
  'entity-modules': [
    'modules of the domain',
    [`${api}/src/app.module.ts`],
    [`${api}/test/openapi.spec.ts`, `${api}/test/access.spec.ts`],
  ],
  'unit-tests': ['unit tests', ['vitest.config.ts'], [ci]],
  'integration-tests': ['integration tests', ['vitest.config.ts', `${database}/test/global-setup.ts`], [ci]],
  'end-to-end-tests': ['end-to-end tests', [`${api}/test/journey.e2e.spec.ts`], [ci]],
  factories: ['data factories', [`${api}/test/factories/resource.ts`], []],
  testcontainers: ['Testcontainers', [`${database}/test/test-server.ts`], []],
  'module-boundaries': ['module boundaries', ['eslint.boundaries.js', 'tools/boundaries-rule.js'], [ci]],
  image: ['container image', ['docker/api.Dockerfile', '.dockerignore'], [ci]],
  compose: ['Docker Compose', ['docker-compose.yml'], [ci]],
  ci: ['continuous integration', [ci], []],
  'dependency-updates': ['dependency updates', ['.github/dependabot.yml'], []],

  worker: ['worker process', ['apps/worker']],
  'outbox-relay': ['outbox relay', ['apps/worker/src/relay']],
  queues: ['job queues', ['apps/worker/src/queues']],
  reactions: ['reactions to events', ['apps/worker/src/reactions']],
  schedules: ['scheduled jobs', ['apps/worker/src/schedules']],
  notifications: ['notifications', ['apps/worker/src/notifications']],
  integrations: ['clients of external services', ['packages/integrations']],
  webhooks: ['outgoing webhooks', ['apps/worker/src/webhooks']],
  reports: ['reports', [`${api}/src/modules/reports`]],
  'file-storage': ['object storage', ['packages/storage']],
  retention: ['retention', ['apps/worker/src/retention']],
  'idempotency-keys': ['idempotency keys', [`${api}/src/middleware/idempotency.ts`]],
  cache: ['cache', ['packages/cache']],
  'circuit-breakers': ['circuit breakers', ['packages/common/src/breaker.ts']],
  metrics: ['metrics', ['packages/observability']],
  tracing: ['traces', ['packages/observability/src/tracing.ts']],
  dashboards: ['dashboards', ['observability/dashboards']],
  alerts: ['alert rules', ['observability/alerts']],
  'contract-tests': ['contract tests', ['contracts']],
  'load-tests': ['load tests', ['load']],
  kubernetes: ['Kubernetes manifests', ['k8s']],
  rollout: ['progressive rollout', ['k8s/rollout']],
  'deploy-workflow': ['deployment workflow', ['.github/workflows/deploy.yml']],
  'security-scan': ['security scan', ['.github/workflows/security.yml']],
  'read-replica': ['read replica', []],
  backup: ['backup and restore', ['k8s/backup']],
  infrastructure: ['infrastructure as code', ['infrastructure']],
  'multi-factor': ['second factor', []],
  'single-sign-on': ['single sign-on', []],
  'tenant-export': ['export and deletion of an organization', []],
};

/** Every part, in the order of the table. */
export const parts: readonly PartDesign[] = (Object.keys(PARTS) as PartId[]).map((id) => {
  const [title, where, proof = []] = ROWS[id];
  return { id, title, state: PARTS[id], where, proof };
});

export function partOf(id: PartId): PartDesign {
  const found = parts.find((part) => part.id === id);
  if (!found) throw new Error(`There is no part ${id}.`);
  return found;
}
