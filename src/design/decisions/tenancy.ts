import { amount, counted, number } from '../amount.js';
import type { Fact } from '../fact.js';
import { figure } from './figure.js';
import { RULES } from './published.js';
import type { OptionRule, Question } from './question.js';
import { regimeNames, type Situation } from './situation.js';
import { ease, grade } from './weights.js';

const { schemaTenants, siloTenants } = RULES;

function strict({ blueprint }: Situation): Situation['blueprint']['constraints']['compliance'] {
  return blueprint.constraints.compliance.filter((regime) => regime === 'hipaa' || regime === 'pci-dss');
}

function tables({ entities }: Situation): number {
  return entities.filter(({ tenantScoped }) => tenantScoped).length;
}

/** Tables of a schema for each organization, all together. */
function allTables(s: Situation): Fact {
  const { months36 } = s.tenants;
  return figure('tenancy.tables', 'tables with a schema for each organization', tables(s) * months36.value, 'none', {
    text: `${tables(s)} tables × ${amount(months36)}`,
    from: [months36],
  });
}

const pool: OptionRule = {
  id: 'pool',
  title: 'Shared tables with row-level security',
  about: 'one database, policies on every row',
  scores: (s) => ({
    cost: [5, `one database for ${amount(s.tenants.launch)}`],
    isolation: [3, 'policies in the database, not walls'],
    migrations: [5, `${counted(tables(s), 'table')}, migrated once`],
    neighbours: [2, 'shared processors; limits per organization'],
    exit: [3, 'export by tenant id'],
  }),
  pros: (s) => [
    `${amount(s.tenants.launch)} at launch and ${number(s.tenants.months36.value)} after 36 months share one database, one migration and one pool of connections`,
    `a query on ${s.main.many} that forgets its organization returns nothing: policies on ${counted(tables(s), 'table')} refuse it in the database`,
  ],
  cons: (s) => [
    `one organization with many ${s.main.many} slows the others down, as far as limits per organization let it`,
    `restoring the ${s.main.many} of one organization means restoring all beside the live database and copying`,
  ],
  costs: (s) => [
    `The wall between ${amount(s.tenants.launch)} is a policy on ${s.main.many} and their like, not a server: a connection that sets no organization sees none of ${counted(tables(s), 'table')}.`,
    `The ${s.main.many} of a single organization cannot be restored or moved to another region by themselves; ${counted(tables(s), 'table')} are copied by tenant id instead.`,
  ],
  risks: (s) => [
    {
      risk: `a new table beside ${s.main.many} is added without a policy`,
      mitigation: `the integration test of row-level security goes over all ${counted(tables(s), 'table')} and fails on one without a policy`,
    },
    {
      risk: `the organization with the most ${s.main.many} takes more than its share of ${amount(s.peakRequests.launch)} (modelled peak)`,
      mitigation: `its rows in ${counted(tables(s), 'table')} move by tenant id to a silo, the same program with another database`,
    },
  ],
  revisitWhen: (s) => [
    `a contract asks for ${s.main.many} in a database of their own (regimes declared today: ${regimeNames(s.blueprint.constraints.compliance)})`,
    `the ${s.main.many} of one organization ask for more than a fifth of the peak of ${amount(s.peakRequests.months36)} (modelled at 36 months)`,
  ],
  change: (s) =>
    `rows of ${counted(tables(s), 'table')} move into shared tables and their policies decide what is seen`,
};

const schema: OptionRule = {
  id: 'schema',
  title: 'A schema for each organization',
  about: 'one database, tables per organization',
  evidence: [schemaTenants],
  unfit: (s) =>
    s.tenants.months36.value > schemaTenants.value
      ? `${amount(s.tenants.months36)} at 36 months, over the limit of ${number(schemaTenants.value)}`
      : undefined,
  scores: (s) => ({
    cost: [4, 'one database, larger catalogue'],
    isolation: [4, 'a search path, no mixed rows'],
    migrations: [
      ease(s.tenants.months36.value, [10, 50, 100, 300, schemaTenants.value]),
      `${amount(allTables(s))} tables at 36 months`,
    ],
    neighbours: [2, 'shared processors as in a pool'],
    exit: [4, 'pg_dump of one schema'],
  }),
  pros: (s) => [`the ${s.main.many} of one organization are dumped, restored and deleted with their schema`],
  cons: (s) => [
    `${counted(tables(s), 'table')} for each of ${number(s.tenants.months36.value)} organizations are ${amount(allTables(s))} tables to migrate, one transaction each`,
  ],
  costs: (s) => [
    `Each migration runs ${number(s.tenants.months12.value)} times in 12 months, and connections cannot be shared without setting a search path for ${s.main.many}.`,
  ],
  risks: (s) => [
    {
      risk: `a migration of ${s.main.many} stops half way through the organizations`,
      mitigation: 'expand and contract, and a program version that reads both shapes',
    },
  ],
  revisitWhen: (s) => [
    `more than ${amount(schemaTenants)} (modelled at 36 months: ${number(s.tenants.months36.value)})`,
  ],
  change: (s) =>
    `${counted(tables(s), 'table')} are created once for each organization, and migrations run ${number(s.tenants.launch.value)} times`,
};

const silo: OptionRule = {
  id: 'silo',
  title: 'An installation for each organization',
  about: 'a database of its own',
  evidence: [siloTenants],
  unfit: (s) =>
    s.tenants.months36.value > siloTenants.value
      ? `${amount(s.tenants.months36)} at 36 months, over the limit of ${number(siloTenants.value)}`
      : undefined,
  scores: (s) => ({
    cost: [ease(s.tenants.months36.value, [2, 4, 8, 10, 20]), `${number(s.tenants.months36.value)} databases to pay`],
    isolation: [5, 'nothing is shared'],
    migrations: [ease(s.tenants.months36.value, [2, 4, 8, 10, 20]), `${number(s.tenants.months36.value)} deployments`],
    neighbours: [5, 'no neighbours'],
    exit: [5, 'the database is the export'],
  }),
  pros: (s) => [
    `an auditor is shown a server whose ${s.main.many} belong to nobody else`,
    `load, backup and restore of ${counted(tables(s), 'table')} concern one customer only`,
  ],
  cons: (s) => [
    `${number(s.tenants.months36.value)} installations at 36 months (modelled) are deployed, patched and paid for one by one by ${counted(s.engineers.value, 'engineer')}`,
  ],
  costs: (s) => [
    `A second organization is a second installation: another database, another deployment, another bill, for the same ${counted(tables(s), 'table')}.`,
  ],
  risks: (s) => [
    {
      risk: `a second organization wants the same ${s.main.many} sooner than planned`,
      mitigation: `every row carries its tenant id and every policy stands already, so the blueprint changes one word: tenancy`,
    },
  ],
  revisitWhen: (s) => [`more than ${amount(siloTenants)} (modelled at 36 months: ${number(s.tenants.months36.value)})`],
  change: (s) =>
    `${number(s.tenants.launch.value)} databases instead of one; the program and its ${counted(tables(s), 'table')} stay`,
};

export const tenancy: Question = {
  id: 'tenancy',
  title: 'Tenancy model',
  question: 'How are organizations kept apart?',
  generated: ({ blueprint }) => [blueprint.tenancy === 'shared' ? 'pool' : 'silo'],
  options: [pool, schema, silo],
  figures: (s) => [allTables(s)],
  pinned: ({ blueprint }) =>
    blueprint.tenancy === 'single'
      ? { option: 'silo', at: blueprint.places?.tenancy ?? { line: 1, column: 1 } }
      : undefined,
  context: (s) => [
    `${amount(s.tenants.launch)} at launch, ${number(s.tenants.months12.value)} after 12 and ${number(s.tenants.months36.value)} after 36 months use ${counted(tables(s), 'table')} that hold their data.`,
    strict(s).length > 0
      ? `Proof that no organization sees the ${s.main.many} of another is asked for by ${regimeNames(strict(s))}.`
      : `No regime that is declared asks for a separate store of ${s.main.many}.`,
  ],
  criteria: (s) => [
    {
      id: 'cost',
      label: 'cost for each organization',
      weight: grade(s.tenants.months36.value, [2, 10, 100, 1000]),
      because: `${amount(s.tenants.months36)} are modelled at 36 months.`,
      from: [s.tenants.months36],
    },
    {
      id: 'isolation',
      label: 'isolation',
      weight: Math.min(5, 3 + strict(s).length),
      because: `Declared regimes: ${regimeNames(s.blueprint.constraints.compliance)}.`,
    },
    {
      id: 'migrations',
      label: 'effort of migrations',
      weight: grade(tables(s), [2, 8, 16, 32]),
      because: `${counted(tables(s), 'table')} hold data of organizations.`,
    },
    {
      id: 'neighbours',
      label: 'noisy neighbours',
      weight: 2,
      because: 'Limits per organization hold in every model.',
    },
    {
      id: 'exit',
      label: 'export and deletion',
      weight: 2,
      because: `An organization may take its ${s.main.many} along.`,
    },
  ],
  alternatives: (s) => [
    {
      scenario: `up to ${amount(siloTenants)} whose contracts ask for ${s.main.many} on servers of their own`,
      option: 'silo',
    },
    {
      scenario: `restoring the ${s.main.many} of single organizations every week`,
      option: 'schema for each organization',
    },
  ],
};
