import { ownAmounts } from '../own-amounts.js';
import {
  centralEntity,
  centralSubject,
  code,
  fieldName,
  listed,
  publicEndpoints,
  rolesThatMay,
  setting,
  type SecurityInput,
  subjectOf,
} from '../subject.js';
import type { ThreatDraft } from './draft.js';

/** What somebody with a well-formed request tries at the API itself. */
export function apiThreats(design: SecurityInput): ThreatDraft[] {
  const central = centralSubject(design);
  const open = publicEndpoints(design).length;
  const { endpoints } = design;
  return [
    {
      category: 'Spoofing',
      threat: `A forged X-Forwarded-For gives each try at ${code(central.route)} another address`,
      control: `Only the hops counted in ${code('TRUSTED_PROXY_HOPS')} (${setting(design, 'TRUSTED_PROXY_HOPS')} unless set) are believed about who asks for ${central.many}`,
      residual: `Left as it is behind a proxy, all who ask for ${central.many} count as one address; set too high, claims are believed`,
      part: 'rate-limits',
      where: 'apps/api/src/app.ts',
    },
    {
      category: 'Elevation of privilege',
      threat: `A new handler beside ${code(central.route)} forgets to ask for a permission`,
      control: `A handler that does not say who may call it is called by nobody; ${open} of ${endpoints.length} endpoints are public, each by name in an allow-list`,
      residual: `A handler of ${central.many} can still name the wrong permission`,
      part: 'authorization',
      where: 'apps/api/src/middleware/auth.ts',
    },
    {
      category: 'Tampering',
      threat: `A client sends more members of ${central.aOne} than it may choose, such as its organization or its creator`,
      control: `Strict schemas name what ${code(central.creates)} takes; anything else is refused`,
      residual: `None known for ${code(central.route)}`,
      part: 'validation',
      where: central.dto,
    },
    ...chosenAmounts(design),
    ...skippedStates(design),
    {
      category: 'Tampering',
      threat: `Two members change the same ${central.one}, and the later one overwrites the earlier unseen`,
      control: `Every change of ${central.aOne} names the version it was made from and is refused when that is not the present one`,
      residual: `A delete of ${central.aOne} without ${code('version')} takes the present one`,
      part: 'optimistic-locking',
      where: central.repository,
    },
    {
      category: 'Repudiation',
      threat: `A member denies having created, changed or deleted ${central.aOne}`,
      control: `Each change of ${code(central.table)} writes actor, session and correlation id to ${code('audit_log')} in the same transaction`,
      residual: `Reading ${central.aOne} is logged as a request, not in the audit log`,
      part: 'audit-log',
      where: 'packages/database/src/audit.ts',
    },
    {
      category: 'Information disclosure',
      threat: `An error answer about ${central.aOne} tells how the database is built`,
      control: `One filter turns every error of the ${endpoints.length} endpoints into a problem document; what went wrong inside stays in the log`,
      residual: `Codes such as ${code(notFoundCode(design))} are public on purpose`,
      part: 'error-answers',
      where: 'apps/api/src/middleware/error.ts',
    },
    {
      category: 'Denial of service',
      threat: `Lists of ${central.many} are asked for without an end`,
      control: `Pages are bounded, sorts of ${code(central.table)} follow indexes, and a statement ends with the request`,
      residual: `A search without a matching index scans the ${central.many} of one organization`,
      part: 'pagination',
      where: 'apps/api/src/http/paging.ts',
    },
  ];
}

function notFoundCode(design: SecurityInput): string {
  return `${centralEntity(design)?.names.CODE ?? 'USER'}_NOT_FOUND`;
}

/** The rules bind amounts to each other, not to a price. */
function chosenAmounts(design: SecurityInput): ThreatDraft[] {
  const { fields, roles, reference } = ownAmounts(design);
  const [first] = fields;
  if (!first) return [];
  const rules = [...new Set(fields.map(({ entity }) => entity))].flatMap((entity) => entity.rules).length;
  return [
    {
      category: 'Tampering',
      threat: `A ${listed(roles.map(code))} creates its own rows and chooses ${listed(fields.map((row) => code(fieldName(row))))}`,
      control: `${rules} rules on these entities tie the amounts to each other, in the service and as constraints of the table`,
      residual: `Nothing compares ${code(fieldName(first))} with ${reference ? code(fieldName(reference)) : 'an amount that the server set'}: to be closed before a ${code(roles[0] ?? '')} is let in`,
      part: 'validation',
      where: subjectOf(first.entity).service,
    },
  ];
}

/** The action that fewest roles may take. */
function skippedStates(design: SecurityInput): ThreatDraft[] {
  const actions = design.entities.flatMap((entity) => entity.actions.map((action) => ({ entity, action })));
  const guarded = actions
    .map((one) => {
      const { roles } = one.action.action;
      return { ...one, roles: roles.length > 0 ? ['owner', ...roles] : rolesThatMay(design, one.action.permission) };
    })
    .toSorted((a, b) => a.roles.length - b.roles.length);
  const [first] = guarded;
  if (!first) return [];
  const { entity, action, roles } = first;
  return [
    {
      category: 'Elevation of privilege',
      threat: `A member takes ${code(action.name)} on ${entity.names.article} ${entity.names.textOne} out of turn, or without being one of ${listed(roles.map(code))}`,
      control: `The ${actions.length} actions of lifecycles are endpoints of their own: state, guard, permission and role are checked, and ${code(action.field)} cannot be written directly`,
      residual: `Approval of ${code(action.name)} by a second person is not asked for`,
      part: 'entity-modules',
      where: subjectOf(entity).service,
    },
  ];
}
