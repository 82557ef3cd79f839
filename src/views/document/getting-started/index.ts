import { z } from 'zod';

import { dependenciesOf } from '../../../design/dependencies.js';
import { environmentOf, isMadeBySetup } from '../../../design/environment.js';
import type { Design, RoleDesign } from '../../../design/model.js';
import type { QuotableFiles } from '../../../render/excerpt.js';
import { defineView } from '../../../render/view.js';
import { markdownTableCell } from '../../../text/escape.js';
import { rowCounts } from '../../seed/row-counts.js';
import { commandsOf } from '../../workspace/package-manager.js';
import { WORKSPACES } from '../../workspace/manifests.js';
import { exampleEntity } from '../example-entity.js';
import { code, counted, list } from '../words.js';
import { requestsOf, requestWords } from './first-requests.js';
import { exampleFolder, namesOf, productionVariables, stepTexts } from './steps.js';

export const gettingStartedView = defineView({
  templates: ['document/14-getting-started.md.hbs'],
  schema: z.object({
    lead: z.string(),
    install: z.string(),
    run: z.string(),
    test: z.string(),
    start: z.string(),
    /** Runs a program of a dependency. */
    execute: z.string(),
    database: z.string(),
    fileOne: z.string(),
    folder: z.string(),
    installText: z.string(),
    databaseText: z.string(),
    migrateText: z.string(),
    seedText: z.string(),
    devText: z.string(),
    testsText: z.string(),
    buildText: z.string(),
    variables: z.array(z.object({ line: z.string() })),
    dockerText: z.string(),
    accountLead: z.string(),
    accounts: z.array(z.object({ email: z.string(), role: z.string(), permissions: z.string(), cannot: z.string() })),
    requests: requestWords,
    tasks: z.array(z.object({ task: z.string(), where: z.string() })),
  }),
});

export function gettingStartedWords(
  design: Design,
  { paths }: Pick<QuotableFiles, 'paths'>,
): z.infer<typeof gettingStartedView.schema> {
  const { blueprint, entities, roles, permissions } = design;
  const commands = commandsOf(design);
  const isShared = blueprint.tenancy === 'shared';
  const rows = [...rowCounts(entities, roles.length).values()].reduce((sum, count) => sum + count, 0);
  const numbers = {
    workspaces: counted(WORKSPACES.length, 'package'),
    dependencies: counted(dependenciesOf(design).length, 'direct dependency', 'direct dependencies'),
    tests: counted(paths.filter((path) => path.endsWith('.spec.ts')).length, 'test file'),
    migrations: counted(paths.filter((path) => path.endsWith('/migration.sql')).length, 'migration'),
    secrets: list(
      environmentOf(design)
        .filter(isMadeBySetup)
        .map(({ name }) => code(name)),
    ),
    rows: counted(rows, 'row'),
    accounts: counted(roles.length, 'account'),
    entities: counted(entities.length, 'entity', 'entities'),
    tables: counted(entities.length, 'table'),
    endpoints: counted(design.endpoints.length, 'endpoint'),
    organizations: isShared ? `each of ${code('acme')} and ${code('globex')}` : `the organization ${code('acme')}`,
  };
  return {
    lead: `From a fresh clone to a first answer about ${exampleEntity(design)?.entity.names.textMany ?? 'users'} it takes two commands, ${code(commands.install)} and ${code(`${commands.run} dev`)}.`,
    install: commands.install,
    run: commands.run,
    test: commands.test,
    start: commands.start,
    execute: design.stack.packageManager === 'pnpm' ? 'pnpm exec' : 'npx',
    database: design.product.database,
    fileOne: namesOf(design).fileOne,
    folder: exampleFolder(design),
    ...stepTexts(design, numbers),
    variables: productionVariables(design),
    accountLead: `The seed gives ${numbers.organizations} an account for every one of the ${counted(roles.length, 'role')}. ${list(roles.slice(-1).map(({ name }) => code(name)))} and the others share the password ${code('correct-horse-battery-staple')}, which is why the seed of ${numbers.entities} refuses to run with ${code('NODE_ENV=production')}.`,
    accounts: roles.map((role) => ({
      email: code(`${role.name}@acme.test`),
      role: markdownTableCell(role.summary),
      permissions: `${role.grants.length} of ${permissions.length}`,
      cannot: refusedTo(role, design),
    })),
    requests: requestsOf(design),
    tasks: tasksOf(design),
  };
}

/** A permission that the role does not have, so that a refusal can be seen. */
function refusedTo({ grants }: RoleDesign, { permissions }: Design): string {
  const held = new Set(grants.map(({ permission }) => permission));
  const missing = [...permissions].reverse().find(({ key, entity }) => entity !== undefined && !held.has(key));
  const other = missing ?? permissions.find(({ key }) => !held.has(key));
  return other ? code(other.key) : 'nothing';
}

function tasksOf(design: Design): { task: string; where: string }[] {
  const example = exampleEntity(design);
  return [
    ...(example
      ? [
          { task: `a rule of ${example.entity.names.textMany}`, where: code(example.core) },
          {
            task: `a field of ${example.entity.names.textMany}`,
            where: `${code('packages/database/prisma/schema.prisma')}, ${code(example.dto)}`,
          },
          { task: `a query of ${example.entity.names.textMany}`, where: code(example.repository) },
        ]
      : []),
    { task: 'who may do what', where: code('packages/core/src/roles.ts') },
    { task: 'a variable', where: `${code('apps/api/src/config/index.ts')}, ${code('.env.example')}` },
    { task: 'recipes for all of these', where: code('CONTRIBUTING.md') },
  ];
}
