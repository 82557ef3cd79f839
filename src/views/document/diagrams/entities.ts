import type {
  ColumnDesign,
  ContextDesign,
  Design,
  EntityDesign,
  LinkDesign,
  ReferenceDesign,
} from '../../../design/model.js';
import type { EntitiesDiagram, EntityBox, EntityColumn, EntityRelation } from '../../../diagrams/model.js';
import { counted } from '../words.js';
import { drawn, type DiagramWords } from './words.js';

/** Columns that every table has besides its own, left out of the drawings. */
const COMMON_COLUMNS = ['created_at', 'updated_at', 'created_by', 'updated_by', 'version'] as const;

/** Every entity by name, with what it refers to; no columns. */
export function entityOverviewDiagram(design: Design): DiagramWords {
  return drawn(design, entityOverview(design));
}

/** Tables of one context with their columns and keys. */
export function entityDiagram(design: Design, context: ContextDesign): DiagramWords {
  return drawn(design, entityModel(design, context));
}

export function entityOverview(design: Design): EntitiesDiagram {
  const { product, contexts, entities } = design;
  const relations = entities.flatMap((entity) => relationsOf(entity));
  const outside = namesOutside(relations, new Set(entities.map(({ entity }) => entity.name)));
  const own = contexts
    .filter((context) => context.entities.length > 0)
    .map(({ names, entities: members }) => ({
      title: names.title,
      entities: members.map(({ entity }) => ({ id: entity.name, title: entity.name, columns: [] })),
    }));
  const base = outside.map((name) => ({ id: name, title: name, columns: [] }));
  return {
    kind: 'entities',
    title: `Entities of ${product.title}`,
    caption: `${counted(entities.length, 'entity', 'entities')} in ${counted(own.length, 'context')} and the ${counted(relations.length, 'relation')} between them. ${tenantNote(entities, `the tables of ${own.map(({ title }) => title.toLowerCase()).join(', ')}`)}.`,
    groups: base.length === 0 ? own : [...own, { title: 'Base contexts', entities: base }],
    relations,
  };
}

export function entityModel(design: Design, context: ContextDesign): EntitiesDiagram {
  const inside = new Set(context.entities.map(({ entity }) => entity.name));
  const relations = context.entities.flatMap((entity) => relationsOf(entity, true));
  const links = context.entities.flatMap((entity) => entity.links.map(linkBox));
  const known = new Set([...inside, ...links.map(({ id }) => id)]);
  const outside = namesOutside(relations, known).map((name) => ({
    id: name,
    title: `${name} (${contextOf(design, name)})`,
    columns: [],
  }));
  const tables = [...context.entities.map(entityBox), ...links];
  return {
    kind: 'entities',
    title: `Tables of ${context.names.title.toLowerCase()}`,
    caption: `${counted(tables.length, 'table')} of ${context.names.title.toLowerCase()} in ${design.product.title} with ${counted(relations.length, 'relation')}. ${tenantNote(context.entities, `the tables of ${context.names.title.toLowerCase()}`)}, and ${COMMON_COLUMNS.join(', ')} of its ${counted(context.entities.length, 'entity', 'entities')}.`,
    groups: [{ title: context.names.title, entities: [...tables, ...outside] }],
    relations,
  };
}

/** Every table of an organization has this edge; drawn, they would hide the others. */
function tenantNote(entities: readonly EntityDesign[], whose: string): string {
  const tables = entities.filter(({ tenantScoped }) => tenantScoped);
  const count = tables.length + tables.reduce((sum, { links }) => sum + links.length, 0);
  return count === 0
    ? `Left out: nothing of ${whose} has a tenant_id`
    : `Left out: the ${counted(count, 'edge')} of tenant_id from ${whose} to Organization`;
}

function namesOutside(relations: readonly EntityRelation[], known: ReadonlySet<string>): string[] {
  return [...new Set(relations.map(({ to }) => to))].filter((name) => !known.has(name));
}

function contextOf({ entities }: Design, name: string): string {
  if (name === 'Membership' || name === 'Organization') return 'organizations';
  return entities.find(({ entity }) => entity.name === name)?.context.name ?? 'base';
}

/** With join tables drawn, a link is two relations; without, one of many to many. */
function relationsOf(design: EntityDesign, areLinksDrawn = false): EntityRelation[] {
  const from = design.entity.name;
  const references = design.references.map((reference): EntityRelation => {
    return {
      from,
      to: reference.targetModel,
      fromCount: reference.unique ? 'zero-or-one' : 'many',
      toCount: reference.optional ? 'zero-or-one' : 'one',
      label: reference.column,
    };
  });
  const links = design.links.flatMap((link): EntityRelation[] => {
    if (!areLinksDrawn) return [{ from, to: link.targetModel, fromCount: 'many', toCount: 'many', label: link.name }];
    const one = { from: link.model, fromCount: 'many', toCount: 'one' } as const;
    return [
      { ...one, to: from, label: link.sourceColumn },
      { ...one, to: link.targetModel, label: link.targetColumn },
    ];
  });
  return [...references, ...links];
}

function entityBox(design: EntityDesign): EntityBox {
  const { entity, table, tenantScoped, fields, references, uniques } = design;
  const unique = new Set(
    uniques.flatMap(({ columns }) => {
      const own = columns.filter((column) => column !== 'tenantId');
      return own.length === 1 ? own : [];
    }),
  );
  return {
    id: entity.name,
    title: entity.name,
    table,
    columns: [
      { name: 'id', type: 'uuid', keys: ['PK'] },
      ...(tenantScoped ? [TENANT] : []),
      ...references.map((reference) => keyColumn(reference, unique)),
      ...fields.flatMap(({ columns }) => columns.map((column) => fieldColumn(column, unique))),
    ],
  };
}

const TENANT: EntityColumn = { name: 'tenant_id', type: 'uuid', keys: ['FK'] };

function linkBox(link: LinkDesign): EntityBox {
  return {
    id: link.model,
    title: link.model,
    table: link.table,
    columns: [
      { name: 'tenant_id', type: 'uuid', keys: ['PK', 'FK'] },
      { name: link.sourceColumn, type: 'uuid', keys: ['PK', 'FK'] },
      { name: link.targetColumn, type: 'uuid', keys: ['PK', 'FK'] },
      ...link.fields.flatMap(({ columns }) => columns.map((column) => fieldColumn(column, new Set()))),
    ],
  };
}

function keyColumn({ column, key, optional }: ReferenceDesign, unique: ReadonlySet<string>): EntityColumn {
  return { name: column, type: 'uuid', keys: unique.has(key) ? ['FK', 'UK'] : ['FK'], optional };
}

function fieldColumn(
  { name, column, nativeType, nullable, many }: ColumnDesign,
  unique: ReadonlySet<string>,
): EntityColumn {
  return {
    name: column,
    type: `${nativeType.toLowerCase()}${many ? '[]' : ''}`,
    keys: unique.has(name) ? ['UK'] : [],
    optional: nullable,
  };
}
