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

/** What is said about each step; its commands stand in the template. */
export function stepTexts(design: Design, counts: Counts): Record<`${StepName}Text`, string> {
  return { ...toRun(design, counts), ...toWork(design, counts), ...toShip(design, counts) };
}

type StepName = 'install' | 'database' | 'migrate' | 'seed' | 'dev' | 'tests' | 'build' | 'docker';

function toRun(design: Design, { workspaces, dependencies, migrations, secrets, tables, entities }: Counts) {
  const { run } = commandsOf(design);
  const { One, textMany } = namesOf(design);
  return {
    installText: `Node.js 20.19 or newer is all that ${entities} need to run; the ${workspaces} bring ${dependencies}, every version exact.`,
    databaseText: `Nothing has to be done: without ${code('DATABASE_URL')} each command starts a PostgreSQL of its own and keeps ${tables} of the domain in ${code('.data/')}. To keep ${textMany} in the server of Docker Compose instead, take the passwords from ${code('.env')}, where ${code(`${run} setup`)} wrote ${secrets}:`,
    migrateText: `Makes ${tables} of the domain and what surrounds them, by those of the ${migrations} that the database has not seen, and the login ${code(`${design.product.database}_api`)} where it is missing. The second command writes the next one after a change in ${code('schema.prisma')}, such as a new column of ${code(One)}.`,
  };
}

function toWork(design: Design, { rows, accounts, entities, organizations, tests, endpoints }: Counts) {
  const { contexts } = design;
  const shown = list(contexts.slice(0, 3).map(({ names }) => names.name));
  return {
    seedText: `Writes ${rows} of ${entities} for ${organizations}, ${accounts} among them; rows that are there already stay as they are.`,
    devText: `Builds, migrates, seeds and serves ${shown}${contexts.length > 3 ? ' with the other contexts' : ''}, and starts again with every change. All ${endpoints} are described at ${code('/api/docs')} while it runs.`,
    testsText: `All ${tests} need no server and no Docker: each that asks a database gets one of its own. The last command runs those of ${code(exampleFolder(design).split('/').at(-1) ?? '')} alone.`,
  };
}

function toShip(design: Design, { entities, tables }: Counts) {
  const { textMany } = namesOf(design);
  return {
    buildText: `Compiles ${entities} and all around them to ${code('dist/')} and starts that. With ${code('NODE_ENV=production')} the API refuses what is fine on a laptop; what serves ${textMany} there is given these, in the environment rather than in a file:`,
    dockerText: `Builds the image ${code(`${design.product.name}-api`)}, makes ${tables} of the domain, and starts the API when PostgreSQL and Redis answer; ${code('seed')} adds ${textMany} to look at, and the last command ends everything and keeps the data.`,
  };
}

/** What the API cannot be given in a file that people read, in the form of `.env`. */
export function productionVariables(design: Design): { line: string }[] {
  return environmentOf(design)
    .filter(({ readers, secret }) => secret && readers.includes('api'))
    .map((variable) => ({ line: `${variable.name}=${isMadeBySetup(variable) ? '' : variable.example}` }));
}

/** Where tests of one context stand. */
export function exampleFolder(design: Design): string {
  const example = exampleEntity(design);
  return `apps/api/src/modules/${example ? contextFolder(example.entity) : 'users'}`;
}

export function namesOf(design: Design): { fileOne: string; One: string; textMany: string } {
  return exampleEntity(design)?.entity.names ?? { fileOne: 'user', One: 'User', textMany: 'users' };
}
