import { camelCase, kebabCase, pascalCase, snakeCase } from '../../../text/case.js';
import { plural, singular } from '../../../text/plural.js';
import { OUR_MODELS, OUR_ROUTES, OUR_TABLES, reservedEntityName } from '../../../text/reserved.js';
import { lineOf } from '../library/library.js';
import { placedEntities, relationsOf, type System } from './system.js';

const LONGEST = 40;

/** Tables of all entities and links of a system: names of entities must not lead to one of them twice. */
export function takenTables(system: Pick<System, 'contexts'>): Set<string> {
  return new Set(
    placedEntities(system).flatMap(({ name, entity }) => [
      tableOf(name),
      ...relationsOf(entity).flatMap(([relation, source]) =>
        lineOf(source).many ? [tableOf(name + pascalCase(singular(relation)))] : [],
      ),
    ]),
  );
}

export const tableOf = (name: string): string => snakeCase(plural(pascalCase(name)));

/** Whether an entity can be called so beside the tables that are taken. */
export function isFreeName(name: string, taken: ReadonlySet<string>): boolean {
  const many = plural(name);
  const table = tableOf(name);
  return (
    /^[A-Z][A-Za-z0-9]*$/.test(name) &&
    name.length <= LONGEST &&
    pascalCase(name) === name &&
    many !== name &&
    reservedEntityName(name, [camelCase(name), camelCase(many)]) === undefined &&
    !OUR_MODELS.has(name) &&
    !OUR_TABLES.has(table) &&
    !OUR_ROUTES.has(kebabCase(many)) &&
    !taken.has(table)
  );
}
