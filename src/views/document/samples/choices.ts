import type { EntityDesign, FieldDesign } from '../../../design/model.js';
import { filterOf } from '../../fields/filter.js';
import type { Json, JsonObject } from './model.js';
import { given, type KnownIds, type SampleRow } from './row.js';

/** How the list is asked for, so that the first row comes first. */
export interface SamplePage {
  readonly query: string;
  readonly sort: string;
  /** Of the column the list is sorted by, where the first page ends. */
  readonly value: Json;
  readonly sortText: string;
  readonly filterText: string;
}

export function pageOf(first: SampleRow, second: SampleRow, known: KnownIds): SamplePage {
  const { entity } = first;
  const found = entity.sorts.find(({ name }) => isBefore(entity, name, first.view[name], second.view[name]));
  const sort = found?.name ?? 'createdAt';
  const filters = [stateFilter(first, second), referenceFilter(entity, known)].flatMap((one) => one ?? []);
  const parameters = [
    ...filters.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`),
    `sort=${sort}`,
    'limit=1',
  ];
  const { textMany } = entity.names;
  return {
    query: parameters.join('&'),
    sort,
    value: asInCursor(entity, sort, first.view[sort] ?? null),
    sortText: found === undefined ? 'oldest first' : `sorted by \`${sort}\``,
    filterText:
      filters.length === 0
        ? `All ${textMany}`
        : `Only ${textMany} with ${filters.map(({ name }) => `this \`${name}\``).join(' and ')}`,
  };
}

/** Days travel in a cursor as the moment at which they begin. */
function asInCursor(entity: EntityDesign, name: string, value: Json): Json {
  const isDay = entity.fields.find((field) => field.name === name)?.field.type.kind === 'date';
  return isDay && typeof value === 'string' ? new Date(value).toISOString() : value;
}

interface SampleFilter {
  readonly name: string;
  readonly value: string;
}

/** A field with few values, the same in both rows. */
function stateFilter({ entity, view }: SampleRow, second: SampleRow): SampleFilter | undefined {
  const field = entity.filters.find((filter): filter is FieldDesign => {
    if (filter.kind !== 'field' || !filter.visible || !filterOf(entity.names.One, filter.field)) return false;
    const isPlain = ['enum', 'boolean', 'int'].includes(filter.field.type.kind) && !filter.field.many;
    return isPlain && view[filter.name] !== null && view[filter.name] === second.view[filter.name];
  });
  return field && { name: field.name, value: JSON.stringify(view[field.name]).replaceAll('"', '') };
}

function referenceFilter(entity: EntityDesign, known: KnownIds): SampleFilter | undefined {
  const reference = entity.filters.find(
    (filter) => filter.kind === 'reference' && !filter.optional && known.has(filter.target),
  );
  if (reference?.kind !== 'reference') return undefined;
  return { name: reference.key, value: known.get(reference.target) ?? '' };
}

/** Whether every PostgreSQL sorts one value before the other, whatever its collation. */
function isBefore(entity: EntityDesign, name: string, a: Json | undefined, b: Json | undefined): boolean {
  const kind = entity.fields.find((field) => field.name === name)?.field.type.kind;
  switch (kind) {
    case 'int':
      return typeof a === 'number' && typeof b === 'number' && a < b;
    case 'date':
    case 'datetime':
      return typeof a === 'string' && typeof b === 'string' && a < b;
    case 'string':
    case 'slug':
    case 'email':
      return typeof a === 'string' && typeof b === 'string' && differsInLaterDigit(a, b);
    default:
      return false;
  }
}

function differsInLaterDigit(a: string, b: string): boolean {
  const at = [...a].findIndex((character, position) => character !== b[position]);
  const [before = '', after = ''] = [a[at], b[at]];
  return a.length === b.length && at >= 0 && /\d/.test(before) && /\d/.test(after) && before < after;
}

/** A change of one field that no rule and no condition of an action reads; of nothing where there is none. */
export function changesFor(entity: EntityDesign): { changes: JsonObject; name?: string } {
  const read = new Set([
    ...entity.rules.flatMap(({ expression }) => expression.fields),
    ...entity.actions.flatMap(({ action }) => action.when?.fields ?? []),
  ]);
  const usual = given(entity.samples[0] ?? {});
  const other = given(entity.samples[2] ?? {});
  const fit = entity.fields.filter(
    ({ name, field, settable, visible }) =>
      settable.update &&
      visible &&
      !field.unique &&
      !read.has(name) &&
      other[name] !== undefined &&
      JSON.stringify(other[name]) !== JSON.stringify(usual[name]),
  );
  const chosen = fit.find(({ name }) => ['name', 'title', 'label'].includes(name)) ?? fit.find(isPlainText) ?? fit[0];
  const value = chosen && other[chosen.name];
  return chosen && value !== undefined ? { changes: { [chosen.name]: value }, name: chosen.name } : { changes: {} };
}

function isPlainText({ field }: FieldDesign): boolean {
  return field.type.kind === 'string' && !field.many;
}
