import type { EntityDesign } from '../model.js';
import { type EntityField, fieldsWhere, type SecurityInput } from './subject.js';

/** Amounts that somebody chooses for rows of their own: money that a role may set which creates its own rows only. */
export function ownAmounts(design: Pick<SecurityInput, 'entities' | 'roles'>): {
  readonly fields: readonly EntityField[];
  readonly roles: readonly string[];
} {
  const fields = fieldsWhere(
    design,
    ({ field, settable }, entity) =>
      field.type.kind === 'money' && settable.create && ownCreators(design, entity).length > 0,
  );
  return { fields, roles: [...new Set(fields.flatMap(({ entity }) => ownCreators(design, entity)))] };
}

function ownCreators({ roles }: Pick<SecurityInput, 'roles'>, { permissions }: EntityDesign): string[] {
  return roles
    .filter(({ grants }) =>
      grants.some(({ permission, scope }) => permission === permissions.create && scope === 'own'),
    )
    .map(({ name }) => name);
}
