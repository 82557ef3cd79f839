import { environmentOf, isMadeBySetup } from '../../../design/environment.js';
import type { Design } from '../../../design/model.js';
import { excerpt, type Excerpt, type QuotableFiles } from '../../../render/excerpt.js';
import { commandsOf } from '../../workspace/package-manager.js';
import { exampleEntity } from '../example-entity.js';
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
  const many = manyOf(design);
  const publicCount = endpoints.filter(({ access: who }) => who === 'public').length;
  return {
    title: code(`${api}/server.ts`),
    text:
      `The process answers ${counted(endpoints.length, 'endpoint')}, ${number(publicCount)} of them without a token, and refuses to start as anything but ${code(product.appRole)}: ` +
      `a login that owns the ${counted(entities.length, 'table')} of the domain could look through row-level security. ` +
      `A request about ${many} that is under way at ${code('SIGTERM')} has ${milliseconds(design, 'SHUTDOWN_TIMEOUT_MS')} to be answered. ` +
      `Middleware stands in the order that ${code('app.ts')} lists, cheap refusals first: a flood of requests for ${many} ends before a token is verified.`,
    excerpts: [
      await excerpt(files, `${api}/server.ts`, { from: 'async function main()' }),
      await excerpt(files, `${api}/server.ts`, { from: 'function stopOnSignals' }),
      await excerpt(files, `${api}/app.ts`, { from: '* A request passes', to: 'whatever is thrown' }),
    ],
  };
}

async function config(design: Design, files: QuotableFiles): Promise<StarterFile> {
  const variables = environmentOf(design).filter(({ readers }) => readers.includes('api'));
  const secrets = variables.filter(({ secret }) => secret);
  const required = variables.filter(({ required: isRequired }) => isRequired);
  return {
    title: code(`${api}/config/index.ts`),
    text:
      `Before it answers about ${manyOf(design)}, the API reads ${counted(variables.length, 'variable')}, and it cannot do without ${list(required.map(({ name }) => code(name)))}. ` +
      `All faults are told together and without their values, because ${list(secrets.map(({ name }) => code(name)))} are secrets of whoever runs the ${counted(design.contexts.length, 'context')}; given up is changing any of them in a running process.`,
    excerpts: [
      await excerpt(files, `${api}/config/index.ts`, {
        from: 'const Environment = z.object',
        to: '<database>',
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
  const { roles, permissions } = design;
  const role = roles.find(({ name }) => name !== 'owner')?.name ?? 'owner';
  return [
    {
      title: code(`${api}/middleware/error.ts`),
      text: `Whatever is thrown between ${code('server.ts')} and the repositories of ${counted(design.entities.length, 'entity', 'entities')} leaves as a problem (RFC 9457). What nobody expected while ${manyOf(design)} were handled becomes ${code('INTERNAL')} with the correlation id, and its stack stays in the log.`,
      excerpts: [
        await excerpt(files, `${api}/middleware/error.ts`, { from: 'function toProblem' }),
        await excerpt(files, `${api}/middleware/error.ts`, { from: 'function sendProblem' }),
      ],
    },
    {
      title: code('packages/auth/src/jwt.ts'),
      text:
        `An access token lives ${seconds(design, 'ACCESS_TOKEN_TTL_SECONDS')} and names user, organization and session but none of the ${counted(roles.length, 'role')}, so that ${code(role)} is taken away without waiting for it; a refresh token lives ${seconds(design, 'REFRESH_TOKEN_TTL_SECONDS')} and works once. ` +
        `It is signed with one secret rather than a key pair, because the API that issues it serves all ${counted(design.endpoints.length, 'endpoint')} that check it; a second service would have to share the secret.`,
      excerpts: [
        await excerpt(files, 'packages/auth/src/jwt.ts', { from: 'sign({ userId' }),
        await excerpt(files, 'packages/auth/src/jwt.ts', { from: 'async verify(' }),
        await excerpt(files, 'packages/auth/src/jwt.ts', { from: 'export function judgeRefreshToken' }),
      ],
    },
    {
      title: code(`${api}/middleware/auth.ts`),
      text: `${counted(roles.length, 'role')} hold ${counted(permissions.length, 'permission')} in all; the guard finds the one that a handler names among those of the member, and ${code('own')} or ${code('all')} tells the handler which rows it reaches. A handler of ${manyOf(design)} that named none would be called by nobody.`,
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
      text: `PostgreSQL, Redis, the migrator and the API on one machine; the API starts when the migrator has made the ${counted(design.entities.length, 'table')} of the domain, so it never meets a schema that is older than itself. Whoever breaks into a handler of ${manyOf(design)} finds a read-only file system and no capabilities.`,
      excerpts: [
        await excerpt(files, 'docker-compose.yml', { from: 'x-system:', to: 'security_opt' }),
        await excerpt(files, 'docker-compose.yml', { from: '  api:', to: 'redis: { condition' }),
      ],
    },
    {
      title: code('.env.example'),
      text: `All ${counted(variables.length, 'variable')} with what happens without them. Two people who work on ${manyOf(design)} never share a secret: ${code(`${run} setup`)} copies the file and makes ${list(secrets.map(({ name }) => code(name)))} afresh.`,
      excerpts: [await excerpt(files, '.env.example')],
    },
    {
      title: code('package.json'),
      text: `One command for each thing that a developer of ${list(design.contexts.slice(0, 3).map(({ names }) => names.name))} does in a day; section 14 uses them.`,
      excerpts: [await excerpt(files, 'package.json', { from: '"scripts"' })],
    },
  ];
}

/** What the pages speak of when they need something of this system. */
function manyOf(design: Design): string {
  return exampleEntity(design)?.entity.names.textMany ?? 'users';
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
