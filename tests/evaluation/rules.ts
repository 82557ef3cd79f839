import type { Entity, Field } from '../../src/blueprint/model.js';
import type { GoldRule } from './gold.js';
import { plain } from './match.js';

/** Whether an entity keeps what a gold rule guards. */
export function hasRule(entity: Entity, { mentions, action, unique }: GoldRule): boolean {
  const actions = entity.lifecycle?.actions ?? [];
  if (action) return actions.some(({ name }) => action.map(plain).includes(plain(name)));
  if (unique)
    return entity.fields.some(
      (field) => (field.unique || field.type.kind === 'sequence') && begins(field.name, unique),
    );
  const groups = mentions ?? [];
  const guards = actions.flatMap(({ when, sets }) => [
    ...(when ? [when.fields] : []),
    // An action that sets the field has to be given its value.
    ...(sets.length > 0 ? [sets.map(({ field }) => field)] : []),
  ]);
  const readBy = [...entity.rules.map(({ expression }) => expression.fields), ...guards];
  const isRead = readBy.some((fields) => groups.every((group) => fields.some((field) => contains(field, group))));
  return (
    isRead ||
    (groups.length === 1 && entity.fields.some((field) => isBounded(field) && contains(field.name, groups[0]!)))
  );
}

function isBounded({ min, max }: Field): boolean {
  return min !== undefined || max !== undefined;
}

function begins(name: string, wanted: readonly string[]): boolean {
  return wanted.some((each) => plain(name).startsWith(plain(each)));
}

function contains(name: string, wanted: readonly string[]): boolean {
  return wanted.some((each) => plain(name).includes(plain(each)));
}
