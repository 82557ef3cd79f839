import type { Basis, Fact, Unit } from '../fact.js';

/** Thresholds that decide, and measurements of others that scores are taken from; each with the place it comes from. */

/** From which value on an option no longer suits: rules of this product. */
export const RULES = {
  bullmqSuits: rule('bullmqSuits', 'load that BullMQ carries with ease', 10_000, 'jobs/min'),
  bullmqLimit: rule('bullmqLimit', 'load above which RabbitMQ is taken', 50_000, 'jobs/min'),
  complexRouting: rule('complexRouting', 'routes that call for a broker', 60, 'none'),
  oneMachine: rule('oneMachine', 'largest single machine planned with', 16, 'vCPU'),
  smallTeam: rule('smallTeam', 'engineers too few for a cluster', 3, 'none'),
  oneMachineAvailability: rule('oneMachineAvailability', 'availability of one machine', 99.5, 'percent'),
  canarySample: rule('canarySample', 'requests before a canary is judged', 1000, 'none'),
  canaryShare: rule('canaryShare', 'traffic of the first canary step', 5, 'percent'),
  canaryNext: rule('canaryNext', 'traffic of the second canary step', 25, 'percent'),
  canaryWindow: rule('canaryWindow', 'watch of each canary step', 10, 'min'),
  smallSurface: rule('smallSurface', 'operations that need no modules', 40, 'none'),
  fastReads: rule('fastReads', 'read target where every layer counts', 50, 'ms'),
  postgresWrites: rule('postgresWrites', 'writes of one PostgreSQL primary', 20_000, 'queries/s'),
  schemaTenants: rule('schemaTenants', 'organizations with a schema for each', 500, 'organizations'),
  siloTenants: rule('siloTenants', 'organizations with an installation for each', 10, 'organizations'),
  serviceTeam: rule('serviceTeam', 'engineers for one service', 5, 'none'),
  graphReads: rule('graphReads', 'references that make a graph', 3, 'times'),
  offsetRows: rule('offsetRows', 'rows that are skipped for free', 10_000, 'rows'),
} as const satisfies Record<string, Fact>;

const survey = 'Stack Overflow Developer Survey: https://survey.stackoverflow.co/2025/technology';

/** What others measured and published. */
export const PUBLISHED = {
  bullmqEmptyJobs: published(
    'bullmqEmptyJobs',
    'empty jobs of BullMQ per second',
    19_225,
    'none',
    'Comparison of bunqueue and BullMQ: https://www.bunqueue.dev/guide/comparison',
  ),
  fastifyBare: published(
    'fastifyBare',
    'Fastify alone, empty handler',
    60_955,
    'requests/s',
    'Fork of fastify/benchmarks with NestJS: https://github.com/rennanboni/benchmarks-nestjs-fastify',
  ),
  fastifyInNest: published(
    'fastifyInNest',
    'NestJS on Fastify, empty handler',
    53_983,
    'requests/s',
    'Fork of fastify/benchmarks with NestJS: https://github.com/rennanboni/benchmarks-nestjs-fastify',
  ),
  prismaPeak: published(
    'prismaPeak',
    'peak of Prisma 7',
    8_300,
    'requests/s',
    'Prisma, 2026-06-11: https://www.prisma.io/blog/prisma-next-performance-benchmark',
  ),
  prismaShareOfDriver: published(
    'prismaShareOfDriver',
    'Prisma 7 against the bare driver',
    58,
    'percent',
    'Prisma, 2026-06-11: https://www.prisma.io/blog/prisma-next-performance-benchmark',
  ),
  pinoLines: published(
    'pinoLines',
    'time of Pino in its basic benchmark',
    114.8,
    'ms',
    'Benchmarks of Pino: https://github.com/pinojs/pino/blob/master/docs/benchmarks.md',
  ),
  winstonLines: published(
    'winstonLines',
    'time of Winston in the same benchmark',
    270.2,
    'ms',
    'Benchmarks of Pino: https://github.com/pinojs/pino/blob/master/docs/benchmarks.md',
  ),
  knowPostgres: published('knowPostgres', 'developers who use PostgreSQL', 55.6, 'percent', survey),
  knowMysql: published('knowMysql', 'developers who use MySQL', 40.5, 'percent', survey),
  knowMongo: published('knowMongo', 'developers who use MongoDB', 24, 'percent', survey),
  knowDocker: published('knowDocker', 'developers who use Docker', 71.1, 'percent', survey),
  knowKubernetes: published('knowKubernetes', 'developers who use Kubernetes', 28.5, 'percent', survey),
  kubernetesSupport: published(
    'kubernetesSupport',
    'maintenance of a Kubernetes release',
    14,
    'months',
    'Kubernetes releases: https://kubernetes.io/releases/patch-releases/',
  ),
  winstonPackages: published(
    'winstonPackages',
    'direct dependencies of Winston 3.19',
    11,
    'none',
    'npm registry: https://www.npmjs.com/package/winston',
  ),
} as const satisfies Record<string, Fact>;

function rule(name: string, label: string, value: number, unit: Unit): Fact {
  return fact(`decisions.rules.${name}`, label, value, unit, 'rule', { text: 'A threshold of this product.' });
}

function published(name: string, label: string, value: number, unit: Unit, source: string): Fact {
  return fact(`decisions.published.${name}`, label, value, unit, 'published', {
    text: 'Published; not measured on this system.',
    source,
  });
}

function fact(
  id: string,
  label: string,
  value: number,
  unit: Unit,
  basis: Basis,
  reason: Fact['because'][number],
): Fact {
  return { id, label, value, unit, basis, because: [reason] };
}
