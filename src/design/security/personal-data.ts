import { number } from '../amount.js';
import type { Integration } from '../../blueprint/model.js';
import type { EntityDesign } from '../model.js';
import { CONSTANTS as fixed } from '../constants.js';
import type { PersonalDatum } from './model.js';
import { code, type EntityField, listed, personalFields, type SecurityInput, setting } from './subject.js';

const CONTRACT = 'contract, `Art. 6(1)(b)`';
const CONSENT = 'consent or legitimate interest, `Art. 6(1)(a), (f)`';
const INTEREST = 'legitimate interest, `Art. 6(1)(f)`';

/** Personal data of the domain, then what every system holds about its users. */
export function personalDataOf(design: SecurityInput): readonly PersonalDatum[] {
  return [...personalFields(design).map((one) => domainDatum(design, one)), ...accountData(design), ...traces(design)];
}

/** What is asked for is needed for the contract; what may be left out is not. */
function domainDatum(design: SecurityInput, { entity, field: { field, columns, name } }: EntityField): PersonalDatum {
  return {
    entity: entity.entity.name,
    field: name,
    column: columns.map(({ column }) => `${entity.table}.${column}`).join(', '),
    purpose: entity.entity.summary ?? entity.context.summary,
    legalBasis: field.optional ? CONSENT : CONTRACT,
    retention: retentionOf(design, entity),
    erasure: erasureOf(design, entity),
    recipients: design.blueprint.integrations
      .filter((one) => receives(one, name, field.type.kind))
      .map((one) => one.name),
    at: field.at,
  };
}

function retentionOf({ blueprint }: SecurityInput, { names }: EntityDesign): string {
  const { retentionDays } = blueprint.qualities;
  return retentionDays === undefined
    ? `as long as the ${names.textOne}; no period is declared`
    : `${number(retentionDays)} days at most (target)`;
}

function erasureOf({ entities }: SecurityInput, entity: EntityDesign): string {
  const route = code(`DELETE /api/v1${entity.route}/:id`);
  const keeping = entities.flatMap(({ names, references }) =>
    references.some(({ target, onDelete }) => target === entity.entity.name && onDelete === 'restrict')
      ? [names.textMany]
      : [],
  );
  return keeping.length === 0 ? route : `${route}, refused while ${listed([...new Set(keeping)])} refer to it`;
}

/** By what the service is for: a mail service gets addresses, a carrier gets where the parcel goes. */
function receives({ kind, name }: Integration, field: string, type: string): boolean {
  const what = `${kind} ${name}`.toLowerCase();
  if (type === 'email') return /e?-?mail|marketing|newsletter/.test(what);
  if (type === 'phone') return /sms|phone|voice|whatsapp|messag/.test(what);
  if (/street|city|postal|address|recipient/i.test(field))
    return /carrier|shipping|logistic|delivery|post\b/.test(what);
  return false;
}

function accountData(design: SecurityInput): PersonalDatum[] {
  const { blueprint } = design;
  const mail = blueprint.integrations.filter((one) => receives(one, 'email', 'email')).map(({ name }) => name);
  const account = {
    entity: 'User',
    legalBasis: CONTRACT,
    retention: 'as long as the account',
    erasure: 'none yet: only memberships are deleted',
  };
  return [
    { ...account, field: 'email', column: 'users.email', purpose: 'signing in', recipients: mail },
    { ...account, field: 'name', column: 'users.name', purpose: 'telling members apart', recipients: [] },
    { ...account, field: 'passwordHash', column: 'users.password_hash', purpose: 'signing in', recipients: [] },
    {
      entity: 'Invitation',
      field: 'email',
      column: 'invitations.email',
      purpose: 'asking somebody to join',
      legalBasis: INTEREST,
      retention: `valid for ${fixed.invitationLife.value} days; the row stays`,
      erasure: 'none yet: it is withdrawn, not deleted',
      recipients: mail,
    },
  ];
}

function traces(design: SecurityInput): PersonalDatum[] {
  const { product, blueprint } = design;
  const ttl = setting(design, 'REFRESH_TOKEN_TTL_SECONDS');
  const trace = { legalBasis: INTEREST, recipients: [] };
  return [
    {
      ...trace,
      entity: 'Session',
      field: 'user, times of use',
      column: 'refresh_tokens.user_id',
      purpose: 'staying signed in',
      retention: `valid for ${ttl} s; expired rows stay`,
      erasure: 'with the membership',
    },
    {
      ...trace,
      entity: 'Audit log',
      field: 'actor, changes',
      column: 'audit_log.actor_id, audit_log.changes',
      purpose: 'showing who did what',
      retention:
        blueprint.qualities.retentionDays === undefined
          ? 'no period is declared'
          : `${number(blueprint.qualities.retentionDays)} days at most (target)`,
      erasure: `none: ${code(product.appRole)} may not delete`,
    },
    {
      ...trace,
      entity: 'Request log',
      field: 'address, userId',
      column: 'log lines on stdout',
      purpose: 'finding faults and abuse',
      retention: 'that of the log store',
      erasure: 'expires with the log store',
    },
    {
      ...trace,
      entity: 'Rate limits',
      field: 'network, hash of e-mail',
      column: 'Redis keys',
      purpose: 'limiting requests and tries',
      retention: `${fixed.rateWindow.value} s, sign-ins ${fixed.signInWindow.value} min`,
      erasure: 'expires by itself',
    },
  ];
}
