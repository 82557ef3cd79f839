/**
 * Contexts that every generated repository has without declaring them, the actions they ask for, and what each action means.
 * Grants may name them. Everything about people is in `users`, everything about roles in `permissions`; signing in, one's own
 * profile and one's own sessions need no permission.
 */
export const BASE_PERMISSIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  audit: { read: 'Read the audit log' },
  organizations: { read: 'See the organization', update: 'Change the organization' },
  permissions: {
    assign: 'Give roles to members and take them away',
    manage: 'Create, change and delete roles',
    read: 'See the roles and the catalogue of permissions',
  },
  users: {
    deactivate: 'Suspend and restore the access of a member',
    invite: 'Invite people and withdraw invitations',
    read: 'See the members and their roles',
    remove: 'Remove a member from the organization',
  },
};
