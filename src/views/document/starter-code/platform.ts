import { environmentOf, isMadeBySetup } from '../../../design/environment.js';
import type { Design } from '../../../design/model.js';
import { excerpt, type Excerpt, type QuotableFiles } from '../../../render/excerpt.js';
import { commandsOf } from '../../workspace/package-manager.js';
import { code, counted, list, number } from '../words.js';

/** Some of a file, and what this system puts there. */
export interface StarterFile {
  readonly title: string;
  readonly text: string;
  readonly excerpts: readonly Excerpt[];
}

const api = 'apps/api/src';

/** What is the same kind of file in every repository. */
export async function platformFiles(design: Design, files: QuotableFiles): Promise<StarterFile[]> {
  return [
    await server(design, files),
    await config(design, files),
    await logger(design, files),
    ...(await access(design, files)),
  ];
}

async function server(design: Design, files: QuotableFiles): Promise<StarterFile> {
  const { product, endpoints, entities } = design;
  const publicCount = endpoints.filter(({ access: who }) => who === 'public').length;
  return {
    title: code(`${api}/server.ts`),
    text:
      `The process answers ${counted(endpoints.length, 'endpoint')}, ${number(publicCount)} of them without a token, and refuses to start as anything but ${code(product.appRole)}: ` +
      `a login that owns the ${counted(entities.length, 'table')} of the domain could look through row-level security. ` +
      `After ${code('SIGTERM')} it has ${milliseconds(design, 'SHUTDOWN_TIMEOUT_MS')} to answer what it began. The order of middleware is the one in which ${code('app.ts')} lists it, cheap refusals first.`,
    excerpts: [
      await excerpt(files, `${api}/server.ts`, { from: 'async function main()' }),
      await excerpt(files, `${api}/server.ts`, { from: 'function stopOnSignals' }),
      await excerpt(files, `${api}/app.ts`, { from: '* A request passes', to: '9. the handler' }),
    ],
  };
}

async function config(design: Design, files: QuotableFiles): Promise<StarterFile> {
  const variables = environmentOf(design).filter(({ readers }) => readers.includes('api'));
  const required = variables.filter(({ required: isRequired }) => isRequired);
  return {
    title: code(`${api}/config/index.ts`),
    text: `The API reads ${counted(variables.length, 'variable')} once, at the start, and cannot do without ${list(required.map(({ name }) => code(name)))}. All faults of ${code(`${design.product.name}-api`)} are told together and without their values, because half of them may be secrets; given up is changing anything of it in a running process.`,
    excerpts: [
      await excerpt(files, `${api}/config/index.ts`, {
        from: 'const Environment = z.object',
        to: 'DATABASE_POOL_SIZE',
      }),
      await excerpt(files, `${api}/config/index.ts`, { from: 'export function loadConfig' }),
    ],
  };
}

async function logger({ entities }: Design, files: QuotableFiles): Promise<StarterFile> {
  const personal = entities.flatMap(({ entity, names }) =>
    entity.fields.filter((field) => field.personal).map(({ name }) => `${names.One}.${name}`),
  );
  const kept =
    personal.length > 0
      ? `Bodies are never logged, so ${code(personal[0] ?? '')} and ${counted(personal.length - 1, 'other personal field')} stay out of the logs as well`
      : `Bodies are never logged, so neither is what people write into ${list(entities.slice(0, 2).map(({ names }) => names.textMany))}`;
  return {
    title: code('packages/common/src/logger.ts'),
    text: `${kept}; names that mean a secret are cut out wherever they appear. The correlation id comes from the caller, from ${code('traceparent')}, or is new, and each line of ${counted(entities.length, 'module')} carries it without being told.`,
    excerpts: [
      await excerpt(files, 'packages/common/src/logger.ts', { from: 'const SECRETS' }),
      await excerpt(files, 'packages/common/src/logger.ts', { from: 'export function createLogger' }),
      await excerpt(files, 'packages/common/src/request-context.ts', { from: 'export function correlationIdFrom' }),
    ],
  };
}

async function access(design: Design, files: QuotableFiles): Promise<StarterFile[]> {
  const { roles, permissions, product } = design;
  return [
    {
      title: code(`${api}/middleware/error.ts`),
      text: `Whatever is thrown between ${code('server.ts')} and the repositories of ${counted(design.entities.length, 'entity', 'entities')} leaves as a problem (RFC 9457). What nobody expected becomes ${code('INTERNAL')} with the correlation id, and the stack stays in the log of ${product.name}.`,
      excerpts: [
        await excerpt(files, `${api}/middleware/error.ts`, { from: 'function toProblem' }),
        await excerpt(files, `${api}/middleware/error.ts`, { from: 'function sendProblem' }),
      ],
    },
    {
      title: code('packages/auth/src/jwt.ts'),
      text: `An access token of ${product.name} lives ${seconds(design, 'ACCESS_TOKEN_TTL_SECONDS')} and names user, organization and session; a refresh token lives ${seconds(design, 'REFRESH_TOKEN_TTL_SECONDS')} and works once. Signed with one secret rather than a key pair, because the ${counted(1, 'process', 'processes')} that issues tokens is the one that checks them; a second service would have to share that secret.`,
      excerpts: [
        await excerpt(files, 'packages/auth/src/jwt.ts', { from: 'sign({ userId' }),
        await excerpt(files, 'packages/auth/src/jwt.ts', { from: 'async verify(' }),
        await excerpt(files, 'packages/auth/src/jwt.ts', { from: 'export function judgeRefreshToken' }),
      ],
    },
    {
      title: code(`${api}/middleware/auth.ts`),
      text: `${counted(roles.length, 'role')} hold ${counted(permissions.length, 'permission')} in all; the guard finds the one that a handler names among those of the member, and ${code('own')} or ${code('all')} tells the handler which rows it reaches. A handler that names none is called by nobody.`,
      excerpts: [
        await excerpt(files, `${api}/middleware/auth.ts`, { from: 'async canActivate' }),
        await excerpt(files, `${api}/middleware/auth.ts`, { from: 'function scopeOf' }),
      ],
    },
  ];
}

/** What surrounds the code: containers, variables, commands. */
export async function surroundingFiles(design: Design, files: QuotableFiles): Promise<StarterFile[]> {
  const variables = environmentOf(design);
  const secrets = variables.filter(isMadeBySetup);
  const { run } = commandsOf(design);
  return [
    {
      title: code('docker-compose.yml'),
      text: `PostgreSQL, Redis, the migrator and ${code(`${design.product.name}-api`)} on one machine; the API starts when the migrator has ended, so it never meets a schema that is older than itself. Its file system is read-only and it has no capabilities.`,
      excerpts: [
        await excerpt(files, 'docker-compose.yml', { from: 'x-system:', to: 'security_opt' }),
        await excerpt(files, 'docker-compose.yml', { from: '  api:', to: 'redis: { condition' }),
      ],
    },
    {
      title: code('.env.example'),
      text: `All ${counted(variables.length, 'variable')}, each with what happens without it. ${code(`${run} setup`)} copies the file and makes ${list(secrets.map(({ name }) => code(name)))} afresh, so two checkouts of ${design.product.name} never share a secret.`,
      excerpts: [await excerpt(files, '.env.example', { from: '── Process', to: 'ACCESS_TOKEN_SECRET=' })],
    },
    {
      title: code('package.json'),
      text: `One command for each thing that a developer of ${list(design.contexts.slice(0, 3).map(({ names }) => names.name))} does in a day; section 14 uses them.`,
      excerpts: [await excerpt(files, 'package.json', { from: '"scripts"' })],
    },
  ];
}

function valueOf(design: Design, name: string): number {
  return Number(environmentOf(design).find((variable) => variable.name === name)?.default);
}

function milliseconds(design: Design, name: string): string {
  return `${number(valueOf(design, name) / 1000)} s (${code(name)})`;
}

function seconds(design: Design, name: string): string {
  const value = valueOf(design, name);
  const days = value / 86_400;
  return `${days >= 1 ? counted(days, 'day') : counted(value / 60, 'minute')} (${code(name)})`;
}
