import type { Field } from '../../blueprint/model.js';

/**
 * How the value of the domain becomes the columns of a row, and back: `same` value; `money` has two columns; an empty `json`
 * column is NULL and not the JSON value null; the text of an `enum` is narrowed when it is read; a `decimal` is read as text.
 */
export type Storage = 'same' | 'money' | 'json' | 'jsonList' | 'enum' | 'decimal' | 'decimalList';

export function storageOf({ type, many }: Field): Storage {
  switch (type.kind) {
    case 'money':
      return 'money';
    case 'json':
    case 'file':
      return many ? 'jsonList' : 'json';
    case 'enum':
      return 'enum';
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
