import { z } from 'zod';
import { sampleValue } from '../../blueprint/samples/values.js';
import type { ContextDesign, Design, EntityDesign, LinkDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { kebabCase, pascalCase } from '../../text/case.js';
import { from } from '../../text/origin.js';
import { fieldCells, idOf, rowCells, type Cell } from './cells.js';
import { distinctSamples, rowCounts, type RowCounts } from './row-counts.js';

const cell = z.object({ name: z.string(), value: z.string() });
const rows = z.array(z.object({ entity: z.string(), number: z.number(), cells: z.array(cell) }));
const table = z.object({ accessor: z.string(), rows });
const sequence = z.object({ name: z.string(), last: z.number() });
const link = z.object({ accessor: z.string(), rows: z.array(z.object({ cells: z.array(cell) })) });

/** The rows of one context. */
export const seedDataView = defineView({
  templates: ['packages/database/src/seed-data/context.ts.hbs'],
  schema: z.object({
    Context: z.string(),
    hasShared: z.boolean(),
    hasRows: z.boolean(),
    usesSharedId: z.boolean(),
    /** What the function takes out of the seeding. */
    parameters: z.string(),
    shared: z.array(table),
    tables: z.array(table),
    sequences: z.array(sequence),
    links: z.array(link),
  }),
});

export interface SeedData {
  /** File name without `.ts`. */
  readonly file: string;
  readonly words: z.infer<typeof seedDataView.schema>;
}

/** One file per context that has rows to seed, in the order in which they run. */
export function seedData({ contexts, entities, roles }: Design): SeedData[] {
  const counts = rowCounts(entities, roles.length);
  const seeded = new Set(['User']);
  return contexts
    .map((context) => ({ file: kebabCase(context.context.name), words: contextWords(context, counts, seeded) }))
    .filter(({ words }) => words.hasShared || words.hasRows);
}

function contextWords({ context, entities }: ContextDesign, counts: RowCounts, seeded: Set<string>): SeedData['words'] {
  const all = entities.flatMap((entity) => {
    const words = tableWords(entity, counts, seeded);
    seeded.add(entity.entity.name);
    return words.rows.length > 0 ? [{ entity, words }] : [];
  });
  const own = all.filter(({ entity }) => entity.tenantScoped);
  const shared = all.filter(({ entity }) => !entity.tenantScoped);
  const tables = own.map(({ words }) => words);
  const sharedTables = shared.map(({ words }) => words);
  const sequences = own.flatMap(({ entity, words }) => sequencesOf(entity, words.rows.length));
  const links = own.flatMap(({ entity }) => linksOf(entity, counts));
  const cells = [...tables, ...links].flatMap((one) => one.rows).flatMap((row) => row.cells);
  return {
    Context: pascalCase(context.name),
    hasShared: sharedTables.length > 0,
    hasRows: tables.length > 0,
    usesSharedId: sharedTables.length > 0 || cells.some(({ value }) => value.startsWith('sharedId(')),
    parameters: parameters(cells, sequences.length + links.length > 0),
    shared: sharedTables,
    tables,
    sequences,
    links,
  };
}

/** Only what is used: the generated repository has no unused variables. */
function parameters(cells: readonly Cell[], namesTenant: boolean): string {
  const uses = (start: string): boolean => cells.some(({ value }) => value.startsWith(start));
  return [
    'tx',
    ...(namesTenant ? ['tenantId'] : []),
    'row',
    ...(uses('id(') ? ['id'] : []),
    ...(uses('member(') ? ['member'] : []),
  ].join(', ');
}

function tableWords(entity: EntityDesign, counts: RowCounts, seeded: ReadonlySet<string>): z.infer<typeof table> {
  const count = counts.get(entity.entity.name) ?? 0;
  return from(entity.entity.at, {
    accessor: accessorOf(entity.entity.name),
    rows: distinctSamples(entity)
      .slice(0, count)
      .map((sample, position) => ({
        entity: entity.entity.name,
        number: position + 1,
        cells: rowCells(entity, sample, position + 1, counts, seeded),
      })),
  });
}

/** Numbers that the seed has given out must not be given out again. */
function sequencesOf({ names, fields }: EntityDesign, last: number): z.infer<typeof sequence>[] {
  return fields
    .filter(({ field }) => field.type.kind === 'sequence')
    .map(({ name }) => ({ name: `${names.one}.${name}`, last }));
}

/** The first row is linked with two others, so that both directions show a list. */
function linksOf(source: EntityDesign, counts: RowCounts): z.infer<typeof link>[] {
  const sources = counts.get(source.entity.name) ?? 0;
  return source.links.flatMap((one) => {
    const targets = counts.get(one.target) ?? 0;
    const pairs = linkedPairs(sources, targets, one.target === source.entity.name);
    if (pairs.length === 0) return [];
    return [
      from(one.relation.at, {
        accessor: one.accessor,
        rows: pairs.map(([n, m], position) => ({ cells: linkCells(source, one, n, m, position) })),
      }),
    ];
  });
}

function linkedPairs(sources: number, targets: number, isSelf: boolean): [number, number][] {
  const all: [number, number][] = [
    [1, 1],
    [1, 2],
    [2, 2],
    [2, 3],
  ];
  return all.filter(([n, m]) => n <= sources && m <= targets && !(isSelf && n === m));
}

function linkCells(source: EntityDesign, link: LinkDesign, n: number, m: number, position: number): Cell[] {
  const own = { target: source.entity.name, tenantScoped: true };
  const other = { target: link.target, tenantScoped: link.targetTenantScoped };
  return [
    { name: link.sourceKey, value: idOf(own, n) },
    { name: link.targetKey, value: idOf(other, m) },
    ...link.fields.flatMap((field) => fieldCells(field, sampleValue(source.entity, field.field, position))),
  ];
}

/** Prisma's name for a model on its client. */
function accessorOf(model: string): string {
  return `${model.charAt(0).toLowerCase()}${model.slice(1)}`;
}
