import { z } from 'zod';
import { CONSTANTS } from '../../design/constants.js';
import type { Design, EntityDesign } from '../../design/model.js';
import { partOf } from '../../design/parts.js';
import { excerptWords, type QuotableFiles } from '../../render/excerpt.js';
import { defineView } from '../../render/view.js';
import { markdownText } from '../../text/escape.js';
import { rowCounts } from '../seed/row-counts.js';
import { commandsOf } from '../workspace/package-manager.js';
import { choiceOf, choiceWords, withCode } from './choice.js';
import { recordLink } from './records.js';
import { dataExcerpts, policyTable } from './data-layer/excerpts.js';
import { BASE_TABLES, formRows, largestTable, poolRows, replicaRows, tableRows } from './data-layer/figures.js';
import { baseIndexes, domainIndexes, type IndexRow } from './data-layer/indexes.js';
import { entityDiagram, entityOverviewDiagram } from './diagrams/entities.js';
import { lifecycleDiagram } from './diagrams/lifecycle.js';
import { diagramWords } from './diagrams/words.js';
import { subjectOf } from './samples/subject.js';
import { table } from './table.js';
import { amount, code, counted, headline, label, number } from './words.js';

const SCHEMA = 'packages/database/prisma/schema.prisma';
const excerpts = z.array(excerptWords);

export const dataLayerView = defineView({
  templates: ['document/07-data-layer.md.hbs'],
  schema: z.object({
    title: z.string(),
    appRole: z.string(),
    heroOne: z.string(),
    aHero: z.string(),
    heroMany: z.string(),
    heroTable: z.string(),
    heroField: z.string(),
    entityCount: z.string(),
    tableCount: z.string(),
    indexCount: z.string(),
    database: choiceWords,
    tenancyText: z.string(),
    forms: table('what', 'count', 'how'),
    migrationFiles: table('file', 'holds'),
    migrationWait: z.string(),
    migrating: excerpts,
    largest: z.string(),
    largestRows: z.string(),
    largestSize: z.string(),
    orm: choiceWords,
    repository: excerpts,
    transaction: excerpts,
    transactionTimeout: z.string(),
    idempotency: z.string(),
    idempotencyFile: z.string(),
    locking: excerpts,
    lockingText: z.string(),
    poolSize: z.string(),
    poolReasons: z.array(z.object({ text: z.string() })),
    pools: table('stage', 'processes', 'connections', 'limit', 'busy'),
    pool: excerpts,
    replica: z.string(),
    replicas: table('stage', 'reads', 'writes', 'replicas'),
    replicaText: z.string(),
    model: excerpts,
    overview: diagramWords,
    entityDiagrams: z.array(diagramWords),
    baseIndexes: table('table', 'index', 'columns', 'serves'),
    indexGroups: z.array(z.object({ heading: z.string(), rows: table('table', 'index', 'columns', 'serves') })),
    hasLifecycles: z.boolean(),
    lifecycles: z.array(diagramWords),
    lifecycleText: z.string(),
    growthText: z.string(),
    tables: table('entity', 'owner', 'launch', 'months12', 'months36'),
    retention: table('rows', 'kept', 'by', 'state'),
    policyTable: z.string(),
    policy: excerpts,
    backup: z.string(),
    seed: excerpts,
    seedCommand: z.string(),
    seedText: z.string(),
    migrateCommand: z.string(),
    migrationCommand: z.string(),
  }),
});

type DataLayerWords = z.input<typeof dataLayerView.schema>;

export async function dataLayerWords(design: Design, files: QuotableFiles): Promise<DataLayerWords> {
  const { entities, product, scale, contexts } = design;
  const hero = subjectOf(design)?.entity ?? entities.find(({ writable }) => writable) ?? entities[0];
  const largest = largestTable(design) ?? hero;
  if (!hero || !largest) throw new Error('A system without entities stores nothing of its own.');
  const schema = await files.read(SCHEMA);
  const base = baseIndexes(schema, design);
  const domain = domainIndexes(design);
  const lifecycles = entities.flatMap((entity) => lifecycleDiagram(design, entity) ?? []);
  const quoted = await dataExcerpts(hero, files);
  const { run } = commandsOf(design);
  const sizes = scale.tables[largest.entity.name];
  return {
    title: markdownText(product.title),
    appRole: product.appRole,
    ...heroWords(hero),
    entityCount: counted(entities.length, 'entity', 'entities'),
    tableCount: counted(schema.match(/^model /gm)?.length ?? 0, 'table'),
    indexCount: counted(base.length + domain.length, 'index', 'indexes'),
    database: choiceOf(design, 'database'),
    tenancyText: tenancyText(design, hero),
    forms: formRows(design, schema),
    migrationFiles: migrationFiles(files),
    migrationWait: amount(CONSTANTS.migrationWait),
    largest: code(largest.table),
    largestRows: sizes ? headline(sizes.rows.months36) : 'no rows',
    largestSize: sizes ? headline(sizes.sizeMiB.months36) : 'nothing',
    orm: choiceOf(design, 'orm'),
    ...quoted,
    transactionTimeout: code('REQUEST_TIMEOUT_MS'),
    idempotency: label('idempotency-keys'),
    idempotencyFile: code(partOf('idempotency-keys').where[0] ?? ''),
    lockingText: lockingText(design, hero),
    poolSize: headline(scale.poolSize),
    poolReasons: scale.poolSize.because.map(({ text, source }) => ({
      text: [text, ...(source === undefined ? [] : wrapped(source))].join('\n'),
    })),
    pools: poolRows(design),
    replica: label('read-replica'),
    replicas: replicaRows(design),
    replicaText: replicaText(design, hero),
    overview: entityOverviewDiagram(design),
    entityDiagrams: contexts
      .filter((context) => context.entities.length > 0)
      .map((context) => entityDiagram(design, context)),
    baseIndexes: base.map(printed),
    indexGroups: contexts
      .filter((context) => context.entities.length > 0)
      .map(({ context }, position) => ({
        heading: `7.12.${position + 2} Indexes of ${context.name}`,
        rows: domain.filter((row) => row.context === context.name).map(printed),
      })),
    hasLifecycles: lifecycles.length > 0,
    lifecycles,
    lifecycleText: lifecycleText(design, lifecycles.length),
    growthText: growthText(design, hero),
    tables: tableRows(design),
    retention: retentionRows(design),
    policyTable: code(policyTable(hero)),
    backup: label('backup'),
    seedCommand: `${run} seed`,
    seedText: seedText(design),
    migrateCommand: `${run} migrate`,
    migrationCommand: `${run} migration`,
  };
}

function heroWords(
  hero: EntityDesign,
): Pick<DataLayerWords, 'heroOne' | 'aHero' | 'heroMany' | 'heroTable' | 'heroField'> {
  const { names, fields } = hero;
  const field = fields.find(({ settable }) => settable.update) ?? fields[0];
  return {
    heroOne: names.textOne,
    aHero: `${names.article} ${names.textOne}`,
    heroMany: names.textMany,
    heroTable: hero.table,
    heroField: field?.columns[0]?.column ?? 'id',
  };
}

function printed({ table: name, index, columns, serves }: IndexRow): DataLayerWords['baseIndexes'][number] {
  return { table: code(name), index: code(index), columns: columns.map(code).join(', '), serves };
}

function tenancyText({ blueprint, decisions, scale }: Design, { names, table: name }: EntityDesign): string {
  const decision = decisions.find(({ id }) => id === 'tenancy');
  const record = decision ? ` (${recordLink(decision)})` : '';
  return blueprint.tenancy === 'shared'
    ? `${headline(scale.workload.launch.tenants)} share these tables${record}: each row of ${code(name)} names its organization in \`tenant_id\`, and so does every foreign key to it, because a reference across organizations must be impossible rather than forbidden.`
    : `There is one organization${record}, and each row of ${code(name)} names it in \`tenant_id\` all the same, because adding the column to ${names.textMany} later would touch every row and every key.`;
}

function migrationFiles({ paths }: QuotableFiles): DataLayerWords['migrationFiles'] {
  const holds: Readonly<Record<string, string>> = {
    roles: 'database roles and functions',
    tables: 'tables, keys and indexes',
    checks: 'conditions of fields and rules',
    row_level_security: 'policies and grants',
  };
  return paths
    .filter((path) => path.endsWith('/migration.sql'))
    .map((path) => ({
      file: code(path),
      holds: holds[/\d+_(\w+)\/migration/.exec(path)?.[1] ?? ''] ?? 'a change of the schema',
    }));
}

function lockingText({ entities }: Design, { names }: EntityDesign): string {
  const writable = entities.filter(({ writable: isWritable }) => isWritable).length;
  return `All ${counted(writable, 'writable entity', 'writable entities')} carry \`version\`. A change of ${names.article} ${names.textOne} names the version it was made from, and the statement that stores it counts only while that version stands; otherwise the answer is 409 with \`${names.CODE}_CHANGED_MEANWHILE\`.`;
}

function replicaText({ scale }: Design, { names }: EntityDesign): string {
  const first = (['launch', 'months12', 'months36'] as const).find(
    (stage) => scale.capacity[stage].readReplicas.value > 0,
  );
  const [reason] = scale.capacity[first ?? 'months36'].readReplicas.because;
  const because = withCode(lowered((reason?.text ?? '').replace(/\.$/, '')));
  return first === undefined
    ? `For reads of ${names.textMany}, none is needed up to 36 months: ${because}. They go to the primary, so nobody misses ${names.article} ${names.textOne} just written.`
    : `For reads of ${names.textMany}, the model asks for one as soon as this holds: ${because}. Lists of ${names.textMany} will go there, while a read that follows a write stays on the primary.`;
}

function lowered(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

const SOURCE_WIDTH = 100;

/** A source below its step, in lines that fit a page. */
function wrapped(source: string): string[] {
  const lines: string[] = [];
  for (const word of source.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > SOURCE_WIDTH) lines.push(`  ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** What becomes of the table that grows most. */
function growthText({ scale, entities }: Design, { names }: EntityDesign): string {
  const size = (name: string): number => scale.tables[name]?.sizeMiB.months36.value ?? 0;
  const [largest = ''] = Object.keys(scale.tables).sort((a, b) => size(b) - size(a));
  const base = BASE_TABLES[largest];
  return base
    ? `${code(base.table)} grows most, with every change of ${names.textMany} and all else; its rows are only added and read by time, so old months of it can move to cheaper storage without a stop for ${names.textMany}.`
    : `${code(entities.find(({ entity }) => entity.name === largest)?.table ?? largest)} grows most; the plan of 7.3 for large tables is meant for it before it is needed for ${names.textMany}.`;
}

function lifecycleText({ entities }: Design, count: number): string {
  const actions = entities.reduce((sum, entity) => sum + entity.actions.length, 0);
  const of = `${counted(entities.length, 'entity', 'entities')}`;
  return count === 0
    ? `None of the ${of} has a lifecycle: their rows have no state that only an action may change.`
    : `${number(count)} of ${of} ${count === 1 ? 'has' : 'have'} a state that only ${counted(actions, 'action')} may change; the column has a CHECK constraint with the same states.`;
}

function retentionRows({ operations, blueprint }: Design): DataLayerWords['retention'] {
  const { retentionDays } = blueprint.qualities;
  return [
    {
      rows: 'records of the domain',
      kept: retentionDays === undefined ? 'until they are deleted' : `${number(retentionDays)} days after they ended`,
      by: retentionDays === undefined ? 'a request' : 'the job of the blueprint’s retention',
      state: retentionDays === undefined ? label('api') : label('retention'),
    },
    ...operations.housekeeping.map(({ name, table: swept, part }) => ({
      rows: code(swept),
      kept: 'while they are of use',
      by: code(name),
      state: label(part),
    })),
  ];
}

function seedText({ entities, roles }: Design): string {
  const counts = rowCounts(entities, roles.length);
  const rows = entities.reduce((sum, { entity }) => sum + (counts.get(entity.name) ?? 0), 0);
  return `The seed makes a member for each of ${counted(roles.length, 'role')} and ${counted(rows, 'row')} of ${counted(entities.length, 'entity', 'entities')} in an organization, from the samples that the tests use.`;
}
