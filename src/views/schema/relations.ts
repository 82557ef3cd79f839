import type { EntityDesign, LinkDesign, ReferenceDesign } from '../../design/model.js';
import { identifier } from '../../design/names.js';
import { camelCase } from '../../text/case.js';
import { plural } from '../../text/plural.js';
import { mapUnlessDefault } from './constraint-names.js';

/** A relation field with its foreign key. */
export interface RelationWords {
  readonly name: string;
  readonly type: string;
  readonly relation: string;
  readonly fields: string;
  readonly references: string;
  readonly onDelete: string;
  readonly constraint: string;
}

/** The field that Prisma needs on the other side of a relation. */
export interface ListWords {
  readonly name: string;
  readonly type: string;
  readonly relation: string;
}

const ON_DELETE = { cascade: 'Cascade', restrict: 'Restrict', setNull: 'SetNull' } as const;

/** The foreign key holds the organization on both sides wherever the target has one. */
export function referenceRelation(reference: ReferenceDesign): RelationWords {
  const { name, key, targetModel, targetKey, tenantScoped, optional, relationName, onDelete, constraint } = reference;
  return {
    name,
    type: optional ? `${targetModel}?` : targetModel,
    relation: relationName,
    ...keyWords(key, targetKey, tenantScoped),
    onDelete: ON_DELETE[onDelete],
    constraint,
  };
}

/** Both ends of a join table: its rows go with either. Only rows of organizations have such relations. */
export function linkRelations(link: LinkDesign, source: EntityDesign): RelationWords[] {
  const targetKey = link.targetModel === 'Membership' ? 'userId' : 'id';
  return [
    {
      name: fieldOf(link.sourceKey),
      type: source.entity.name,
      relation: `${link.model}Source`,
      ...keyWords(link.sourceKey, 'id', true),
      onDelete: ON_DELETE.cascade,
      constraint: identifier(link.table, link.sourceColumn, 'fkey'),
    },
    {
      name: fieldOf(link.targetKey),
      type: link.targetModel,
      relation: `${link.model}Target`,
      ...keyWords(link.targetKey, targetKey, link.targetTenantScoped),
      onDelete: ON_DELETE.cascade,
      constraint: identifier(link.table, link.targetColumn, 'fkey'),
    },
  ];
}

/** What other models need on the model with this name: lists of those who refer to it, and of its join tables. */
export function listsOn(model: string, entities: readonly EntityDesign[]): ListWords[] {
  return entities.flatMap((source) => [
    ...source.links
      .filter(() => source.entity.name === model)
      .map((link) => ({ name: link.sourceField, type: `${link.model}[]`, relation: `${link.model}Source` })),
    ...source.references
      .filter(({ targetModel }) => targetModel === model)
      .map((reference) => ({
        name: reference.inverse,
        type: `${source.entity.name}${isSingle(reference, source) ? '?' : '[]'}`,
        relation: reference.relationName,
      })),
    ...source.links
      .filter(({ targetModel }) => targetModel === model)
      .map((link) => ({ name: link.targetField, type: `${link.model}[]`, relation: `${link.model}Target` })),
  ]);
}

/** One list per table of the organization. */
export function tenantLists(entities: readonly EntityDesign[]): { name: string; model: string }[] {
  return entities
    .filter(({ tenantScoped }) => tenantScoped)
    .flatMap(({ names, entity, links }) => [
      { name: names.many, model: entity.name },
      ...links.map(({ model }) => ({ name: camelCase(plural(model)), model })),
    ]);
}

/** Constraint of the foreign key from a table to its organization. */
export function tenantConstraint(table: string): string | undefined {
  return mapUnlessDefault(identifier(table, 'tenant_id', 'fkey'), table, 'tenant_id', 'fkey');
}

/** Unique per organization is not unique on its own: Prisma allows the singular only where the foreign key itself is unique. */
function isSingle({ unique, tenantScoped }: ReferenceDesign, source: EntityDesign): boolean {
  return unique && tenantScoped === source.tenantScoped;
}

function keyWords(key: string, targetKey: string, tenantScoped: boolean): Pick<RelationWords, 'fields' | 'references'> {
  return tenantScoped
    ? { fields: `tenantId, ${key}`, references: `tenantId, ${targetKey}` }
    : { fields: key, references: targetKey };
}

/** `productId` → `product` */
function fieldOf(key: string): string {
  return key.slice(0, -'Id'.length);
}
