import { z } from 'zod';
import type { Design, EntityDesign, RoleDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { markdownTableCell, markdownText } from '../../text/escape.js';
import { from } from '../../text/origin.js';
import { commandsOf } from './package-manager.js';

const entity = z.object({ name: z.string(), route: z.string(), actions: z.string(), summary: z.string() });

/** The first page that a newcomer reads. */
export const readmeView = defineView({
  templates: ['workspace/README.md.hbs'],
  schema: z.object({
    title: z.string(),
    summary: z.string(),
    contextCount: z.string(),
    entityCount: z.string(),
    appRole: z.string(),
    /** `many organizations in one database` */
    serves: z.string(),
    /** Where the accounts of the seed are. */
    seeded: z.string(),
    isSingle: z.boolean(),
    run: z.string(),
    install: z.string(),
    test: z.string(),
    start: z.string(),
    /** A list that the first example asks for. */
    firstRoute: z.string(),
    roles: z.array(z.object({ name: z.string(), summary: z.string(), permissions: z.string() })),
    contexts: z.array(z.object({ title: z.string(), summary: z.string(), entities: z.array(entity) })),
    hasOpenPoints: z.boolean(),
    openPoints: z.array(z.object({ ability: z.string(), declared: z.string(), instead: z.string() })),
  }),
});

export const contributingView = defineView({
  templates: ['workspace/CONTRIBUTING.md.hbs'],
  schema: z.object({ run: z.string(), test: z.string(), lockfile: z.string() }),
});

export const agentsView = defineView({
  templates: ['workspace/AGENTS.md.hbs'],
  schema: z.object({ run: z.string(), scope: z.string() }),
});

export function readmeWords(design: Design): z.infer<typeof readmeView.schema> {
  const { blueprint, product, contexts, entities, roles, permissions, openPoints } = design;
  const isSingle = blueprint.tenancy === 'single';
  const { run, install, test, start } = commandsOf(design);
  return {
    title: markdownText(product.title),
    summary: markdownText(product.summary),
    contextCount: count(contexts.length, 'context'),
    entityCount: count(entities.length, 'entity', 'entities'),
    appRole: product.appRole,
    serves: isSingle ? 'one organization' : 'many organizations in one database',
    seeded: isSingle ? 'the organization `acme`' : 'both organizations, `acme` and `globex`',
    isSingle,
    ...{ run, install, test, start },
    firstRoute: entities.find(({ route, tenantScoped }) => tenantScoped && !route.includes(':'))?.route ?? '/users',
    roles: roles.map((role) => ({
      name: role.name,
      summary: markdownTableCell(role.summary),
      permissions: describeGrants(role, permissions.length),
    })),
    contexts: contexts.map(({ context, names, entities: own }) =>
      from(context.at, {
        title: markdownText(names.title),
        summary: markdownText(context.summary),
        entities: own.map(entityWords),
      }),
    ),
    hasOpenPoints: openPoints.length > 0,
    openPoints: openPoints.map(({ at, ability, declared, instead }) =>
      from(at, {
        ability: markdownTableCell(ability),
        declared: markdownTableCell(declared),
        instead: markdownTableCell(instead),
      }),
    ),
  };
}

function entityWords({ names, route, actions, writable, entity: { summary } }: EntityDesign): z.infer<typeof entity> {
  const words = actions.map(({ path }) => `\`${path}\``).join(', ');
  return {
    name: names.One,
    route,
    actions: words || (writable ? '' : 'read only'),
    summary: summary === undefined ? '' : markdownTableCell(summary),
  };
}

function describeGrants({ grants }: RoleDesign, total: number): string {
  const own = grants.filter(({ scope }) => scope === 'own').length;
  const all = grants.length === total ? `all ${total}` : `${grants.length} of ${total}`;
  return own === 0 ? all : `${all}, ${own} of them for own rows`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
