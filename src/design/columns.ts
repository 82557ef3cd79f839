import type { Field, FieldType, FieldValue, Lifecycle } from '../blueprint/model.js';
import { snakeCase } from '../text/case.js';
import { prismaString, sqlIdentifier, sqlString } from '../text/escape.js';
import { identifier } from './names.js';
import type { ColumnDesign, FieldDesign } from './model.js';
import { isPortablePattern } from './patterns.js';

/** Longest values that the standards allow: RFC 5321 addresses, URLs that common servers accept, E.164 numbers. */
const EMAIL_LENGTH = 254;
const URL_LENGTH = 2048;
const PHONE_LENGTH = 16;
const SLUG_LENGTH = 120;
const ENUM_LENGTH = 40;
const DURATION_LENGTH = 40;
const TIME_LENGTH = 8;

/** One field of an entity with its columns, and who may set and see it. */
export function fieldDesign(field: Field, lifecycle: Lifecycle | undefined): FieldDesign {
  const setByTheSystem = field.type.kind === 'sequence' || lifecycle?.field === field.name;
  return {
    kind: 'field',
    field,
    name: field.name,
    columns: columnsOf(field),
    settable: { create: !setByTheSystem, update: !setByTheSystem && !field.immutable },
    visible: !field.private,
  };
}

function columnsOf(field: Field): ColumnDesign[] {
  if (field.type.kind === 'money') return moneyColumns(field);
  const column = identifier(snakeCase(field.name));
  const check = checkOf(field, sqlIdentifier(column));
  const initial = defaultOf(field);
  return [
    {
      name: field.name,
      column,
      ...storageOf(field.type),
      nullable: field.optional && !field.many,
      many: field.many,
      ...(check !== undefined && { check }),
      ...(initial !== undefined && { default: initial }),
    },
  ];
}

/** Minor units and an ISO 4217 code; both are empty or none. */
function moneyColumns(field: Field): ColumnDesign[] {
  const amount = identifier(snakeCase(field.name), 'amount');
  const currency = identifier(snakeCase(field.name), 'currency');
  const [quotedAmount, quotedCurrency] = [sqlIdentifier(amount), sqlIdentifier(currency)];
  const range = rangeCheck(quotedAmount, field.min, field.max);
  const paired = field.optional ? [`(${quotedAmount} IS NULL) = (${quotedCurrency} IS NULL)`] : [];
  const initial = isMoney(field.default) ? field.default : undefined;
  return [
    {
      name: `${field.name}Amount`,
      column: amount,
      prismaType: 'BigInt',
      nativeType: 'BigInt',
      nullable: field.optional,
      many: false,
      ...(range.length > 0 && { check: range.join(' AND ') }),
      ...(initial && { default: String(initial.amount) }),
    },
    {
      name: `${field.name}Currency`,
      column: currency,
      prismaType: 'String',
      nativeType: 'Char(3)',
      nullable: field.optional,
      many: false,
      check: [...paired, `${quotedCurrency} ~ '^[A-Z]{3}$'`].join(' AND '),
      ...(initial && { default: prismaString(initial.currency) }),
    },
  ];
}

function storageOf(type: FieldType): Pick<ColumnDesign, 'prismaType' | 'nativeType'> {
  switch (type.kind) {
    case 'string':
      return { prismaType: 'String', nativeType: `VarChar(${type.length})` };
    case 'text':
    case 'richtext':
      return { prismaType: 'String', nativeType: 'Text' };
    case 'enum':
      return { prismaType: 'String', nativeType: `VarChar(${ENUM_LENGTH})` };
    case 'email':
      return { prismaType: 'String', nativeType: `VarChar(${EMAIL_LENGTH})` };
    case 'url':
      return { prismaType: 'String', nativeType: `VarChar(${URL_LENGTH})` };
    case 'phone':
      return { prismaType: 'String', nativeType: `VarChar(${PHONE_LENGTH})` };
    case 'slug':
      return { prismaType: 'String', nativeType: `VarChar(${SLUG_LENGTH})` };
    case 'duration':
      return { prismaType: 'String', nativeType: `VarChar(${DURATION_LENGTH})` };
    case 'time':
      return { prismaType: 'String', nativeType: `VarChar(${TIME_LENGTH})` };
    case 'uuid':
      return { prismaType: 'String', nativeType: 'Uuid' };
    case 'int':
      return { prismaType: 'Int', nativeType: 'Integer' };
    case 'bigint':
    case 'sequence':
      return { prismaType: 'BigInt', nativeType: 'BigInt' };
    case 'decimal':
      return { prismaType: 'Decimal', nativeType: `Decimal(${type.precision}, ${type.scale})` };
    case 'boolean':
      return { prismaType: 'Boolean', nativeType: 'Boolean' };
    case 'date':
      return { prismaType: 'DateTime', nativeType: 'Date' };
    case 'datetime':
      return { prismaType: 'DateTime', nativeType: 'Timestamptz(3)' };
    case 'json':
    case 'file':
      return { prismaType: 'Json', nativeType: 'JsonB' };
    case 'money':
      throw new Error('Money has two columns; see moneyColumns.');
  }
}

function checkOf(field: Field, column: string): string | undefined {
  const conditions = field.many ? listConditions(field, column) : scalarConditions(field, column);
  return conditions.length > 0 ? conditions.join(' AND ') : undefined;
}

function scalarConditions({ type, min, max, pattern }: Field, column: string): string[] {
  const matches = pattern !== undefined && isPortablePattern(pattern) ? [`${column} ~ ${sqlString(pattern)}`] : [];
  switch (type.kind) {
    case 'enum':
      return [`${column} IN (${type.values.map(sqlString).join(', ')})`];
    case 'slug':
      return [`${column} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`, ...rangeCheck(`char_length(${column})`, min, max)];
    case 'phone':
      return [`${column} ~ '^[+][1-9][0-9]{1,14}$'`];
    case 'time':
      return [`${column} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$'`];
    case 'string':
    case 'text':
    case 'richtext':
    case 'email':
    case 'url':
      return [...rangeCheck(`char_length(${column})`, min, max), ...matches];
    case 'int':
    case 'bigint':
    case 'decimal':
      return rangeCheck(column, min, max);
    default:
      return [];
  }
}

/** Of a list, minimum and maximum count its elements. */
function listConditions({ type, min, max }: Field, column: string): string[] {
  const members =
    type.kind === 'enum' ? [`${column} <@ ARRAY[${type.values.map(sqlString).join(', ')}]::varchar[]`] : [];
  return [...members, ...rangeCheck(`cardinality(${column})`, min, max)];
}

function rangeCheck(operand: string, min: number | undefined, max: number | undefined): string[] {
  return [
    ...(min === undefined ? [] : [`${operand} >= ${min}`]),
    ...(max === undefined ? [] : [`${operand} <= ${max}`]),
  ];
}

/** Argument of Prisma's `@default`; none where PostgreSQL has no constant of the type. */
function defaultOf(field: Field): string | undefined {
  if (field.many) return '[]';
  const value = field.default;
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  switch (field.type.kind) {
    case 'date':
    case 'datetime':
      return value === 'now' ? 'now()' : undefined;
    case 'int':
    case 'bigint':
    case 'decimal':
    case 'boolean':
      return String(value);
    case 'json':
    case 'file':
    case 'sequence':
    case 'uuid':
      return undefined;
    default:
      return prismaString(String(value));
  }
}

function isMoney(value: FieldValue | undefined): value is { amount: number; currency: string } {
  return typeof value === 'object' && value !== null;
}
