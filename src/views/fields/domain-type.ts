import type { Field } from '../../blueprint/model.js';
import { enumNames } from './enum-names.js';
import { plain, type Printed, wrap } from './printed.js';

/** The type of a field in packages/core: what rules, services and repositories work with. */
export function domainType(owner: string, field: Field): Printed {
  const scalar = scalarType(owner, field);
  if (field.many) return wrap(scalar, (code) => `${code}[]`);
  return field.optional ? wrap(scalar, (code) => `${code} | null`) : scalar;
}

function scalarType(owner: string, field: Field): Printed {
  switch (field.type.kind) {
    case 'string':
    case 'text':
    case 'richtext':
    case 'uuid':
    case 'email':
    case 'url':
    case 'phone':
    case 'slug':
    case 'time':
    case 'duration':
    case 'decimal':
      return plain('string');
    case 'int':
      return plain('number');
    case 'bigint':
    case 'sequence':
      return plain('bigint');
    case 'boolean':
      return plain('boolean');
    case 'date':
    case 'datetime':
      return plain('Date');
    case 'money':
      return { code: 'Money', uses: ['Money'] };
    case 'json':
      return { code: 'JsonValue', uses: ['JsonValue'] };
    case 'file':
      return { code: 'FileReference', uses: ['FileReference'] };
    case 'enum':
      return plain(enumNames(owner, field).type);
  }
}
