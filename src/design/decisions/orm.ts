import { amount, counted, number } from '../amount.js';
import type { Fact } from '../fact.js';
import { figure } from './figure.js';
import { PUBLISHED } from './published.js';
import type { OptionRule, Question } from './question.js';
import type { Situation } from './situation.js';
import { ease, grade } from './weights.js';

const { prismaPeak, prismaShareOfDriver } = PUBLISHED;

/** Requests per second of one copy of the API at 36 months. */
function perCopy({ peakRequests: { months36 }, scale }: Situation): Fact {
  const { apiPods } = scale.capacity.months36;
  return figure(
    'orm.perCopy',
    'peak of one copy of the API at 36 months',
    months36.value / Math.max(1, apiPods.value),
    'requests/s',
    { text: `${amount(months36)} ÷ ${amount(apiPods)}`, from: [months36, apiPods] },
  );
}

function share(s: Situation): Fact {
  return figure(
    'orm.share',
    'share of the published peak of Prisma that one copy asks for at 36 months',
    (perCopy(s).value / prismaPeak.value) * 100,
    'percent',
    { text: `${amount(perCopy(s))} ÷ ${amount(prismaPeak)}`, from: [perCopy(s), prismaPeak] },
  );
}

const belowDriver = figure(
  'orm.belowDriver',
  'share of the peak of the driver that Prisma 7 costs',
  100 - prismaShareOfDriver.value,
  'percent',
  { text: 'The rest of what it reached.', from: [prismaShareOfDriver], basis: 'published' },
);

const prisma: OptionRule = {
  id: 'prisma',
  title: 'Prisma',
  product: { version: 'Prisma 7', supportedUntil: 'the next major', licence: 'Apache-2.0' },
  evidence: [prismaPeak, prismaShareOfDriver],
  scores: (s) => ({
    schema: [5, `one schema for ${counted(s.entities.length, 'model')}`],
    safety: [5, 'types generated from the schema'],
    overhead: [
      ease(perCopy(s).value, [
        prismaPeak.value / 8,
        prismaPeak.value / 4,
        prismaPeak.value / 2,
        prismaPeak.value,
        20_000,
      ]),
      `${amount(share(s))} of its published peak`,
    ],
    sql: [3, 'raw SQL, typed by hand'],
    maturity: [5, 'stable for years'],
  }),
  pros: (s) => [
    `one schema file describes ${counted(s.entities.length, 'model')} and ${counted(s.references, 'reference')}, and the migration between two versions of it is computed`,
    `a query on ${s.main.many} that names a column which is not there does not compile, and runs in the transaction that is opened for one organization`,
  ],
  cons: (s) => [
    `its makers measured ${amount(prismaShareOfDriver)} of the peak of the bare driver; a copy that serves ${s.main.many} asks for ${amount(share(s))} of that at 36 months (modelled)`,
    `${counted(s.blueprint.reports.length, 'report')} will need SQL of their own, outside its query language`,
  ],
  costs: (s) => [
    `About ${amount(belowDriver)} of the peak of the bare driver (measured by its makers), which the queries behind ${counted(s.operations, 'operation')} would feel near ${amount(prismaPeak)} for one copy (modelled here at 36 months: ${number(perCopy(s).value)}).`,
    `What it cannot express (policies, CHECK constraints of ${counted(s.rules, 'rule')}) stands in SQL migrations beside its schema.`,
  ],
  risks: (s) => [
    {
      risk: `a new major of Prisma changes its interactive transactions, and with them how ${s.main.many} are read for one organization`,
      mitigation: `row-level security on ${counted(s.entities.filter(({ tenantScoped }) => tenantScoped).length, 'table')} does not depend on it, and an integration test queries without such a transaction`,
    },
  ],
  revisitWhen: (s) => [
    `${s.main.many} and all else ask for more than half of ${amount(prismaPeak)} in one copy of the API (modelled at 36 months: ${number(perCopy(s).value)})`,
    `reports with SQL of their own outnumber the ${counted(s.entities.length, 'repository', 'repositories')} (declared today: ${number(s.blueprint.reports.length)})`,
  ],
  change: (s) =>
    `repositories of ${counted(s.entities.length, 'entity', 'entities')} are written on its client, and its transactions set the organization`,
};

const drizzle: OptionRule = {
  id: 'drizzle',
  title: 'Drizzle',
  product: { version: 'Drizzle 0.45', supportedUntil: 'the next minor', licence: 'Apache-2.0' },
  scores: () => ({
    schema: [4, 'schema in TypeScript, migrations from it'],
    safety: [4, 'types inferred, SQL fragments are text'],
    overhead: [5, 'a thin layer over the driver'],
    sql: [5, 'SQL with types, reports included'],
    maturity: [2, 'no first stable release'],
  }),
  pros: (s) => [
    `${counted(s.blueprint.reports.length, 'report')} and every join around ${s.main.many} are written as typed SQL`,
  ],
  cons: (s) => [
    `parts of aggregates are written row by row, where one nested call creates a whole ${s.main.one} today, in ${counted(s.operations, 'operation')}`,
    `it has no first stable release, so the interface that ${counted(s.entities.length, 'repository', 'repositories')} would use may still change`,
  ],
  costs: (s) => [
    `Nested writes and reads around ${s.main.many} are written out as joins and loops in ${counted(s.entities.length, 'repository', 'repositories')}.`,
  ],
  risks: (s) => [
    {
      risk: `an upgrade below the first stable release changes how ${s.main.many} are queried`,
      mitigation: `exact versions, and the integration tests of ${counted(s.entities.length, 'repository', 'repositories')} before each`,
    },
  ],
  revisitWhen: (s) => [
    `queries stay below an eighth of ${amount(prismaPeak)} in one copy (modelled at 36 months: ${number(perCopy(s).value)})`,
  ],
  change: (s) =>
    `repositories of ${counted(s.entities.length, 'entity', 'entities')} and the schema are written again in TypeScript; services, controllers and the database stay`,
};

export const ormOptions: readonly OptionRule[] = [prisma, drizzle];

export const orm: Question = {
  id: 'orm',
  slot: 'orm',
  title: 'Data access',
  question: 'How does the code reach the database?',
  options: ormOptions,
  figures: (s) => [perCopy(s), share(s), belowDriver],
  context: (s) => [
    `${counted(s.entities.length, 'repository', 'repositories')} serve ${counted(s.operations, 'operation')}; ${counted(s.blueprint.reports.length, 'report')} will read across them.`,
    `One copy of the API carries ${amount(perCopy(s))} at 36 months (modelled), each with a handful of queries on tables such as ${s.main.many}.`,
  ],
  criteria: (s) => [
    {
      id: 'schema',
      label: 'schema and migrations',
      weight: grade(s.entities.length, [1, 3, 10, 20]),
      because: `${counted(s.entities.length, 'entity', 'entities')} change with every release.`,
    },
    {
      id: 'safety',
      label: 'safety of queries',
      weight: s.blueprint.tenancy === 'shared' ? 5 : 3,
      because: `${counted(s.operations, 'operation')} must ask for what is there.`,
    },
    {
      id: 'overhead',
      label: 'overhead of a query',
      weight: grade(perCopy(s).value, [
        prismaPeak.value / 16,
        prismaPeak.value / 8,
        prismaPeak.value / 4,
        prismaPeak.value / 2,
      ]),
      because: `${amount(perCopy(s))} for one copy at 36 months.`,
      from: [s.peakRequests.months36, s.scale.capacity.months36.apiPods],
    },
    {
      id: 'sql',
      label: 'reach of SQL',
      weight: grade(s.blueprint.reports.length, [3, 6, 12, 24]),
      because: `${counted(s.blueprint.reports.length, 'report')} are declared.`,
    },
    { id: 'maturity', label: 'maturity', weight: 3, because: 'It lies under every request.' },
  ],
  alternatives: (s) => [
    { scenario: `reports and joins around ${s.main.many} outnumber plain reads and writes`, option: 'Drizzle' },
    { scenario: 'functions that start for each request', option: 'Drizzle' },
  ],
};
