import type { Scope } from './actor.js';
import type { Permission } from './permissions.js';

export interface BuiltInRole {
  readonly name: string;
  readonly summary: string;
  readonly grants: readonly { readonly permission: Permission; readonly scope: Scope }[];
}

/** Roles that every organization starts with. Whoever creates an organization becomes its owner. */
export const ROLES: readonly BuiltInRole[] = [
  {
    name: 'owner',
    summary: 'Everything, including members, roles and the organization itself',
    grants: [
      { permission: 'audit:read', scope: 'all' },
      { permission: 'organizations:read', scope: 'all' },
      { permission: 'organizations:update', scope: 'all' },
      { permission: 'permissions:assign', scope: 'all' },
      { permission: 'permissions:manage', scope: 'all' },
      { permission: 'permissions:read', scope: 'all' },
      { permission: 'tasks.task:create', scope: 'all' },
      { permission: 'tasks.task:delete', scope: 'all' },
      { permission: 'tasks.task:finish', scope: 'all' },
      { permission: 'tasks.task:read', scope: 'all' },
      { permission: 'tasks.task:reopen', scope: 'all' },
      { permission: 'tasks.task:update', scope: 'all' },
      { permission: 'tasks.taskList:create', scope: 'all' },
      { permission: 'tasks.taskList:delete', scope: 'all' },
      { permission: 'tasks.taskList:read', scope: 'all' },
      { permission: 'tasks.taskList:update', scope: 'all' },
      { permission: 'users:deactivate', scope: 'all' },
      { permission: 'users:invite', scope: 'all' },
      { permission: 'users:read', scope: 'all' },
      { permission: 'users:remove', scope: 'all' },
    ],
  },
  {
    name: 'member',
    summary: 'Works on the lists of the team',
    grants: [
      { permission: 'tasks.task:create', scope: 'all' },
      { permission: 'tasks.task:delete', scope: 'all' },
      { permission: 'tasks.task:finish', scope: 'all' },
      { permission: 'tasks.task:read', scope: 'all' },
      { permission: 'tasks.task:reopen', scope: 'all' },
      { permission: 'tasks.task:update', scope: 'all' },
      { permission: 'tasks.taskList:create', scope: 'all' },
      { permission: 'tasks.taskList:delete', scope: 'all' },
      { permission: 'tasks.taskList:read', scope: 'all' },
      { permission: 'tasks.taskList:update', scope: 'all' },
    ],
  },
];
