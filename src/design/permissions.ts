import { BASE_PERMISSIONS } from '../blueprint/base-permissions.js';
import type { Blueprint, Entity, Grant, Role } from '../blueprint/model.js';
import { camelCase, kebabCase, sentenceCase, spacedCase } from '../text/case.js';
import type { PermissionDesign, RoleDesign } from './model.js';
import { entityNames } from './names.js';
import { byCodePoint } from '../text/order.js';

/** The role that whoever creates an organization gets. It holds every permission and cannot be changed. */
export const OWNER_ROLE = 'owner';

/** Permission key by action: `read`, `create`, `update`, `delete` and each action of the lifecycle. */
export function entityPermissions(entity: Entity): Record<string, string> {
  return Object.fromEntries(entityActions(entity).map(({ action }) => [action, permissionKey(entity, action)]));
}

function permissionKey(entity: Entity, action: string): string {
  return `${entity.context}.${camelCase(entity.name)}:${kebabCase(action)}`;
}

function entityActions(entity: Entity): { action: string; summary: string }[] {
  const { textOne, textMany, article } = entityNames(entity.name);
  const read = { action: 'read', summary: `Read ${textMany}` };
  if (entity.tenancy === 'global') return [read];
  return [
    read,
    { action: 'create', summary: `Create ${textMany}` },
    { action: 'update', summary: `Change ${textMany}` },
    { action: 'delete', summary: `Delete ${textMany}` },
    ...(entity.lifecycle?.actions ?? []).map(({ name }) => ({
      action: name,
      summary: `${sentenceCase(name)} ${article} ${textOne}`,
    })),
  ];
}

/** The whole catalogue: what the base contexts ask for, then every action of every entity; by key. */
export function permissionCatalogue(blueprint: Blueprint): PermissionDesign[] {
  const derived = blueprint.contexts.flatMap((context) =>
    context.entities.flatMap((entity) =>
      entityActions(entity).map(({ action, summary }) => ({
        key: permissionKey(entity, action),
        context: context.name,
        entity: entity.name,
        action,
        summary,
      })),
    ),
  );
  const base = Object.entries(BASE_PERMISSIONS).flatMap(([context, actions]) =>
    Object.entries(actions).map(([action, summary]) => ({ key: `${context}:${action}`, context, action, summary })),
  );
  return [...base, ...derived].sort((a, b) => byCodePoint(a.key, b.key));
}

/** `owner` first, then the roles of the blueprint, by name. */
export function roleDesigns(blueprint: Blueprint, catalogue: readonly PermissionDesign[]): RoleDesign[] {
  const owner: RoleDesign = {
    name: OWNER_ROLE,
    summary: 'Everything, including members, roles and the organization itself',
    grants: catalogue.map(({ key }) => ({ permission: key, scope: 'all' })),
  };
  return [owner, ...blueprint.roles.map((role) => roleDesign(role, catalogue))];
}

function roleDesign(role: Role, catalogue: readonly PermissionDesign[]): RoleDesign {
  const grants = catalogue.flatMap((permission) => {
    const matching = role.grants.filter((grant) => covers(grant, permission));
    if (matching.length === 0) return [];
    const scope = matching.some((grant) => grant.scope === 'all') ? ('all' as const) : ('own' as const);
    return [{ permission: permission.key, scope }];
  });
  return { name: role.name, at: role.at, summary: role.summary || sentenceCase(spacedCase(role.name)), grants };
}

/** Deny by default: only what a grant names, with `*` for every context or every action. */
function covers(grant: Grant, permission: PermissionDesign): boolean {
  return (
    (grant.context === '*' || grant.context === permission.context) &&
    (grant.entity === undefined || grant.entity === permission.entity) &&
    (grant.action === '*' || grant.action === permission.action)
  );
}
