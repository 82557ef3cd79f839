import { actionCasesOf, guardCaseOf, samplesOf, violationsOf } from '../blueprint/samples/index.js';
import type { Context, Entity } from '../blueprint/model.js';
import { kebabCase } from '../text/case.js';
import { fieldDesign } from './columns.js';
import { indexesOf, uniquesOf, type IndexedEntity } from './indexes.js';
import type { ActionDesign, EntityDesign, FieldDesign, ReferenceDesign, SortDesign } from './model.js';
import { entityNames, tableName } from './names.js';
import { entityPermissions } from './permissions.js';
import { linksOf, referencesOf, type EntityIndex } from './references.js';

/** Names of entities of which some role sees its own rows only. */
export type OwnScoped = ReadonlySet<string>;

export function entityDesign(entity: Entity, context: Context, index: EntityIndex, ownScoped: OwnScoped): EntityDesign {
  const names = entityNames(entity.name);
  const fields = entity.fields.map((field) => fieldDesign(field, entity.lifecycle));
  const references = referencesOf(entity, index);
  const parent = references.find((reference) => reference.relation === undefined);
  const permissions = entityPermissions(entity);
  const ownerKey = entity.owner === undefined ? 'createdBy' : `${entity.owner}Id`;
  const indexed: IndexedEntity = {
    table: tableName(entity.name),
    tenantScoped: entity.tenancy === 'tenant',
    route: routeOf(entity, index),
    textMany: names.textMany,
    fields,
    references,
    ...(parent && { parent }),
    filters: entity.list.filter.flatMap((name) => filterNamed(name, fields, references)),
    sorts: sortsOf(entity, fields),
    ownerKey,
    hasOwnScope: ownScoped.has(entity.name),
  };
  return {
    ...indexed,
    entity,
    context,
    names,
    writable: entity.tenancy === 'tenant',
    links: linksOf(entity, index),
    children: entity.relations
      .filter((relation) => relation.owned)
      .map((relation) => ({ relation, name: relation.name, target: relation.target })),
    rules: entity.rules,
    actions: actionsOf(entity, permissions),
    indexes: indexesOf(indexed),
    uniques: uniquesOf(indexed),
    permissions,
    search: fields.filter((field) => entity.list.search.includes(field.name)),
    samples: samplesOf(entity),
    violations: violationsOf(entity),
  };
}

/** `/orders`, or `/orders/:orderId/lines` for a part of an aggregate. */
function routeOf(entity: Entity, index: EntityIndex): string {
  const owner = index.owners.get(entity.name);
  if (!owner) return `/${entityNames(entity.name).fileMany}`;
  return `${routeOf(owner.parent, index)}/:${entityNames(owner.parent.name).one}Id/${kebabCase(owner.relation.name)}`;
}

function filterNamed(
  name: string,
  fields: readonly FieldDesign[],
  references: readonly ReferenceDesign[],
): (FieldDesign | ReferenceDesign)[] {
  const found = fields.find((field) => field.name === name) ?? references.find((reference) => reference.name === name);
  return found ? [found] : [];
}

/** What the blueprint names, and always the creation time, which is also the default. */
function sortsOf(entity: Entity, fields: readonly FieldDesign[]): SortDesign[] {
  const names = [...new Set(['createdAt', ...entity.list.sort])];
  return names.map((name) => ({
    name,
    column: fields.find((field) => field.name === name)?.columns[0]?.name ?? name,
  }));
}

function actionsOf(entity: Entity, permissions: Readonly<Record<string, string>>): ActionDesign[] {
  const { lifecycle } = entity;
  if (!lifecycle) return [];
  return lifecycle.actions.flatMap((action) => {
    const permission = permissions[action.name];
    if (permission === undefined) return [];
    const refused = guardCaseOf(entity, action);
    return [
      {
        action,
        name: action.name,
        path: kebabCase(action.name),
        permission,
        field: lifecycle.field,
        cases: actionCasesOf(entity, action),
        ...(refused && { refused }),
      },
    ];
  });
}
