import type { IndexDesign, UniqueDesign, FieldDesign, ReferenceDesign, SortDesign } from './model.js';
import { snakeCase } from '../text/case.js';
import { identifier } from './names.js';

/** What an entity's indexes are derived from. */
export interface IndexedEntity {
  readonly table: string;
  readonly tenantScoped: boolean;
  readonly route: string;
  readonly textMany: string;
  readonly fields: readonly FieldDesign[];
  readonly references: readonly ReferenceDesign[];
  readonly parent?: ReferenceDesign;
  readonly filters: readonly (FieldDesign | ReferenceDesign)[];
  readonly sorts: readonly SortDesign[];
  readonly ownerKey: string;
  /** Whether any role sees its own rows only. */
  readonly hasOwnScope: boolean;
}

/** Unique per organization, or per system in reference data. */
export function uniquesOf(entity: IndexedEntity): UniqueDesign[] {
  const tenant = entity.tenantScoped ? ['tenantId'] : [];
  const fields = entity.fields.filter((field) => field.field.unique);
  const references = entity.references.filter((reference) => reference.unique);
  return [
    ...fields.map(({ name, columns }) => ({
      name: identifier(entity.table, ...columns.map(({ column }) => column), 'key'),
      columns: [...tenant, ...columns.map((column) => column.name)],
      fields: [name],
    })),
    ...references.map(({ key, column }) => ({
      name: identifier(entity.table, column, 'key'),
      columns: [...tenant, key],
      fields: [key],
    })),
  ];
}

/**
 * One index per way that rows are looked up, the organization first. Lists are sorted by creation unless asked otherwise and
 * end with the id, so that a page boundary is never ambiguous. An index that another one begins with is left out.
 */
export function indexesOf(entity: IndexedEntity): IndexDesign[] {
  const tenant = entity.tenantScoped ? ['tenantId'] : [];
  const scope = entity.parent ? [...tenant, entity.parent.key] : tenant;
  const newestFirst = ['createdAt', 'id'];
  const get = `GET /api/v1${entity.route}`;
  const candidates: Omit<IndexDesign, 'name'>[] = [
    { columns: [...scope, ...newestFirst], serves: get },
    ...entity.filters.map((filter) => ({
      columns: [...scope, columnOf(filter), ...newestFirst],
      serves: `${get}?${filter.kind === 'field' ? filter.name : filter.key}=`,
    })),
    ...entity.sorts
      .filter((sort) => sort.column !== 'createdAt')
      .map((sort) => ({ columns: [...scope, sort.column, 'id'], serves: `${get}?sort=${sort.name}` })),
    ...(entity.hasOwnScope && entity.tenantScoped
      ? [
          {
            columns: [...tenant, entity.ownerKey, ...newestFirst],
            serves: `${get}, for members who see their own ${entity.textMany} only`,
          },
        ]
      : []),
    ...entity.references.map((reference) => ({
      columns: [...(reference.tenantScoped ? tenant : []), reference.key],
      serves: `foreign key ${reference.constraint}`,
    })),
  ];
  const uniques = uniquesOf(entity).map(({ columns }) => columns);
  return withoutPrefixes(candidates, uniques).map((index) => ({
    ...index,
    name: identifier(entity.table, ...index.columns.map(snakeCase), 'idx'),
  }));
}

function columnOf(filter: FieldDesign | ReferenceDesign): string {
  return filter.kind === 'reference' ? filter.key : (filter.columns[0]?.name ?? filter.name);
}

function withoutPrefixes<T extends { readonly columns: readonly string[] }>(
  candidates: readonly T[],
  uniques: readonly (readonly string[])[],
): T[] {
  return candidates.filter((candidate, position) => {
    const beginsIndex = (other: T, otherPosition: number): boolean =>
      otherPosition !== position &&
      isPrefix(candidate.columns, other.columns) &&
      (candidate.columns.length < other.columns.length || otherPosition < position);
    return !candidates.some(beginsIndex) && !uniques.some((unique) => isPrefix(candidate.columns, unique));
  });
}

function isPrefix(short: readonly string[], long: readonly string[]): boolean {
  return short.length <= long.length && short.every((column, position) => column === long[position]);
}
