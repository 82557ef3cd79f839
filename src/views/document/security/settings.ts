import { CONSTANTS as fixed } from '../../../design/constants.js';
import { environmentOf, type EnvironmentVariable, isMadeBySetup } from '../../../design/environment.js';
import type { Design } from '../../../design/model.js';
import { setting } from '../../../design/security/subject.js';
import { commandsOf } from '../../workspace/package-manager.js';
import { amount, code, label } from '../words.js';

export interface SecretRow {
  readonly variable: string;
  readonly readers: string;
  readonly made: string;
  readonly rotation: string;
}

const ROTATION: Readonly<Record<string, string>> = {
  DATABASE_URL: 'second login, restart, drop the first',
  MIGRATION_DATABASE_URL: 'new password before the next migration',
  REDIS_URL: 'new password, restart; counters may be lost',
  ACCESS_TOKEN_SECRET: 'new value, restart: clients refresh',
  POSTGRES_PASSWORD: 'local only',
  API_DATABASE_PASSWORD: 'local only',
};

/** Every variable that is a secret. */
export function secretRows(design: Design): SecretRow[] {
  return environmentOf(design)
    .filter(({ secret }) => secret)
    .map((variable) => ({
      variable: code(variable.name),
      readers: variable.readers.join(', '),
      made: madeBy(variable, `${commandsOf(design).run} setup`),
      rotation: ROTATION[variable.name] ?? 'new value, restart',
    }));
}

function madeBy(variable: EnvironmentVariable, setup: string): string {
  if (!isMadeBySetup(variable)) return 'the platform';
  const local = variable.readers.every((reader) => reader === 'compose');
  return local ? code(setup) : `${code(setup)}; in production the platform`;
}

/** Lines of `.env` for the variables of a group, each with its default or nothing. */
export function environmentLines(design: Design, names: readonly string[]): string {
  return environmentOf(design)
    .filter(({ name }) => names.includes(name))
    .map(({ name, default: given }) => `${name}=${given ?? ''}`)
    .join('\n');
}

export interface LimitRow {
  readonly whom: string;
  readonly key: string;
  readonly limit: string;
  readonly variable: string;
  readonly code: string;
}

export function limitRows(design: Design): LimitRow[] {
  const minute = amount(fixed.rateWindow);
  const row = (whom: string, key: string, variable: string, refusal: string): LimitRow => ({
    whom,
    key,
    limit: `${setting(design, variable)} in ${minute}`,
    variable: code(variable),
    code: code(refusal),
  });
  const wrong = setting(design, 'RATE_LIMIT_FAILED_SIGN_INS');
  const quarter = amount(fixed.signInWindow);
  return [
    row('IP address', 'address; of IPv6 the /64 network', 'RATE_LIMIT_PER_ADDRESS', 'RATE_LIMIT_ADDRESS'),
    row('user', 'organization and user', 'RATE_LIMIT_PER_USER', 'RATE_LIMIT_USER'),
    row('organization (tenant)', 'organization', 'RATE_LIMIT_PER_ORGANIZATION', 'RATE_LIMIT_ORGANIZATION'),
    row('endpoints that take credentials', 'address', 'RATE_LIMIT_CREDENTIALS', 'RATE_LIMIT_CREDENTIALS'),
    {
      whom: 'wrong passwords, one address',
      key: 'SHA-256 of e-mail, address',
      limit: `${wrong} in ${quarter}`,
      variable: code('RATE_LIMIT_FAILED_SIGN_INS'),
      code: code('RATE_LIMIT_SIGN_IN'),
    },
    {
      whom: 'wrong passwords, all addresses',
      key: 'SHA-256 of e-mail',
      limit: `${amount(fixed.accountTries)} the line above`,
      variable: code('RATE_LIMIT_FAILED_SIGN_INS'),
      code: code('RATE_LIMIT_ACCOUNT'),
    },
  ];
}

export function corsRows(): { setting: string; value: string; because: string }[] {
  return [
    {
      setting: 'origins',
      value: `${code('CORS_ORIGINS')}, none unless set`,
      because: 'production refuses plain HTTP and localhost',
    },
    { setting: 'credentials', value: 'never', because: 'no cookie exists' },
    { setting: 'methods', value: 'GET, POST, PUT, PATCH, DELETE', because: 'those that routes have' },
    {
      setting: 'preflight kept',
      value: amount(fixed.preflightMaxAge),
      because: 'browsers ask seldom, changes arrive soon',
    },
  ];
}

export function headerRows(): { header: string; value: string; because: string }[] {
  return [
    {
      header: '`content-security-policy`',
      value: "`default-src 'none'; frame-ancestors 'none'`",
      because: 'an answer opened as page runs nothing',
    },
    { header: '`strict-transport-security`', value: 'helmet’s default', because: 'no second visit over plain HTTP' },
    { header: '`x-content-type-options`', value: '`nosniff`', because: 'JSON stays JSON' },
    { header: '`referrer-policy`', value: '`no-referrer`', because: 'ids in paths stay here' },
    { header: '`cache-control`', value: '`no-store`', because: 'answers belong to one member' },
    { header: '`x-powered-by`', value: 'absent', because: 'nothing to learn' },
    { header: '`set-cookie`', value: 'absent', because: 'no cookie, no CSRF' },
  ];
}

export interface KeyRow {
  readonly what: string;
  readonly how: string;
  readonly key: string;
  readonly rotation: string;
  readonly state: string;
}

export function keyRows(design: Design): KeyRow[] {
  const { blueprint, stack } = design;
  const edge = stack.deploy === 'kubernetes' ? 'kubernetes' : 'deploy-workflow';
  return [
    {
      what: 'client to edge',
      how: 'TLS 1.3, TLS 1.2 at least',
      key: 'certificate of the ingress',
      rotation: 'by the platform, before expiry',
      state: label(edge),
    },
    {
      what: 'API to database',
      how: '`sslmode=verify-full` in `DATABASE_URL`',
      key: 'CA of the database',
      rotation: 'with the CA',
      state: label(edge),
    },
    {
      what: 'volumes and backups',
      how: 'AES-256 of the provider',
      key: 'key service of the provider',
      rotation: 'yearly, by the provider',
      state: label('backup'),
    },
    {
      what: 'passwords',
      how: 'scrypt, one salt each',
      key: 'none: a hash',
      rotation: 'cost stored with each hash',
      state: label('authentication'),
    },
    {
      what: 'refresh tokens, invitations',
      how: 'SHA-256',
      key: 'none: a hash',
      rotation: 'each use',
      state: label('authentication'),
    },
    {
      what: 'access tokens',
      how: 'HMAC-SHA-256',
      key: code('ACCESS_TOKEN_SECRET'),
      rotation: 'yearly and after a leak; clients refresh',
      state: label('authentication'),
    },
    ...(blueprint.integrations.length > 0
      ? [
          {
            what: 'keys of external services',
            how: 'secret store',
            key: 'one for each service',
            rotation: 'yearly, two valid at a time',
            state: label('integrations'),
          },
        ]
      : []),
    ...(blueprint.webhooks
      ? [
          {
            what: 'outgoing webhooks',
            how: 'HMAC-SHA-256',
            key: 'one for each subscription',
            rotation: 'by its organization, two valid',
            state: label('webhooks'),
          },
        ]
      : []),
  ];
}
