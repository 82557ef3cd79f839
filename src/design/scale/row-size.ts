import type { FieldType } from '../../blueprint/model.js';
import type { ColumnDesign, EntityDesign, FieldDesign } from '../model.js';

/** Header of a row and its line pointer: PostgreSQL documentation, Database Page Layout. */
const ROW_HEADER = 24 + 4;
/** Header and line pointer of an index entry. */
const ENTRY_HEADER = 8 + 4;
/** B-tree pages are filled to 90 %. */
const INDEX_FILL = 0.9;
const UUID = 16;
const TIMESTAMP = 8;
/** id, tenant_id, created_by, updated_by; created_at, updated_at; version. */
const BASE_COLUMNS = 4 * UUID + 2 * TIMESTAMP + 4;
/** Of the length that a text column allows, and of rows that hold an optional value. */
const TEXT_FILL = 0.3;
const OPTIONAL_FILL = 0.5;
const ITEMS_PER_LIST = 3;
const ARRAY_HEADER = 24;

/** Bytes of one row with its entries in all indexes. */
export function bytesPerRow(entity: EntityDesign): number {
  const columns = entity.fields.flatMap((field) => field.columns.map((column) => ({ field, column })));
  const fields = columns.reduce((sum, { field, column }) => sum + storedBytes(field, column), 0);
  const references = entity.references.reduce((sum, { optional }) => sum + UUID * (optional ? OPTIONAL_FILL : 1), 0);
  const widths = new Map(columns.map(({ field, column }) => [column.name, storedBytes(field, column)]));
  const keys = [
    ['id'],
    ['tenantId', 'id'],
    ...entity.uniques.map((one) => one.columns),
    ...entity.indexes.map((one) => one.columns),
  ];
  const indexes = keys.reduce((sum, key) => sum + entryBytes(key, widths), 0);
  return Math.ceil(ROW_HEADER + BASE_COLUMNS + fields + references + indexes);
}

/** Indexes that a new row is entered in. */
export function indexCount(entity: EntityDesign): number {
  return 2 + entity.uniques.length + entity.indexes.length;
}

/** Bytes of a row of a base table, from the widths of its columns and of the keys of its indexes. */
export function bytesOfBaseRow(columns: readonly number[], keys: readonly number[]): number {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  return Math.ceil(ROW_HEADER + sum(columns) + sum(keys.map((key) => (ENTRY_HEADER + key) / INDEX_FILL)));
}

function entryBytes(key: readonly string[], widths: ReadonlyMap<string, number>): number {
  const width = key.reduce((sum, name) => sum + (widths.get(name) ?? (name === 'createdAt' ? TIMESTAMP : UUID)), 0);
  return (ENTRY_HEADER + width) / INDEX_FILL;
}

function storedBytes({ field }: FieldDesign, column: ColumnDesign): number {
  const one = column.prismaType === 'BigInt' ? 8 : column.nativeType === 'Char(3)' ? 4 : valueBytes(field.type);
  const value = field.many ? ARRAY_HEADER + ITEMS_PER_LIST * one : one;
  return field.optional ? value * OPTIONAL_FILL : value;
}

/** Bytes of a value, its length header included. */
function valueBytes(type: FieldType): number {
  switch (type.kind) {
    case 'string':
      return 1 + Math.ceil(type.length * TEXT_FILL);
    case 'decimal':
      return 3 + 2 * Math.ceil(type.precision / 4);
    case 'enum':
      return 1 + Math.ceil(type.values.reduce((sum, value) => sum + value.length, 0) / type.values.length);
    default:
      return VALUE_BYTES[type.kind];
  }
}

const VALUE_BYTES: Readonly<Record<Exclude<FieldType['kind'], 'string' | 'decimal' | 'enum'>, number>> = {
  text: 200,
  richtext: 2000,
  int: 4,
  bigint: 8,
  sequence: 8,
  money: 12,
  boolean: 1,
  date: 4,
  datetime: TIMESTAMP,
  time: 9,
  duration: 8,
  uuid: UUID,
  email: 25,
  url: 60,
  phone: 14,
  slug: 25,
  json: 500,
  file: 200,
};
