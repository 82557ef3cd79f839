import { CONSTANTS as fixed } from '../../constants.js';
import { centralSubject, code, fieldName, fieldsWhere, listed, setting, type SecurityInput } from '../subject.js';
import type { ThreatDraft } from './draft.js';

/** What somebody without rights, or with a stolen one, does from outside. */
export function clientThreats(design: SecurityInput): ThreatDraft[] {
  const central = centralSubject(design);
  const widest = design.roles
    .toSorted((a, b) => b.grants.length - a.grants.length)
    .find(({ name }) => name !== 'owner');
  const prize = widest
    ? `${widest.grants.length === design.permissions.length ? 'all' : `${widest.grants.length} of`} ${design.permissions.length} permissions of the role ${code(widest.name)}`
    : `all ${design.permissions.length} permissions of the owner`;
  const tries = setting(design, 'RATE_LIMIT_FAILED_SIGN_INS');
  const credentials = setting(design, 'RATE_LIMIT_CREDENTIALS');
  const rich = fieldsWhere(design, ({ field }) => field.type.kind === 'richtext');
  return [
    {
      category: 'Spoofing',
      threat: `Somebody tries leaked passwords until one opens an account, and with it ${prize}`,
      control: `${tries} wrong passwords per account and address in ${fixed.signInWindow.value} minutes, ${credentials} tries per address and minute; the same answer and the same work for an address that nobody registered before ${code(central.route)} is ever reached`,
      residual: `No second factor and no list of leaked passwords protects the ${central.many} yet`,
      part: 'rate-limits',
      where: 'apps/api/src/middleware/rate-limit.ts',
    },
    {
      category: 'Spoofing',
      threat: `A stolen refresh token is used to read ${central.many} for as long as the session lives`,
      control: `Each token works once; its second use ends the session of both, also when two requests for ${central.many} race`,
      residual: `Other processes believe the access token for ${fixed.grantsTtl.value} more seconds before ${code(central.route)} refuses it`,
      part: 'authentication',
      where: 'apps/api/src/modules/identity/sessions.service.ts',
    },
    {
      category: 'Information disclosure',
      threat: `A network on the way reads tokens and ${central.many}`,
      control: `TLS at the edge; answers of ${code(central.route)} carry Strict-Transport-Security`,
      residual: `Certificate and redirect in front of ${code(central.route)} belong to the platform`,
      part: design.stack.deploy === 'kubernetes' ? 'kubernetes' : 'deploy-workflow',
    },
    {
      category: 'Tampering',
      threat: `A foreign web page sends ${central.aOne} in the name of a signed-in visitor`,
      control: `Tokens travel in the Authorization header and never in cookies; JSON alone is accepted, so ${code(central.creates)} needs a preflight that ${code('CORS_ORIGINS')} refuses`,
      residual: `Script in an allowed origin can still send ${central.aOne}`,
      part: 'cors',
      where: 'apps/api/src/app.ts',
    },
    {
      category: 'Denial of service',
      threat: `One address floods ${code(`GET ${central.route}`)} and the sign-in`,
      control: `${setting(design, 'RATE_LIMIT_PER_ADDRESS')} requests per minute and address, counted before the body is read; IPv6 counts by network; ${code('BODY_LIMIT_BYTES')} and ${code('REQUEST_TIMEOUT_MS')} bound each request for ${central.many}`,
      residual: `A flood from many networks reaches the ${design.endpoints.length} endpoints unless the provider filters it`,
      part: 'rate-limits',
      where: 'apps/api/src/middleware/rate-limit.ts',
    },
    rich.length > 0
      ? {
          category: 'Tampering',
          threat: `Script is stored in ${listed(rich.map((one) => code(fieldName(one))))} and runs in the browser of whoever reads it`,
          control: `An allow-list of elements cleans ${listed(rich.map((one) => code(fieldName(one))))} before it is stored`,
          residual: `Front ends still escape the other fields of ${listed(rich.map(({ entity }) => entity.names.textMany))}`,
          part: 'rich-text',
          where: 'packages/common/src/text.ts',
        }
      : {
          category: 'Tampering',
          threat: `Markup is stored in ${central.aOne} and runs where a front end prints it`,
          control: `Answers of ${code(central.route)} are JSON with a policy that runs nothing; no field of the ${design.entities.length} entities accepts HTML`,
          residual: `Front ends escape what ${central.many} hold`,
          part: 'security-headers',
          where: 'apps/api/src/app.ts',
        },
  ];
}
