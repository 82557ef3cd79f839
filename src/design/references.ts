import type { Blueprint, Entity, Relation } from '../blueprint/model.js';
import { camelCase, pascalCase, snakeCase } from '../text/case.js';
import { singular } from '../text/plural.js';
import type { LinkDesign, ReferenceDesign } from './model.js';
import { fieldDesign } from './columns.js';
import { entityNames, identifier, tableName } from './names.js';

/** Which entities exist, by name, and who owns whom. */
export interface EntityIndex {
  readonly byName: ReadonlyMap<string, Entity>;
  /** Child entity name → the owning relation and its entity. */
  readonly owners: ReadonlyMap<string, { readonly parent: Entity; readonly relation: Relation }>;
}

export function indexEntities(blueprint: Blueprint): EntityIndex {
  const entities = blueprint.contexts.flatMap((context) => context.entities);
  const owners = new Map(
    entities.flatMap((parent) =>
      parent.relations
        .filter((relation) => relation.owned)
        .map((relation) => [relation.target, { parent, relation }] as const),
    ),
  );
  return { byName: new Map(entities.map((entity) => [entity.name, entity])), owners };
}

/** Foreign keys that an entity's table holds; the parent of a part comes first. */
export function referencesOf(entity: Entity, index: EntityIndex): ReferenceDesign[] {
  const owner = index.owners.get(entity.name);
  const own = entity.relations.filter((relation) => relation.kind === 'manyToOne' || relation.kind === 'oneToOne');
  return [
    ...(owner ? [parentReference(entity, owner.parent, owner.relation)] : []),
    ...own.map((relation) => reference(entity, relation, index)),
  ];
}

function parentReference(child: Entity, parent: Entity, relation: Relation): ReferenceDesign {
  const name = camelCase(parent.name);
  return {
    kind: 'reference',
    ...keyOf(child, name),
    target: parent.name,
    targetModel: parent.name,
    targetTable: tableName(parent.name),
    targetKey: 'id',
    tenantScoped: true,
    optional: false,
    unique: false,
    onDelete: 'cascade',
    immutable: true,
    relationName: `${parent.name}${pascalCase(relation.name)}`,
    inverse: relation.name,
  };
}

function reference(entity: Entity, relation: Relation, index: EntityIndex): ReferenceDesign {
  const unique = relation.kind === 'oneToOne';
  const source = entityNames(entity.name);
  return {
    kind: 'reference',
    relation,
    ...keyOf(entity, relation.name),
    ...targetOf(relation.target, index),
    optional: relation.optional,
    unique,
    onDelete: relation.onDelete,
    immutable: relation.immutable,
    relationName: `${entity.name}${pascalCase(relation.name)}`,
    inverse: relation.inverse ?? `${unique ? source.one : source.many}By${pascalCase(relation.name)}`,
  };
}

function keyOf(entity: Entity, name: string): Pick<ReferenceDesign, 'name' | 'key' | 'column' | 'constraint'> {
  const column = identifier(snakeCase(name), 'id');
  return { name, key: `${name}Id`, column, constraint: identifier(tableName(entity.name), column, 'fkey') };
}

function targetOf(
  target: string,
  index: EntityIndex,
): Pick<ReferenceDesign, 'target' | 'targetModel' | 'targetTable' | 'targetKey' | 'tenantScoped'> {
  if (target === 'User') {
    return { target, targetModel: 'Membership', targetTable: 'memberships', targetKey: 'userId', tenantScoped: true };
  }
  const tenantScoped = index.byName.get(target)?.tenancy === 'tenant';
  return { target, targetModel: target, targetTable: tableName(target), targetKey: 'id', tenantScoped };
}

/** Join tables of the many-to-many relations; the checks see to it that each is written on one side. */
export function linksOf(entity: Entity, index: EntityIndex): LinkDesign[] {
  return entity.relations
    .filter((relation) => relation.kind === 'manyToMany')
    .map((relation) => link(entity, relation, index));
}

function link(entity: Entity, relation: Relation, index: EntityIndex): LinkDesign {
  const source = entityNames(entity.name);
  const item = pascalCase(singular(relation.name));
  const model = `${entity.name}${item}`;
  const self = relation.target === entity.name;
  const target = targetOf(relation.target, index);
  const targetWord = self ? `${camelCase(item)}` : camelCase(relation.target);
  return {
    relation,
    name: relation.name,
    key: relation.fields.length > 0 ? relation.name : `${camelCase(item)}Ids`,
    model,
    accessor: camelCase(model),
    table: tableName(model),
    target: relation.target,
    targetModel: target.targetModel,
    targetTable: target.targetTable,
    targetTenantScoped: target.tenantScoped,
    sourceKey: `${source.one}Id`,
    sourceColumn: identifier(snakeCase(source.one), 'id'),
    targetKey: `${targetWord}Id`,
    targetColumn: identifier(snakeCase(targetWord), 'id'),
    fields: relation.fields.map((field) => fieldDesign(field, undefined)),
    sourceField: relation.name,
    targetField: `${source.many}By${pascalCase(relation.name)}`,
  };
}
