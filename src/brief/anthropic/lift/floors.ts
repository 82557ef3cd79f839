import { BASE_PERMISSIONS } from '../../../blueprint/base-permissions.js';

/**
 * What no answer of a model can grant, whatever a brief talked it into: acting without signing in, everything to a role that does not
 * administer, and the powers over people and roles by which somebody would grant themselves the rest.
 */
const NOBODY = /^(?:anonymous|unauthenticated|everyone|everybody|anyone|anybody|public|world|all|any)(?:-|$)/;

export const isNobody = (role: string): boolean => NOBODY.test(role);

/** The word of an administrator is in the name of the role, so that a reader of the blueprint sees who may do everything. */
export const isAdministrator = (role: string): boolean => /(?:^|-)(?:admin|administrator)(?:-|$)/.test(role);

/** Permissions of the platform that roles may have without being administrators. */
const HARMLESS = ['users:read', 'users:invite', 'audit:read', 'organizations:read', 'permissions:read'];

/** Why a role may not have a grant; undefined where it may. */
export function refusedGrant(role: string, grant: string): string | undefined {
  const text = grant.trim();
  if (isNobody(role)) return `"${role}" is nobody who signs in; leave the role out.`;
  const [scope = ''] = text.split(':');
  if (scope === '*' || text === '*') return `"${text}" for ${role}: only an administrator may do everything.`;
  const context = scope.split('.')[0]!;
  if (Object.hasOwn(BASE_PERMISSIONS, context) && !HARMLESS.includes(text)) {
    return `"${text}" for ${role}: of the platform only ${HARMLESS.join(', ')} can be granted.`;
  }
  return undefined;
}
