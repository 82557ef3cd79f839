import type { Design, RoleDesign } from '../../../design/model.js';
import { markdownTableCell } from '../../../text/escape.js';
import { code, list } from '../words.js';

/** One table of the matrix: the permissions of a context, one column for each role. */
export interface MatrixWords {
  readonly title: string;
  readonly position: string;
  /** `` `owner` | `manager` `` */
  readonly roles: string;
  readonly rule: string;
  readonly rows: { readonly permission: string; readonly allows: string; readonly scopes: string }[];
}

/** A table for each context, those of the domain first; the permission stands in the first column. */
export function matrixWords({ permissions, roles, contexts }: Design): MatrixWords[] {
  const names = [...contexts.map(({ context }) => context.name)];
  const base = [...new Set(permissions.map(({ context }) => context))].filter((name) => !names.includes(name));
  const cells = (key: string): string => roles.map((role) => scopeOf(role, key)).join(' | ');
  return [...names, ...base]
    .flatMap((name) => {
      const own = permissions.filter(({ context }) => context === name);
      if (own.length === 0) return [];
      return [
        {
          title: code(name),
          position: '',
          roles: roles.map((role) => code(role.name)).join(' | '),
          rule: roles.map(() => '---').join(' | '),
          rows: own.map(({ key, summary }) => ({
            permission: code(key),
            allows: markdownTableCell(summary),
            scopes: cells(key),
          })),
        },
      ];
    })
    .map((one, index) => ({ ...one, position: `6.3.${index + 1}` }));
}

function scopeOf({ grants }: RoleDesign, key: string): string {
  return grants.find(({ permission }) => permission === key)?.scope ?? '–';
}

/** Roles in one line each: what for, and how much. */
export function roleRows({ roles, permissions }: Design): { role: string; is: string; all: string; own: string }[] {
  return roles.map(({ name, summary, grants }) => ({
    role: code(name),
    is: markdownTableCell(summary),
    all: `${grants.filter(({ scope }) => scope === 'all').length} of ${permissions.length}`,
    own: ownContexts(grants),
  }));
}

/** Contexts in which a role reaches its own rows only. */
function ownContexts(grants: RoleDesign['grants']): string {
  const own = grants.filter(({ scope }) => scope === 'own').map(({ permission }) => permission.split(/[.:]/)[0] ?? '');
  return own.length === 0 ? '–' : [...new Set(own)].map(code).join(', ');
}

/** Actions that ask for one of the built-in roles on top of the permission. */
export function reservedRows({ endpoints }: Design): { endpoint: string; permission: string; roles: string }[] {
  return endpoints
    .filter(({ roles }) => roles.length > 0)
    .map(({ method, path, permission = '', roles }) => ({
      endpoint: code(`${method} ${path}`),
      permission: code(permission),
      roles: list(['owner', ...roles].map(code)),
    }));
}
