import type { Blueprint } from '../../src/blueprint/model.js';
import { permissionCatalogue, roleDesigns } from '../../src/design/permissions.js';
import type { Gold } from './gold.js';
import { plain, type Matches } from './match.js';

/** Each permission that a role has and must not have, by the permissions that the generator derives. */
export function overGrants(gold: Gold, blueprint: Blueprint, { entitiesOf }: Matches): string[] {
  const catalogue = permissionCatalogue(blueprint);
  const byKey = new Map(catalogue.map((permission) => [permission.key, permission]));
  const roles = roleDesigns(blueprint, catalogue);
  return (gold.mustNot?.grants ?? []).flatMap(({ role, entity, action, scope, because }) => {
    const names = entity === undefined ? undefined : new Set(entitiesOf(entity).map((each) => each.name));
    return roles
      .filter(({ name }) => role.map(plain).includes(plain(name)))
      .flatMap(({ name, grants }) =>
        grants
          .filter(({ permission, scope: granted }) => {
            const found = byKey.get(permission)!;
            const isEntity = names === undefined || (found.entity !== undefined && names.has(found.entity));
            return (
              isEntity && action.map(plain).includes(plain(found.action)) && (scope === undefined || granted === 'all')
            );
          })
          .map(
            ({ permission, scope: granted }) =>
              `${name} has ${permission}${granted === 'own' ? ':own' : ''}; ${because}`,
          ),
      );
  });
}
