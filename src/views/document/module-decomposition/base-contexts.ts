import { isGenerated } from '../../../blueprint/parts.js';
import type { Design } from '../../../design/model.js';
import { code, counted, label, list, number } from '../words.js';

interface BaseContextRow {
  readonly context: string;
  readonly verdict: string;
  readonly because: string;
  readonly tables: string;
  readonly path: string;
}

const MODULES = 'apps/api/src/modules';

/** The seven contexts that a system of organizations and people is expected to have. */
export function baseContextRows(design: Design): BaseContextRow[] {
  const { permissions, roles, scale, blueprint, endpoints } = design;
  const count = (context: string): string =>
    counted(endpoints.filter((one) => one.context === context && one.entity === undefined).length, 'endpoint');
  const tenants = scale.workload.launch.tenants;
  const generated = (context: string, because: string, ...tables: string[]): BaseContextRow => ({
    context,
    verdict: label('authentication'),
    because,
    tables: tables.length === 0 ? 'none of its own' : tables.map(code).join(', '),
    path: code(`${MODULES}/${context}`),
  });
  return [
    generated(
      'identity',
      `${count('identity')}: sign-in for ${counted(roles.length, 'role')}, sessions, passwords`,
      'users',
      'refresh_tokens',
    ),
    generated(
      'organizations',
      blueprint.tenancy === 'single'
        ? `${count('organizations')}: the one organization, its members and invitations`
        : `${count('organizations')}: ${counted(tenants.value, 'organization')} at launch (${tenants.basis}), members, invitations`,
      'organizations',
      'memberships',
      'invitations',
    ),
    generated('users', `${count('users')}: who is a member, profile, suspension`),
    generated(
      'permissions',
      `${count('permissions')}: ${number(permissions.length)} permissions, ${counted(roles.length, 'built-in role')}, roles of their own`,
      'permissions',
      'roles',
      'role_permissions',
      'membership_roles',
    ),
    notifications(design),
    storage(design),
    generated(
      'audit',
      `${count('audit')}: every write of ${counted(design.entities.length, 'entity', 'entities')}`,
      'audit_log',
    ),
  ];
}

function notifications({ blueprint, product }: Design): BaseContextRow {
  const templates = [
    ...new Set(blueprint.reactions.flatMap(({ effect }) => ('notify' in effect ? [effect.template] : []))),
  ];
  return templates.length === 0
    ? {
        context: 'notifications',
        verdict: 'declined',
        because: `no reaction of ${product.name} notifies anybody; the token of an invitation is in the answer`,
        tables: 'none',
        path: 'none',
      }
    : {
        context: 'notifications',
        verdict: label('notifications'),
        because: `${counted(templates.length, 'message')}: ${list(templates.map(code))}`,
        tables: `${code('notifications')}${isGenerated('notifications') ? '' : ', later'}`,
        path: code('apps/worker/src/notifications'),
      };
}

function storage({ entities, product }: Design): BaseContextRow {
  const all = entities.flatMap(({ fields }) => fields).length;
  const files = entities.flatMap(({ entity, fields }) =>
    fields.filter(({ field }) => field.type.kind === 'file').map(({ name }) => code(`${entity.name}.${name}`)),
  );
  return files.length === 0
    ? {
        context: 'storage',
        verdict: 'declined',
        because: `none of the ${number(all)} fields of ${product.name} is a file`,
        tables: 'none',
        path: 'none',
      }
    : {
        context: 'storage',
        verdict: label('file-storage'),
        because: `${list(files)} point at stored objects`,
        tables: 'none: objects by key',
        path: code('packages/storage'),
      };
}
