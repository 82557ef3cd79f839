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
  readonly entities: string;
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

function toRun(design: Design, { workspaces, dependencies, migrations, secrets }: Counts): Step[] {
  const { install, run } = commandsOf(design);
  const { database, name } = design.product;
  return [
    {
      title: 'Install',
      text: `Node.js 20.19 or newer is all that has to be there. The ${workspaces} of ${name} bring ${dependencies}, every version exact.`,
      commands: lines(install, `${run} setup`),
    },
    {
      title: 'Local database',
      text: `Nothing has to be done: without ${code('DATABASE_URL')} each command starts a PostgreSQL of its own and keeps ${code(database)} in ${code('.data/')}. To use the server of Docker Compose instead, take the passwords that ${code(`${run} setup`)} wrote beside ${secrets}:`,
      commands: lines(
        'docker compose up --detach --wait postgres redis',
        'set -a && . ./.env && set +a',
        `export MIGRATION_DATABASE_URL="postgresql://${database}_owner:$POSTGRES_PASSWORD@localhost:5432/${database}"`,
        `export DATABASE_URL="postgresql://${database}_api:$API_DATABASE_PASSWORD@localhost:5432/${database}"`,
      ),
    },
    {
      title: 'Migrate',
      text: `Applies those of the ${migrations} that the database has not seen, and creates the login ${code(`${database}_api`)} where it is missing. The second command writes the next one from what changed in ${code('schema.prisma')}.`,
      commands: lines(`${run} migrate`, `${run} migration add-what-changed`),
    },
  ];
}

function toWork(design: Design, { rows, entities, organizations, tests }: Counts): Step[] {
  const { run, test } = commandsOf(design);
  const execute = design.stack.packageManager === 'pnpm' ? 'pnpm exec' : 'npx';
  const example = exampleEntity(design);
  const folder = example ? `apps/api/src/modules/${contextFolder(example.entity)}` : 'apps/api/src/modules/users';
  return [
    {
      title: 'Seed',
      text: `Writes up to ${rows} of ${entities} for ${organizations}; rows that are there already stay as they are.`,
      commands: lines(`${run} seed`),
    },
    {
      title: 'Development server',
      text: `Builds, migrates, seeds and serves ${list(design.contexts.slice(0, 3).map(({ names }) => names.name))}${design.contexts.length > 3 ? ' and the others' : ''} on ${code('http://127.0.0.1:3000')}, and starts again with every change. The description of the API is at ${code('/api/docs')} while it runs.`,
      commands: lines(`${run} dev`),
    },
    {
      title: 'Tests',
      text: `All ${tests} need no server and no Docker: each that asks a database gets one of its own. The last command runs those of ${example ? code(folder.split('/').at(-1) ?? '') : 'users'} alone.`,
      commands: lines(test, `${run} test:unit`, `${run} test:integration`, `${execute} vitest run ${folder}`),
    },
  ];
}

function toShip(design: Design, { entities }: Counts): Step[] {
  const { run, start } = commandsOf(design);
  const { database, name } = design.product;
  return [
    {
      title: 'Production build',
      text: `Compiles ${entities} and all around them to ${code('dist/')} and starts that. Where ${name} runs in production these variables are set, and the API names every one that is missing:`,
      commands: lines(`${run} build`, start),
      variables: lines(
        'NODE_ENV=production',
        'HOST=0.0.0.0',
        `DATABASE_URL=postgresql://${database}_api:secret@db.internal:5432/${database}`,
        'REDIS_URL=redis://redis.internal:6379',
        'ACCESS_TOKEN_SECRET=',
      ),
    },
    {
      title: 'Docker',
      text: `Builds the image ${code(`${name}-api`)}, migrates, and starts the API when PostgreSQL and Redis answer; the second command is the seed, the last one ends everything and keeps the data.`,
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
