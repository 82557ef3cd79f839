import type { Basis, Fact, Unit } from '../fact.js';

/** Thresholds that decide, and measurements of others that scores are taken from; each with the place it comes from. */

/** From which value on an option no longer suits: rules of this product. */
export const RULES = {
  bullmqSuits: rule('bullmqSuits', 'jobs per minute that BullMQ carries with ease', 10_000, 'jobs/min'),
  bullmqLimit: rule('bullmqLimit', 'jobs per minute above which RabbitMQ is taken', 50_000, 'jobs/min'),
  complexRouting: rule('complexRouting', 'routes from events to consumers that call for a broker', 60, 'none'),
  oneMachine: rule('oneMachine', 'processors of the largest single machine that is planned with', 16, 'vCPU'),
  smallTeam: rule('smallTeam', 'engineers up to which a cluster of its own costs more than it gives', 3, 'none'),
  oneMachineAvailability: rule(
    'oneMachineAvailability',
    'availability that one machine with restarts can promise',
    99.5,
    'percent',
  ),
  canarySample: rule('canarySample', 'requests that a canary must see before it is judged', 1000, 'none'),
  canaryShare: rule('canaryShare', 'share of the traffic of the first canary step', 5, 'percent'),
  canaryWindow: rule('canaryWindow', 'time that each canary step is watched', 10, 'min'),
  smallSurface: rule('smallSurface', 'operations up to which a framework without modules is enough', 40, 'none'),
  fastReads: rule('fastReads', 'target of reads below which every layer counts', 50, 'ms'),
  postgresWrites: rule('postgresWrites', 'writes per second of one PostgreSQL primary', 20_000, 'queries/s'),
  schemaTenants: rule(
    'schemaTenants',
    'organizations up to which a schema for each can be migrated',
    500,
    'organizations',
  ),
  siloTenants: rule(
    'siloTenants',
    'organizations up to which an installation for each can be run',
    10,
    'organizations',
  ),
  serviceTeam: rule('serviceTeam', 'engineers that one independently deployed service keeps busy', 5, 'none'),
  graphReads: rule('graphReads', 'references for each entity from which clients read graphs', 3, 'times'),
  offsetRows: rule('offsetRows', 'rows of a table up to which skipping pages costs nothing noticeable', 10_000, 'rows'),
} as const satisfies Record<string, Fact>;

const survey =
  'Stack Overflow Developer Survey 2025, technology section: https://survey.stackoverflow.co/2025/technology';

/** What others measured and published. */
export const PUBLISHED = {
  bullmqEmptyJobs: published(
    'bullmqEmptyJobs',
    'empty jobs per second that BullMQ processed on one Redis',
    19_225,
    'none',
    'Comparison of bunqueue and BullMQ: https://www.bunqueue.dev/guide/comparison',
  ),
  fastifyBare: published(
    'fastifyBare',
    'requests per second of Fastify alone, empty handler',
    60_955,
    'requests/s',
    'Fork of fastify/benchmarks with NestJS: https://github.com/rennanboni/benchmarks-nestjs-fastify',
  ),
  fastifyInNest: published(
    'fastifyInNest',
    'requests per second of NestJS on Fastify, empty handler, same machine',
    53_983,
    'requests/s',
    'Fork of fastify/benchmarks with NestJS: https://github.com/rennanboni/benchmarks-nestjs-fastify',
  ),
  prismaPeak: published(
    'prismaPeak',
    'requests per second at which Prisma 7 saturated in its makers’ benchmark',
    8_300,
    'requests/s',
    'Prisma, 2026-06-11: https://www.prisma.io/blog/prisma-next-performance-benchmark',
  ),
  prismaShareOfDriver: published(
    'prismaShareOfDriver',
    'share of the peak of the bare pg driver that Prisma 7 reached',
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
    'time that a minor release of Kubernetes is maintained',
    14,
    'months',
    'Kubernetes releases: https://kubernetes.io/releases/patch-releases/',
  ),
  winstonPackages: published(
    'winstonPackages',
    'packages that winston 3.19.0 depends on directly',
    11,
    'none',
    'npm registry: https://www.npmjs.com/package/winston',
  ),
} as const satisfies Record<string, Fact>;

function rule(name: string, label: string, value: number, unit: Unit): Fact {
  return fact(`decisions.rules.${name}`, label, value, unit, 'rule', { text: 'A threshold of this product.' });
}

function published(name: string, label: string, value: number, unit: Unit, source: string): Fact {
  return fact(`decisions.published.${name}`, label, value, unit, 'measured', {
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
