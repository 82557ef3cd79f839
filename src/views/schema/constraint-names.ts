import type { EntityDesign } from '../../design/model.js';
import { identifier } from '../../design/names.js';
import { snakeCase } from '../../text/case.js';

/** Name of the CHECK constraint that a column's own type asks for. */
export function columnCheckName(table: string, column: string): string {
  return identifier(table, column, 'check');
}

/**
 * Name of a rule's CHECK constraint. A rule that is called like a column with a constraint of its own says that it is the rule.
 */
export function ruleCheckName({ table, fields }: Pick<EntityDesign, 'table' | 'fields'>, ruleId: string): string {
  const name = identifier(table, snakeCase(ruleId), 'check');
  const taken = fields.flatMap(({ columns }) => columns.map(({ column }) => columnCheckName(table, column)));
  return taken.includes(name) ? identifier(table, snakeCase(ruleId), 'rule', 'check') : name;
}

/**
 * A name for the schema's `map:`, unless it is the one that Prisma would choose. Prisma cuts a name that is too long for PostgreSQL, whereas
 * ours stay distinct.
 */
export function mapUnlessDefault(name: string, ...defaultParts: readonly string[]): string | undefined {
  return name === defaultParts.join('_') ? undefined : name;
}
