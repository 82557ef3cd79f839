import type { PermissionDesign } from './model.js';

/**
 * What the base contexts of every generated repository ask for. Everything about people is in `users`, everything about
 * roles in `permissions`; signing in, one's own profile and one's own sessions need no permission.
 */
export const basePermissions: readonly PermissionDesign[] = [
  permission('audit', 'read', 'Read the audit log'),
  permission('organizations', 'read', 'See the organization'),
  permission('organizations', 'update', 'Change the organization'),
  permission('permissions', 'assign', 'Give roles to members and take them away'),
  permission('permissions', 'manage', 'Create, change and delete roles'),
  permission('permissions', 'read', 'See the roles and the catalogue of permissions'),
  permission('users', 'deactivate', 'Suspend and restore the access of a member'),
  permission('users', 'invite', 'Invite people and withdraw invitations'),
  permission('users', 'read', 'See the members and their roles'),
  permission('users', 'remove', 'Remove a member from the organization'),
];

/** Contexts that every blueprint has without declaring them; grants may name them. */
export const baseContexts: readonly string[] = ['audit', 'organizations', 'permissions', 'users'];

function permission(context: string, action: string, summary: string): PermissionDesign {
  return { key: `${context}:${action}`, context, action, summary };
}
