import { z } from 'zod';
import type { ColumnDesign, Design, EntityDesign, FieldDesign, LinkDesign } from '../../design/model.js';
import { identifier } from '../../design/names.js';
import { defineView } from '../../render/view.js';
import { snakeCase } from '../../text/case.js';
import { comment } from '../../text/escape.js';
import { from } from '../../text/origin.js';
import { mapUnlessDefault } from './constraint-names.js';
import { linkRelations, listsOn, referenceRelation, tenantConstraint, tenantLists } from './relations.js';

const column = z.object({
  summary: z.string().optional(),
  name: z.string(),
  type: z.string(),
  initial: z.string().optional(),
  /** Where the database calls it something else. */
  column: z.string().optional(),
  native: z.string(),
});
const relation = z.object({
  name: z.string(),
  type: z.string(),
  relation: z.string(),
  fields: z.string(),
  references: z.string(),
  onDelete: z.string(),
  constraint: z.string(),
});
const list = z.object({ name: z.string(), type: z.string(), relation: z.string() });
const key = z.object({ columns: z.string(), map: z.string().optional() });
const index = key.extend({ serves: z.string() });
const model = z.object({
  name: z.string(),
  table: z.string(),
  tenantScoped: z.boolean(),
  tenantConstraint: z.string().optional(),
  columns: z.array(column),
  relations: z.array(relation),
  indexes: z.array(index),
});
const link = model.extend({ primaryKey: key });
const entity = model.extend({
  summary: z.string().optional(),
  primaryKeyMap: z.string().optional(),
  hasRelations: z.boolean(),
  lists: z.array(list),
  uniques: z.array(key),
  links: z.array(link),
});

export const prismaSchemaView = defineView({
  templates: ['packages/database/prisma/schema.prisma.hbs'],
  schema: z.object({
    tenantLists: z.array(z.object({ name: z.string(), model: z.string() })),
    membershipLists: z.array(list),
    contexts: z.array(z.object({ title: z.string(), entities: z.array(entity) })),
  }),
});

type PrismaSchemaWords = z.infer<typeof prismaSchemaView.schema>;
type ColumnWords = z.infer<typeof column>;
type LinkWords = z.infer<typeof link>;
type EntityWords = z.infer<typeof entity>;

export function prismaSchemaWords({ entities, contexts }: Design): PrismaSchemaWords {
  const lists = listsByModel(entities);
  return {
    tenantLists: tenantLists(entities),
    membershipLists: lists('Membership'),
    contexts: contexts
      .filter((context) => context.entities.length > 0)
      .map((context) => ({
        title: context.names.title,
        entities: context.entities.map((one) => entityWords(one, lists(one.entity.name))),
      })),
  };
}

function entityWords(design: EntityDesign, lists: EntityWords['lists']): EntityWords {
  const { entity, table, tenantScoped, fields, references } = design;
  const tenantKey = tenantScoped ? [keyWords(table, ['tenantId', 'id'], 'key')] : [];
  return from(entity.at, {
    ...(entity.summary !== undefined && { summary: comment(entity.summary) }),
    name: entity.name,
    table,
    ...optional('primaryKeyMap', mapUnlessDefault(identifier(table, 'pkey'), table, 'pkey')),
    tenantScoped,
    ...optional('tenantConstraint', tenantConstraint(table)),
    columns: [
      ...fields.flatMap(fieldColumns),
      ...references.map((reference) => keyColumn(reference.key, reference.column, reference.optional)),
    ],
    hasRelations: tenantScoped || references.length > 0 || lists.length > 0,
    relations: references.map(referenceRelation),
    lists,
    uniques: [...tenantKey, ...design.uniques.map(({ name, columns }) => keyWords(table, columns, 'key', name))],
    indexes: design.indexes.map(({ name, columns, serves }) => ({
      serves: comment(serves),
      ...keyWords(table, columns, 'idx', name),
    })),
    links: design.links.map((one) => linkWords(one, design)),
  });
}

function linkWords(design: LinkDesign, source: EntityDesign): LinkWords {
  const { table, sourceKey, targetKey } = design;
  const [, target] = linkRelations(design, source);
  return from(design.relation.at, {
    name: design.model,
    table,
    tenantScoped: true,
    ...optional('tenantConstraint', tenantConstraint(table)),
    columns: [
      keyColumn(sourceKey, design.sourceColumn, false),
      keyColumn(targetKey, design.targetColumn, false),
      ...design.fields.flatMap(fieldColumns),
    ],
    relations: linkRelations(design, source),
    primaryKey: {
      columns: ['tenantId', sourceKey, targetKey].join(', '),
      ...optional('map', mapUnlessDefault(identifier(table, 'pkey'), table, 'pkey')),
    },
    indexes: [
      {
        serves: `foreign key ${target?.constraint ?? ''}`,
        ...keyWords(table, [...(design.targetTenantScoped ? ['tenantId'] : []), targetKey], 'idx'),
      },
    ],
  });
}

function fieldColumns({ field, columns }: FieldDesign): ColumnWords[] {
  return columns.map((one, position) =>
    from(field.at, {
      ...(position === 0 && field.summary !== undefined && { summary: comment(field.summary) }),
      name: one.name,
      type: `${one.prismaType}${one.many ? '[]' : one.nullable ? '?' : ''}`,
      ...optional('initial', one.default),
      ...optional('column', mapUnlessDefault(one.column, one.name)),
      native: one.nativeType,
    } satisfies ColumnWords),
  );
}

function keyColumn(name: string, column: ColumnDesign['column'], isOptional: boolean): ColumnWords {
  return {
    name,
    type: isOptional ? 'String?' : 'String',
    ...optional('column', mapUnlessDefault(column, name)),
    native: 'Uuid',
  };
}

function keyWords(
  table: string,
  columns: readonly string[],
  suffix: 'key' | 'idx',
  name?: string,
): z.infer<typeof key> {
  const byDefault = [table, ...columns.map(snakeCase), suffix];
  return {
    columns: columns.join(', '),
    ...optional('map', mapUnlessDefault(name ?? identifier(...byDefault), ...byDefault)),
  };
}

/** Looked up once for all models: 1 000 entities would otherwise be walked through 1 000 times. */
function listsByModel(entities: readonly EntityDesign[]): (model: string) => EntityWords['lists'] {
  const sources = new Map<string, Set<EntityDesign>>();
  for (const source of entities) {
    const models = [source.references, source.links].flat().map(({ targetModel }) => targetModel);
    for (const name of [source.entity.name, ...models]) {
      sources.set(name, (sources.get(name) ?? new Set()).add(source));
    }
  }
  return (name) => listsOn(name, [...(sources.get(name) ?? [])]);
}

function optional<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
}
