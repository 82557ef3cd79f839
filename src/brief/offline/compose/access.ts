import { BASE_PERMISSIONS } from '../../../blueprint/base-permissions.js';
import type { RoleSource } from '../../../blueprint/schema/role.js';
import { without } from '../../../text/without.js';
import type { Selection } from '../select/select.js';
import {
  actionsOf,
  mapActions,
  mapEntities,
  placedEntities,
  rolesOf,
  type Named,
  type Placed,
  type System,
} from './system.js';

type Contexts = System['contexts'];

/**
 * The roles that the brief names, that its blocks cannot do without, or that an action asks for, each with what its blocks grant it
 * and nothing more. Somebody runs the system: without such a role there is one more.
 */
export function rolesFor(contexts: Contexts, selection: Selection, leader: 'admin' | 'manager'): Named<RoleSource> {
  const mentioned = new Set(selection.hits.flatMap(({ target }) => (target.kind === 'role' ? [target.name] : [])));
  const acting = new Set(
    placedEntities({ contexts }).flatMap(({ entity }) => Object.values(actionsOf(entity)).flatMap(rolesOf)),
  );
  const core = new Set(
    selection.blocks.flatMap(({ asked, block }) =>
      Object.entries(block.roles ?? {}).flatMap(([name, role]) => (role.core && asked ? [name] : [])),
    ),
  );
  const roles: Record<string, RoleSource> = {};
  for (const { block } of selection.blocks) {
    for (const [name, offered] of Object.entries(block.roles ?? {})) {
      const role = without(offered, 'core', 'terms');
      const isWanted = mentioned.has(name) || core.has(name) || acting.has(name);
      if (!isWanted || selection.ruledOut.has(name)) continue;
      const grants = (role.grants ?? []).filter((grant) => isGrantable(grant, contexts));
      const other = roles[name];
      roles[name] = {
        ...role,
        ...other,
        grants: [...new Set([...(other?.grants ?? []), ...grants])],
        source: mentioned.has(name) ? 'brief' : 'assumption',
      };
    }
  }
  for (const [name, role] of Object.entries(roles)) {
    if (role.grants?.length === 0 && !acting.has(name)) delete roles[name];
  }
  return withLeader(roles, contexts, leader);
}

/** Somebody leads, and no context is out of everybody's reach; roles of blocks are given nothing for that. */
function withLeader(roles: Named<RoleSource>, contexts: Contexts, leader: 'admin' | 'manager'): Named<RoleSource> {
  if (!Object.entries(roles).some(leads)) return { [leader]: leaderOf(Object.keys(contexts)), ...roles };
  const grants = Object.values(roles).flatMap((role) => role.grants ?? []);
  const isReached = (name: string): boolean =>
    grants.some((grant) => grant === '*' || grant.startsWith(`${name}:`) || grant.startsWith(`${name}.`));
  const unreached = Object.keys(contexts).filter((name) => !isReached(name));
  if (unreached.length === 0) return roles;
  const own = leaderOf(unreached);
  const before = roles[leader];
  const merged = before && { ...before, grants: [...(before.grants ?? []), ...unreached.map((name) => `${name}:*`)] };
  return { ...roles, [leader]: merged ?? own };
}

const leads = ([name, { grants = [] }]: readonly [string, RoleSource]): boolean =>
  grants.includes('*') || /^(?:admin|administrator|manager|[a-z-]+-manager)$/.test(name);

function leaderOf(contexts: readonly string[]): RoleSource {
  const grants = [...contexts.map((name) => `${name}:*`), 'users:read'];
  return { summary: 'Runs the organization', grants, source: 'assumption' };
}

/** An action that only certain roles may take is never left to all: where none of them is there, it is up to whoever leads. */
export function withKnownRoles(contexts: Contexts, roles: Named<RoleSource>): Contexts {
  const leading = Object.entries(roles).flatMap((entry) => (leads(entry) ? [entry[0]] : []));
  return mapEntities(contexts, ({ entity }) =>
    mapActions(entity, (action) => {
      const wanted = rolesOf(action);
      if (typeof action === 'string' || wanted.length === 0) return action;
      const known = wanted.filter((role) => role === 'owner' || role in roles);
      return { ...action, roles: known.length > 0 ? known : leading };
    }),
  );
}

const GRANT = /^(?<context>[^.:]+)(?:\.(?<entity>[^.:]+))?:(?<action>[^.:]+)(?::own)?$/;

/** Whether a grant speaks of what is there. */
function isGrantable(grant: string, contexts: Contexts): boolean {
  if (grant === '*') return true;
  const { context = '', entity, action = '' } = GRANT.exec(grant)?.groups ?? {};
  const base = BASE_PERMISSIONS[context];
  if (base) return action === '*' || action in base;
  const entities = placedEntities({ contexts }).filter(
    (placed) => placed.context === context && (entity === undefined || placed.name === entity),
  );
  return entities.some((placed) => action === '*' || permissionsOf(placed).includes(action));
}

function permissionsOf({ entity }: Placed): string[] {
  const changes = entity.tenancy === 'global' ? [] : ['create', 'update', 'delete'];
  return ['read', ...changes, ...Object.keys(actionsOf(entity))];
}
