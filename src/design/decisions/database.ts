import { amount, counted, number } from '../amount.js';
import { PUBLISHED, RULES } from './published.js';
import type { OptionRule, Question } from './question.js';
import type { Situation } from './situation.js';
import { ease, grade } from './weights.js';

const { knowPostgres, knowMysql, knowMongo } = PUBLISHED;
const { postgresWrites } = RULES;

function documents({ entities }: Situation): { json: number; fields: number } {
  const fields = entities.flatMap((entity) => entity.fields);
  return { json: fields.filter(({ field }) => field.type.kind === 'json').length, fields: fields.length };
}

function shared({ blueprint }: Situation): boolean {
  return blueprint.tenancy === 'shared';
}

const postgresql: OptionRule = {
  id: 'postgresql',
  title: 'PostgreSQL',
  product: { version: 'PostgreSQL 18', supportedUntil: '2030-11', licence: 'PostgreSQL licence' },
  evidence: [knowPostgres, postgresWrites],
  scores: (s) => ({
    integrity: [5, `${counted(s.rules, 'rule')} as CHECK constraints`],
    isolation: [5, 'row-level security in the server'],
    writes: [
      ease(s.peakWrites.months36.value, [1_000, 5_000, 10_000, postgresWrites.value, 50_000]),
      `${amount(s.peakWrites.months36)} at 36 months`,
    ],
    documents: [4, 'jsonb with indexes'],
    skills: [5, `${amount(knowPostgres)} of developers use it`],
  }),
  pros: (s) => [
    `${counted(s.rules, 'rule')} and ${counted(s.references, 'reference')} around ${s.main.many} are constraints of the database, not promises of the code`,
    `row-level security keeps ${amount(s.tenants.months36)} (modelled at 36 months) apart without a server for each`,
  ],
  cons: (s) => [
    `writes about ${s.main.many} and all else go to one primary, ${amount(s.peakWrites.months36)} (modelled at 36 months) of the ${amount(postgresWrites)} that one is planned with`,
  ],
  costs: (s) => [
    `Writes about ${s.main.many} scale with the size of one primary only, up to ${amount(postgresWrites)} (modelled at 36 months: ${number(s.peakWrites.months36.value)}); beyond that, ${s.main.many} must be split by organization.`,
    `A new type for a column of ${s.main.many} rewrites the whole table, so migrations of ${counted(s.entities.length, 'table')} follow expand and contract.`,
  ],
  risks: (s) => [
    {
      risk: `connections run out before processors do at ${amount(s.scale.capacity.months36.databaseConnections)} (modelled at 36 months)`,
      mitigation: `a pool of ${amount(s.scale.poolSize)} in each of ${counted(s.scale.capacity.launch.apiPods.value, 'copy', 'copies')} at launch, and a pooler before ${s.main.many} need ${counted(s.scale.capacity.months36.apiPods.value, 'copy', 'copies')}`,
    },
    {
      risk: `a slow report on ${s.main.many} holds back vacuum`,
      mitigation: `a statement time limit for the app role, and ${counted(s.blueprint.reports.length, 'report')} on a replica`,
    },
  ],
  revisitWhen: (s) => [
    `writes about ${s.main.many} and all else exceed ${amount(postgresWrites)} at peak (modelled at 36 months: ${number(s.peakWrites.months36.value)})`,
    `more than half of the fields around ${s.main.many} are documents (today: ${number(documents(s).json)} of ${number(documents(s).fields)})`,
  ],
  change: (s) =>
    `schema, row-level security, CHECK constraints of ${counted(s.rules, 'rule')} and the migrations are written for PostgreSQL`,
};

const mysql: OptionRule = {
  id: 'mysql',
  title: 'MySQL',
  product: { version: 'MySQL 8.4', supportedUntil: '2032-04', licence: 'GPL-2.0 or commercial' },
  evidence: [knowMysql],
  scores: (s) => ({
    integrity: [4, 'CHECK constraints, no deferrable ones'],
    isolation: [1, 'no row-level security'],
    writes: [
      ease(s.peakWrites.months36.value, [1_000, 5_000, 10_000, postgresWrites.value, 50_000]),
      'one primary as well',
    ],
    documents: [3, 'JSON type, indexes by generated columns'],
    skills: [4, `${amount(knowMysql)} of developers use it`],
  }),
  pros: (s) => [
    `of all developers, ${amount(knowMysql)} use it (measured by a survey), so an administrator for ${counted(s.entities.length, 'table')} is found easily`,
  ],
  cons: (s) => [
    shared(s)
      ? `it has no row-level security, so ${amount(s.tenants.launch)} would be kept apart by code alone`
      : `it has no row-level security, the second wall around ${s.main.many}`,
  ],
  costs: (s) => [`Isolation of ${s.main.many} would depend on every query, with nothing in the server to refuse one.`],
  risks: (s) => [
    {
      risk: `a query on ${s.main.many} forgets its organization`,
      mitigation: 'views with a session variable for each table',
    },
  ],
  revisitWhen: () => ['MySQL gains row-level security'],
  change: (s) =>
    `row-level security gives way to checks in code for ${counted(s.entities.length, 'table')}, and ${counted(s.rules, 'rule')} move to MySQL's dialect`,
};

const mongodb: OptionRule = {
  id: 'mongodb',
  title: 'MongoDB',
  product: { version: 'MongoDB 8', supportedUntil: '2029-10', licence: 'SSPL' },
  evidence: [knowMongo],
  scores: (s) => ({
    integrity: [1, `no foreign keys for ${counted(s.references, 'reference')}`],
    isolation: [1, 'no row-level security'],
    writes: [5, 'shards by key'],
    documents: [5, 'documents are its model'],
    skills: [3, `${amount(knowMongo)} of developers use it`],
  }),
  pros: (s) => [
    `it shards ${s.main.many} by key, beyond the ${amount(s.peakWrites.months36)} that are modelled at 36 months`,
  ],
  cons: (s) => [
    `${counted(s.references, 'reference')} and ${counted(s.rules, 'rule')} would be kept by code; only ${number(documents(s).json)} of ${number(documents(s).fields)} fields are documents`,
  ],
  costs: (s) => [
    `Foreign keys and constraints around ${s.main.many} are given up for shards that ${amount(s.peakWrites.months36)} do not need.`,
  ],
  risks: (s) => [
    { risk: `${s.main.many} refer to what no longer exists`, mitigation: 'a nightly comparison and repair' },
  ],
  revisitWhen: (s) => [`fewer documents than rows with references (today: ${number(s.references)} references)`],
  change: (s) =>
    `${counted(s.references, 'reference')} become embedded or unchecked, and the schema of ${s.main.many} moves into code`,
};

export const databaseOptions: readonly OptionRule[] = [postgresql, mysql, mongodb];

export const database: Question = {
  id: 'database',
  slot: 'database',
  title: 'Primary database',
  question: 'Where does the data live?',
  options: databaseOptions,
  context: (s) => [
    `${counted(s.entities.length, 'entity', 'entities')} with ${counted(s.references, 'reference')} and ${counted(s.rules, 'rule')} are written at ${amount(s.peakWrites.launch)} at launch and ${amount(s.peakWrites.months36)} after 36 months (modelled peaks).`,
    `${number(documents(s).json)} of ${number(documents(s).fields)} fields are documents; the rest, with ${s.main.many} in the middle, is relational.`,
  ],
  criteria: (s) => [
    {
      id: 'integrity',
      label: 'integrity of the data',
      weight: grade(s.rules + s.references, [1, 4, 10, 20]),
      because: `${counted(s.rules, 'rule')} and ${counted(s.references, 'reference')} must hold for every row.`,
    },
    {
      id: 'isolation',
      label: 'isolation in the database',
      weight: shared(s) ? grade(s.tenants.months36.value, [2, 10, 50, 500]) : 1,
      because: `${amount(s.tenants.months36)} at 36 months share it.`,
      from: [s.tenants.months36],
    },
    {
      id: 'writes',
      label: 'write throughput',
      weight: grade(s.peakWrites.months36.value, [1_000, 5_000, 10_000, postgresWrites.value]),
      because: `${amount(s.peakWrites.months36)} are modelled at 36 months.`,
      from: [s.peakWrites.months36],
    },
    {
      id: 'documents',
      label: 'documents',
      weight: grade(documents(s).json / Math.max(1, documents(s).fields), [0.05, 0.2, 0.35, 0.5]),
      because: `${number(documents(s).json)} of ${number(documents(s).fields)} fields are documents.`,
    },
    {
      id: 'skills',
      label: 'hiring',
      weight: 2,
      because: `${counted(s.engineers.value, 'engineer')} today.`,
      from: [s.engineers],
    },
  ],
  alternatives: (s) => [
    {
      scenario: `writes about ${s.main.many} beyond ${amount(postgresWrites)}`,
      option: 'PostgreSQL split by organization, or MongoDB',
    },
    { scenario: `an existing MySQL with the ${s.main.many} of today`, option: 'MySQL' },
  ],
};
