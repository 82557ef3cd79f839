import { number } from '../amount.js';
import { busiestWords } from '../scale/assumptions.js';
import type { GovernanceDesign } from './model.js';
import { hasFieldOf, type GovernanceSource } from './source.js';

type NonGoal = GovernanceDesign['nonGoals'][number];

/** What a reader may expect of such a system and does not get, with the reason. */
export function nonGoalsOf(design: GovernanceSource): readonly NonGoal[] {
  const { blueprint, entities, contexts, roles, scale, stack } = design;
  const names = busiestWords(entities);
  const people = roles.filter(({ name }) => name !== 'owner').map(({ name }) => name);
  const audience = people.length === 0 ? 'owners' : people.slice(0, 2).join(' and ');
  const [region = ''] = scale.regions;
  const searched = entities.filter(({ search }) => search.length > 0);
  return [
    {
      text: 'a web or mobile application',
      because: `the API is the product; screens for ${audience} are built on its OpenAPI description`,
    },
    ...integrationNonGoals(design),
    contexts.length > 1
      ? {
          text: 'a service per context',
          because: `${number(contexts.length)} contexts with checked boundaries deploy together; one can leave later`,
        }
      : {
          text: 'more than one deployable service',
          because: `${contexts[0]?.names.title ?? 'the context'} with ${number(entities.length)} ${entities.length === 1 ? 'entity' : 'entities'} is one team's work`,
        },
    {
      text: 'writing in several regions at once',
      because:
        scale.regions.length > 1
          ? `${region} takes all writes to ${names}; ${scale.regions.slice(1).join(', ')} hold copies of the backups`
          : `${names} live in ${region}; recovery elsewhere starts from a backup`,
    },
    ...(blueprint.tenancy === 'shared'
      ? [
          {
            text: 'a database for each organization',
            because: `row-level security divides the ${names} of ${number(scale.workload.launch.tenants.value)} organizations in one`,
          },
        ]
      : [
          {
            text: 'several organizations in one installation',
            because: `the tenancy is single: another organization gets ${names} of its own elsewhere`,
          },
        ]),
    {
      text: 'a search engine',
      because:
        searched.length === 0
          ? `no list is searched by text; ${names} are found by filters`
          : `searched texts of ${searched
              .slice(0, 3)
              .map((one) => one.names.textMany)
              .join(', ')} are matched in PostgreSQL, not ranked`,
    },
    blueprint.reports.length === 0
      ? { text: 'reports', because: `none is asked for; ${names} are read through lists` }
      : {
          text: 'a data warehouse',
          because: `${number(blueprint.reports.length)} ${blueprint.reports.length === 1 ? 'report' : 'reports'} on ${names} fit the database that exists`,
        },
    ...(hasFieldOf(design, 'file')
      ? []
      : [{ text: 'storing files', because: `neither ${names.replace(' and ', ' nor ')} have a field of type file` }]),
    ...(stack.api === 'rest'
      ? [{ text: 'GraphQL', because: `lists of ${names} with filters answer what clients ask; record 6 compares` }]
      : []),
  ];
}

/** What others do for the system, or nobody does. */
function integrationNonGoals({ blueprint, entities }: GovernanceSource): NonGoal[] {
  const names = busiestWords(entities);
  const payments = blueprint.integrations.find(({ kind }) => kind === 'payments');
  const notifies = blueprint.reactions.some(({ effect }) => 'notify' in effect);
  return [
    ...(payments
      ? [{ text: 'storing card data', because: `${payments.name} keeps it; only its references stand beside ${names}` }]
      : []),
    ...(blueprint.webhooks
      ? []
      : [
          {
            text: 'telling other systems by webhook',
            because: `no event of ${names} is offered to subscribers`,
          },
        ]),
    ...(notifies ? [] : [{ text: 'sending messages to people', because: `no reaction to ${names} notifies anybody` }]),
  ];
}
