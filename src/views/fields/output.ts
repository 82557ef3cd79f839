import type { Field } from '../../blueprint/model.js';
import { enumNames } from './enum-names.js';
import { call, plain, type Printed, wrap } from './printed.js';

/** Schema of a field as the API returns it. */
export function outputSchema(owner: string, field: Field): Printed {
  const scalar = scalarSchema(owner, field);
  if (field.many) return wrap(scalar, (code) => `z.array(${code})`);
  return field.optional ? wrap(scalar, (code) => `${code}.nullable()`) : scalar;
}

function scalarSchema(owner: string, field: Field): Printed {
  switch (field.type.kind) {
    case 'string':
    case 'text':
    case 'richtext':
    case 'email':
    case 'url':
    case 'phone':
    case 'slug':
    case 'time':
    case 'duration':
    case 'decimal':
    case 'bigint':
    case 'sequence':
      return plain('z.string()');
    case 'int':
      return plain('z.int()');
    case 'boolean':
      return plain('z.boolean()');
    case 'date':
      return plain('z.iso.date()');
    case 'datetime':
      return plain('z.iso.datetime()');
    case 'uuid':
      return plain('z.uuid()');
    case 'json':
      return plain('z.json()');
    case 'money':
      return call('money');
    case 'file':
      return call('fileReference');
    case 'enum':
      return { code: `z.enum(${enumNames(owner, field).constant})`, uses: [enumNames(owner, field).constant] };
  }
}

/** The expression that turns a field of the domain into what the API returns, for a record in `receiver`. */
export function outputValue(receiver: string, field: Field): Printed {
  const value = `${receiver}.${field.name}`;
  const method = methodOf(field);
  if (field.type.kind === 'date') return dayOf(value, field);
  if (method === undefined) return plain(value);
  if (field.many) return plain(`${value}.map((value) => value.${method}())`);
  return plain(field.optional ? `${value}?.${method}() ?? null` : `${value}.${method}()`);
}

function dayOf(value: string, field: Field): Printed {
  const uses = ['toDay'];
  if (field.many) return { code: `${value}.map(toDay)`, uses };
  return { code: field.optional ? `${value} && toDay(${value})` : `toDay(${value})`, uses };
}

/** Undefined where JSON can hold the value of the domain as it is. */
function methodOf({ type }: Field): string | undefined {
  switch (type.kind) {
    case 'bigint':
    case 'sequence':
      return 'toString';
    case 'date':
    case 'datetime':
      return 'toISOString';
    case 'string':
    case 'text':
    case 'richtext':
    case 'email':
    case 'url':
    case 'phone':
    case 'slug':
    case 'time':
    case 'duration':
    case 'decimal':
    case 'int':
    case 'boolean':
    case 'uuid':
    case 'json':
    case 'money':
    case 'file':
    case 'enum':
      return undefined;
  }
}
