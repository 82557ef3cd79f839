/** Everything that can be allowed: permission key → what it allows. A key that is not here does not compile. */
export const PERMISSIONS = {
  'audit:read': 'Read the audit log',
  'organizations:read': 'See the organization',
  'organizations:update': 'Change the organization',
  'permissions:assign': 'Give roles to members and take them away',
  'permissions:manage': 'Create, change and delete roles',
  'permissions:read': 'See the roles and the catalogue of permissions',
  'tasks.task:create': 'Create tasks',
  'tasks.task:delete': 'Delete tasks',
  'tasks.task:finish': 'Finish a task',
  'tasks.task:read': 'Read tasks',
  'tasks.task:reopen': 'Reopen a task',
  'tasks.task:update': 'Change tasks',
  'tasks.taskList:create': 'Create task lists',
  'tasks.taskList:delete': 'Delete task lists',
  'tasks.taskList:read': 'Read task lists',
  'tasks.taskList:update': 'Change task lists',
  'users:deactivate': 'Suspend and restore the access of a member',
  'users:invite': 'Invite people and withdraw invitations',
  'users:read': 'See the members and their roles',
  'users:remove': 'Remove a member from the organization',
} as const satisfies Readonly<Record<string, string>>;

export type Permission = keyof typeof PERMISSIONS;
