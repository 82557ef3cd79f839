import { environmentOf, isMadeBySetup } from '../../../design/environment.js';
import type { Design } from '../../../design/model.js';
import { contextFolder } from '../../entity-module/paths.js';
import { commandsOf } from '../../workspace/package-manager.js';
import { exampleEntity } from '../example-entity.js';
import { code, list } from '../words.js';

/** Counts of this system in words: `5 packages`. */
export interface Counts {
  readonly workspaces: string;
  readonly dependencies: string;
  readonly tests: string;
  readonly migrations: string;
  readonly secrets: string;
  readonly rows: string;
  readonly accounts: string;
  readonly entities: string;
  readonly tables: string;
  readonly endpoints: string;
  readonly organizations: string;
}

export interface Step {
  readonly title: string;
  readonly text: string;
  readonly commands: string;
  /** In the form of `.env`. */
  readonly variables?: string;
}

/** What a newcomer runs, in order. */
export function steps(design: Design, counts: Counts): Step[] {
  return [...toRun(design, counts), ...toWork(design, counts), ...toShip(design, counts)];
}

function toRun(design: Design, { workspaces, dependencies, migrations, secrets, tables, entities }: Counts): Step[] {
  const { install, run } = commandsOf(design);
  const { database } = design.product;
  const { fileOne, One, textMany } = exampleEntity(design)?.entity.names ?? {
    fileOne: 'user',
    One: 'User',
    textMany: 'users',
  };
  return [
    {
      title: 'Install',
      text: `Node.js 20.19 or newer is all that ${entities} need to run; the ${workspaces} bring ${dependencies}, every version exact.`,
      commands: lines(install, `${run} setup`),
    },
    {
      title: 'Local database',
      text: `Nothing has to be done: without ${code('DATABASE_URL')} each command starts a PostgreSQL of its own and keeps ${tables} of the domain in ${code('.data/')}. To keep ${textMany} in the server of Docker Compose instead, take the passwords from ${code('.env')}, where ${code(`${run} setup`)} wrote ${secrets}:`,
      commands: lines(
        'docker compose up --detach --wait postgres redis',
        'set -a && . ./.env && set +a',
        `export MIGRATION_DATABASE_URL="postgresql://${database}_owner:$POSTGRES_PASSWORD@localhost:5432/${database}"`,
        `export DATABASE_URL="postgresql://${database}_api:$API_DATABASE_PASSWORD@localhost:5432/${database}"`,
      ),
    },
    {
      title: 'Migrate',
      text: `Makes ${tables} of the domain and what surrounds them, by those of the ${migrations} that the database has not seen, and the login ${code(`${database}_api`)} where it is missing. The second command writes the next one after a change in ${code('schema.prisma')}, such as a new column of ${code(One)}.`,
      commands: lines(`${run} migrate`, `${run} migration add-${fileOne}-note`),
    },
  ];
}

function toWork(design: Design, { rows, accounts, entities, organizations, tests, endpoints }: Counts): Step[] {
  const { run, test } = commandsOf(design);
  const execute = design.stack.packageManager === 'pnpm' ? 'pnpm exec' : 'npx';
  const example = exampleEntity(design);
  const folder = example ? `apps/api/src/modules/${contextFolder(example.entity)}` : 'apps/api/src/modules/users';
  return [
    {
      title: 'Seed',
      text: `Writes ${rows} of ${entities} for ${organizations}, ${accounts} among them; rows that are there already stay as they are.`,
      commands: lines(`${run} seed`),
    },
    {
      title: 'Development server',
      text: `Builds, migrates, seeds and serves ${list(design.contexts.slice(0, 3).map(({ names }) => names.name))}${design.contexts.length > 3 ? ' and the others' : ''} on ${code('http://127.0.0.1:3000')}, and starts again with every change. All ${endpoints} are described at ${code('/api/docs')} while it runs.`,
      commands: lines(`${run} dev`),
    },
    {
      title: 'Tests',
      text: `All ${tests} need no server and no Docker: each that asks a database gets one of its own. The last command runs those of ${example ? code(folder.split('/').at(-1) ?? '') : 'users'} alone.`,
      commands: lines(test, `${run} test:unit`, `${run} test:integration`, `${execute} vitest run ${folder}`),
    },
  ];
}

function toShip(design: Design, { entities, tables }: Counts): Step[] {
  const { run, start } = commandsOf(design);
  const { name } = design.product;
  const textMany = exampleEntity(design)?.entity.names.textMany ?? 'users';
  return [
    {
      title: 'Production build',
      text: `Compiles ${entities} and all around them to ${code('dist/')} and starts that. With ${code('NODE_ENV=production')} the API refuses what is fine on a laptop; what serves ${textMany} there is given these, in the environment rather than in a file:`,
      commands: lines(`${run} build`, `NODE_ENV=production HOST=0.0.0.0 ${start}`),
      variables: environmentOf(design)
        .filter(({ readers, secret }) => secret && readers.includes('api'))
        .map((variable) => `${variable.name}=${isMadeBySetup(variable) ? '' : variable.example}`)
        .join('\n'),
    },
    {
      title: 'Docker',
      text: `Builds the image ${code(`${name}-api`)}, makes ${tables} of the domain, and starts the API when PostgreSQL and Redis answer; ${code('seed')} adds ${textMany} to look at, and the last command ends everything and keeps the data.`,
      commands: lines(
        `${run} setup`,
        'docker compose up --build --detach --wait',
        'docker compose run --rm seed',
        'curl --fail http://127.0.0.1:3000/ready',
        'docker compose down',
      ),
    },
  ];
}

function lines(...all: readonly string[]): string {
  return all.join('\n');
}
