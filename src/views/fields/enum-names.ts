import type { Field } from '../../blueprint/model.js';
import { pascalCase, snakeCase } from '../../text/case.js';
import { plural } from '../../text/plural.js';

/** What the values of an enum field are called in code: `OrderStatus` and `ORDER_STATUSES`. */
export interface EnumNames {
  readonly type: string;
  readonly constant: string;
}

/** `owner` is the PascalCase name of what has the field. */
export function enumNames(owner: string, field: Pick<Field, 'name'>): EnumNames {
  return {
    type: `${owner}${pascalCase(field.name)}`,
    constant: `${snakeCase(owner)}_${snakeCase(plural(field.name))}`.toUpperCase(),
  };
}
