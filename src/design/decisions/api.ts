import { amount, counted, number } from '../amount.js';
import type { Fact } from '../fact.js';
import { figure } from './figure.js';
import { RULES } from './published.js';
import type { OptionRule, Question } from './question.js';
import type { Situation } from './situation.js';
import { grade } from './weights.js';

const { graphReads } = RULES;

/** References of one entity, on average. */
function density({ references, entities }: Situation): Fact {
  return figure(
    'api.density',
    'references of one entity on average',
    Math.round((10 * references) / Math.max(1, entities.length)) / 10,
    'none',
    { text: `${references} references ÷ ${entities.length} entities`, basis: 'given' },
  );
}

function asked({ blueprint }: Situation): boolean {
  return blueprint.qualities.reads === 'graph';
}

const rest: OptionRule = {
  id: 'rest',
  title: 'REST with OpenAPI',
  product: { version: 'OpenAPI 3', supportedUntil: 'no end named', licence: 'open standard' },
  unfit: (s) => (asked(s) ? 'the blueprint says that clients read graphs' : undefined),
  scores: (s) => ({
    reads: [asked(s) ? 1 : 3, `${amount(density(s))} references per entity, one request each`],
    limits: [5, `one permission for each of ${counted(s.operations, 'operation')}`],
    caching: [5, 'status codes, ETags, any proxy'],
    effort: [5, 'generated from the same schemas'],
    partners: [5, 'any HTTP client'],
  }),
  pros: (s) => [
    `each of ${counted(s.operations, 'operation')} has one route, one permission, one schema and one line in the log`,
    `whoever wants to read ${s.main.many} needs an HTTP client and the OpenAPI description of ${counted(s.operations, 'operation')}, and nothing else`,
  ],
  cons: (s) => [
    `a page that shows ${s.main.many} with what they refer to asks several times: ${amount(density(s))} references for each entity on average`,
  ],
  costs: (s) => [
    `A client that shows one ${s.main.one} with its surroundings sends one request for each reference (${amount(density(s))} on average), or waits for a route made for it.`,
  ],
  risks: (s) => [
    {
      risk: `routes made for single pages grow around ${s.main.many}`,
      mitigation: `a read model for the page in question, versioned like the other ${counted(s.operations, 'operation')}`,
    },
  ],
  revisitWhen: (s) => [
    `clients read graphs, with more than ${number(graphReads.value)} references for each entity (today: ${amount(density(s))})`,
    `one page needs more than five requests around one ${s.main.one}`,
  ],
  change: (s) => `the graph over ${counted(s.entities.length, 'entity', 'entities')} goes; clients ask route by route`,
};

const graphql: OptionRule = {
  id: 'rest-graphql',
  title: 'REST and GraphQL',
  product: { version: 'GraphQL 17', supportedUntil: 'the next major', licence: 'MIT' },
  evidence: [graphReads],
  scores: (s) => ({
    reads: [5, 'one query for a whole page'],
    limits: [2, 'limits by cost to build'],
    caching: [2, 'one route, no shared cache'],
    effort: [2, `resolvers for ${counted(s.references, 'reference')}`],
    partners: [4, 'REST stays for partners'],
  }),
  pros: (s) => [`one query returns ${s.main.many} with everything that ${counted(s.references, 'reference')} lead to`],
  cons: (s) => [
    `rate limits count requests; a query over ${counted(s.references, 'reference')} would have to be counted by cost`,
    `a second way to each of ${counted(s.entities.length, 'entity', 'entities')} needs a second check of permissions, for ${counted(s.engineers.value, 'engineer')} to keep equal`,
  ],
  costs: (s) => [
    `Resolvers, loaders and limits for ${counted(s.references, 'reference')}, and a second place where permissions on ${s.main.many} are checked.`,
  ],
  risks: (s) => [
    {
      risk: `a deep query over ${s.main.many} costs more than a hundred plain requests`,
      mitigation: 'limits on depth and cost, and stored queries only for other people’s clients',
    },
  ],
  revisitWhen: (s) => [
    `fewer than ${number(graphReads.value)} references for each entity (today: ${amount(density(s))})`,
  ],
  change: (s) =>
    `a schema and resolvers over ${counted(s.entities.length, 'entity', 'entities')}, loaders for ${counted(s.references, 'reference')}, and limits by cost beside those by request`,
};

export const apiOptions: readonly OptionRule[] = [rest, graphql];

export const api: Question = {
  id: 'api',
  slot: 'api',
  title: 'API style',
  question: 'How do clients talk to the system?',
  options: apiOptions,
  figures: (s) => [density(s)],
  context: (s) => [
    `Clients use ${counted(s.operations, 'operation')} on ${counted(s.entities.length, 'entity', 'entities')} that refer to each other ${number(s.references)} times, ${amount(density(s))} for each.`,
    asked(s)
      ? `The blueprint says that clients read graphs around ${s.main.many}.`
      : `Nothing in the blueprint says that clients read whole graphs around ${s.main.many}.`,
  ],
  criteria: (s) => [
    {
      id: 'reads',
      label: 'reads of a page',
      weight: asked(s) ? 5 : grade(density(s).value, [1, 2, graphReads.value, 5]),
      because: `${amount(density(s))} references for each entity.`,
    },
    {
      id: 'limits',
      label: 'permissions and limits',
      weight: s.blueprint.tenancy === 'shared' ? 5 : 3,
      because: `${counted(s.blueprint.roles.length, 'role')} and limits for each organization hold route by route.`,
    },
    {
      id: 'caching',
      label: 'caching',
      weight: grade(s.peakRequests.months36.value, [200, 1_000, 5_000, 20_000]),
      because: `${amount(s.peakRequests.months36)} at 36 months.`,
      from: [s.peakRequests.months36],
    },
    {
      id: 'effort',
      label: 'effort',
      weight: 6 - grade(s.engineers.value, [4, 8, 16, 32]),
      because: `${counted(s.engineers.value, 'engineer')} today.`,
      from: [s.engineers],
    },
    {
      id: 'partners',
      label: 'use by partners',
      weight: Math.min(5, 2 + s.blueprint.integrations.length),
      because: `${counted(s.blueprint.integrations.length, 'integration')} are declared.`,
    },
  ],
  alternatives: (s) => [
    {
      scenario: `a mobile client that shows ${s.main.many} with five or more levels around them`,
      option: 'REST and GraphQL',
    },
    { scenario: 'calls between programs of one team', option: 'gRPC' },
  ],
};
