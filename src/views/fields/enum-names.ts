import type { Field } from '../../blueprint/model.js';
import { pascalCase, snakeCase } from '../../text/case.js';
import { plural } from '../../text/plural.js';

/** What the values of an enum field are called in code: `OrderStatus` and `ORDER_STATUSES`. */
export interface EnumNames {
  readonly type: string;
  readonly constant: string;
}

/** Other types of an entity in packages/core: `OrderAction` is not the type of a field `action`. */
const OWN_TYPES: ReadonlySet<string> = new Set(['Action', 'Candidate', 'Data']);

/** `owner` is the PascalCase name of what has the field. */
export function enumNames(owner: string, field: Pick<Field, 'name'>): EnumNames {
  const name = pascalCase(field.name);
  return {
    type: `${owner}${name}${OWN_TYPES.has(name) ? 'Value' : ''}`,
    constant: `${snakeCase(owner)}_${snakeCase(plural(field.name))}`.toUpperCase(),
  };
}
