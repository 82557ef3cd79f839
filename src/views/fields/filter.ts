import type { Field } from '../../blueprint/model.js';
import { enumNames } from './enum-names.js';
import { call, plain, type Printed } from './printed.js';

/** How a list compares a column with the parameter of the same name. */
export type FilterMatch = 'equal' | 'any';

export interface Filter {
  readonly schema: Printed;
  readonly match: FilterMatch;
}

/** The query parameter by which a list is filtered; undefined for types that lists are not filtered by. */
export function filterOf(owner: string, field: Field): Filter | undefined {
  const schema = parameterSchema(owner, field);
  if (!schema) return undefined;
  return { schema, match: field.type.kind === 'enum' ? 'any' : 'equal' };
}

function parameterSchema(owner: string, field: Field): Printed | undefined {
  switch (field.type.kind) {
    case 'string':
      return call('text', { max: field.type.length });
    case 'email':
      return call('email');
    case 'url':
      return call('url');
    case 'phone':
      return call('phone');
    case 'slug':
      return call('slug');
    case 'time':
      return call('time');
    case 'duration':
      return call('duration');
    case 'uuid':
      return plain('z.uuid()');
    case 'int':
      return call('wholeNumber');
    case 'bigint':
    case 'sequence':
      return call('bigint');
    case 'decimal':
      return call('decimal', { precision: field.type.precision, scale: field.type.scale });
    case 'boolean':
      return call('truth');
    case 'date':
      return call('date');
    case 'datetime':
      return call('datetime');
    case 'enum': {
      const { constant } = enumNames(owner, field);
      return { code: `anyOf(${constant})`, uses: ['anyOf', constant] };
    }
    case 'text':
    case 'richtext':
    case 'money':
    case 'json':
    case 'file':
      return undefined;
  }
}
