import type { Field, FieldValue } from './model.js';
import { decimalsOf } from './checks/field-words.js';

/** Why a value does not fit a field, as the end of a sentence; nothing if it does. */
export function valueProblem(field: Field, value: FieldValue, nowAllowed: boolean): string | undefined {
  if (value === null) return field.optional ? undefined : 'it is required, so it cannot be null';
  const { type } = field;
  switch (type.kind) {
    case 'int':
    case 'bigint':
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'it wants a whole number';
      if (type.kind === 'int' && Math.abs(value) > 2_147_483_647) return 'an int reaches 2147483647';
      return rangeProblem(field, value);
    case 'decimal':
      if (typeof value !== 'number') return 'it wants a number';
      if (Math.abs(value) >= 10 ** (type.precision - type.scale))
        return `decimal(${type.precision}, ${type.scale}) does not reach it`;
      if (decimalsOf(value) > type.scale) return `it has ${type.scale} decimals`;
      return rangeProblem(field, value);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'it wants true or false';
    case 'money':
      if (typeof value !== 'object') return 'it wants an amount in minor units and a currency, e.g. `0 EUR`';
      if (!/^[A-Z]{3}$/.test(value.currency)) return 'the currency is an ISO 4217 code, e.g. `0 EUR`';
      return Number.isSafeInteger(value.amount)
        ? rangeProblem(field, value.amount)
        : 'the amount is in minor units, a whole number';
    case 'enum':
      if (typeof value !== 'string') return `it wants one of ${type.values.join(', ')}`;
      return type.values.includes(value) ? undefined : `"${value}" is not one of its values`;
    case 'json':
    case 'file':
    case 'sequence':
      return `a field of type ${type.kind} has none`;
    default:
      return typeof value === 'string' ? textProblem(field, value, nowAllowed) : 'it wants a text';
  }
}

function rangeProblem({ min, max }: Field, value: number): string | undefined {
  if (min !== undefined && value < min) return `it is less than ${min}`;
  return max !== undefined && value > max ? `it is more than ${max}` : undefined;
}

const FORMS: Readonly<Record<string, readonly [RegExp, string]>> = {
  date: [/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date such as 2026-01-31'],
  datetime: [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/, 'a moment such as 2026-01-31T09:30:00Z'],
  time: [/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, 'a time such as 09:30:00'],
  duration: [/^P(?=\d|T)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/, 'an ISO 8601 duration such as PT36H'],
  uuid: [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'a uuid in lower case'],
  email: [/^[^\s@"<>()]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'an e-mail address'],
  url: [/^https?:\/\/[^\s"<>]+$/, 'an address that begins with https://'],
  phone: [/^\+[1-9]\d{1,14}$/, 'an E.164 number such as +4930123456'],
  slug: [/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by `-`'],
};

function textProblem(field: Field, value: string, nowAllowed: boolean): string | undefined {
  const { type } = field;
  if (nowAllowed && value === 'now' && (type.kind === 'date' || type.kind === 'datetime')) return undefined;
  const form = FORMS[type.kind];
  if (form && !form[0].test(value)) return `it wants ${form[1]}`;
  if ((type.kind === 'date' || type.kind === 'datetime') && !isCalendarDay(value)) return 'there is no such day';
  const length = [...value].length;
  if (type.kind === 'string' && length > type.length) return `it has ${type.length} characters at most`;
  if (!form || type.kind === 'slug') {
    if (field.min !== undefined && length < field.min) return `it has ${field.min} characters at least`;
    if (field.max !== undefined && length > field.max) return `it has ${field.max} characters at most`;
  }
  if (field.pattern !== undefined && !new RegExp(field.pattern, 'u').test(value))
    return 'it does not match the pattern';
  return undefined;
}

/** 2026-02-30 is rolled over by `Date`, so it comes back as another day. */
function isCalendarDay(value: string): boolean {
  const date = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value.slice(0, 10));
}
