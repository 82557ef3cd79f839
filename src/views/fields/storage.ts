import type { Field } from '../../blueprint/model.js';

/**
 * How the value of the domain becomes the columns of a row, and back: `same` value; `money` has two columns; an empty `json`
 * column is NULL and not the JSON value null; what is `narrowed` is stored as it is and read as a wider type; a `decimal` is
 * read as text.
 */
export type Storage = 'same' | 'money' | 'json' | 'narrowed' | 'decimal' | 'decimalList';

export function storageOf({ type, many, optional }: Field): Storage {
  switch (type.kind) {
    case 'money':
      return 'money';
    case 'json':
    case 'file':
      return optional && !many ? 'json' : 'narrowed';
    case 'enum':
      return 'narrowed';
    case 'decimal':
      return many ? 'decimalList' : 'decimal';
    case 'string':
    case 'text':
    case 'richtext':
    case 'email':
    case 'url':
    case 'phone':
    case 'slug':
    case 'time':
    case 'duration':
    case 'uuid':
    case 'int':
    case 'bigint':
    case 'sequence':
    case 'boolean':
    case 'date':
    case 'datetime':
      return 'same';
  }
}
