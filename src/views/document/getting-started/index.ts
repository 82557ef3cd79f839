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
import { firstRequests } from './first-requests.js';
import { steps } from './steps.js';

export const gettingStartedView = defineView({
  templates: ['document/14-getting-started.md.hbs'],
  schema: z.object({
    lead: z.string(),
    steps: z.array(
      z.object({
        number: z.string(),
        title: z.string(),
        text: z.string(),
        commands: z.string(),
        variables: z.string().optional(),
      }),
    ),
    accountLead: z.string(),
    accounts: z.array(z.object({ email: z.string(), role: z.string(), permissions: z.string(), cannot: z.string() })),
    requestLead: z.string(),
    requests: z.array(z.object({ says: z.string(), command: z.string() })),
    troubles: z.array(z.object({ symptom: z.string(), remedy: z.string() })),
    tasks: z.array(z.object({ task: z.string(), where: z.string() })),
  }),
});

export function gettingStartedWords(
  design: Design,
  { paths }: Pick<QuotableFiles, 'paths'>,
): z.infer<typeof gettingStartedView.schema> {
  const { blueprint, entities, roles, permissions } = design;
  const { install, run } = commandsOf(design);
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
    lead: `From a fresh clone to a first answer about ${exampleEntity(design)?.entity.names.textMany ?? 'users'} it takes two commands, ${code(install)} and ${code(`${run} dev`)}.`,
    steps: steps(design, numbers).map((step, index) => ({ ...step, number: `14.1.${index + 1}` })),
    accountLead: `The seed gives ${numbers.organizations} an account for every one of the ${counted(roles.length, 'role')}. ${list(roles.slice(-1).map(({ name }) => code(name)))} and the others share the password ${code('correct-horse-battery-staple')}, which is why the seed of ${numbers.entities} refuses to run with ${code('NODE_ENV=production')}.`,
    accounts: roles.map((role) => ({
      email: code(`${role.name}@acme.test`),
      role: markdownTableCell(role.summary),
      permissions: `${role.grants.length} of ${permissions.length}`,
      cannot: refusedTo(role, design),
    })),
    ...firstRequests(design),
    troubles: troublesOf(run),
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

function troublesOf(run: string): { symptom: string; remedy: string }[] {
  return [
    { symptom: 'the port is taken', remedy: code(`PORT=3001 ${run} dev`) },
    { symptom: 'the local database has to go', remedy: code('rm -rf .data') },
    { symptom: 'types of the database client are stale', remedy: code(`${run} generate`) },
    { symptom: 'Docker misses a password', remedy: code(`${run} setup`) },
    { symptom: 'the configuration is refused', remedy: `names and advice are printed; ${code('.env.example')}` },
  ];
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
