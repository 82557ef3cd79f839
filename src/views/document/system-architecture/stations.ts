import { CONSTANTS } from '../../../design/constants.js';
import type { Design } from '../../../design/model.js';
import { setting } from '../diagrams/settings.js';
import { amount, code, counted, number } from '../words.js';

interface StationRow {
  readonly station: string;
  readonly limit: string;
  readonly file: string;
}

/** What each station of a request holds it to; in the order of `createApp`. */
export function stationRows(design: Design): StationRow[] {
  const { permissions, entities, endpoints } = design;
  const perMinute = (name: string): string => `${number(setting(design, name))} a minute, ${code(name)}`;
  const rules = entities.reduce((sum, entity) => sum + entity.rules.length, 0);
  const open = endpoints.filter(({ access }) => access === 'public').length;
  return [
    row('CORS', `${code('CORS_ORIGINS')}, kept ${amount(CONSTANTS.preflightMaxAge)}`, 'apps/api/src/app.ts'),
    row('Correlation id, log line', 'one line per request', 'apps/api/src/middleware/request-log.ts'),
    row('Security headers', 'on every answer', 'apps/api/src/app.ts'),
    row('Limit of the address', perMinute('RATE_LIMIT_PER_ADDRESS'), 'apps/api/src/middleware/rate-limit.ts'),
    row(
      'Body',
      `JSON, ${number(setting(design, 'BODY_LIMIT_BYTES') / 1024)} KiB, ${code('BODY_LIMIT_BYTES')}`,
      'apps/api/src/app.ts',
    ),
    row(
      'Token, session, permission',
      `${counted(permissions.length, 'permission')}; ${counted(open, 'endpoint')} without`,
      'apps/api/src/middleware/auth.ts',
    ),
    row('Limit of the user', perMinute('RATE_LIMIT_PER_USER'), 'apps/api/src/middleware/rate-limit.ts'),
    row('Limit of the organization', perMinute('RATE_LIMIT_PER_ORGANIZATION'), 'apps/api/src/middleware/rate-limit.ts'),
    row('Schema of the input', 'unknown keys are refused', 'apps/api/src/middleware/validation.ts'),
    row('Rules of the domain', counted(rules, 'rule'), 'packages/core/src'),
    row(
      'Transaction',
      `${amount({ value: setting(design, 'REQUEST_TIMEOUT_MS'), unit: 'ms' })}, one organization`,
      'packages/database/src/tenant.ts',
    ),
  ];
}

function row(station: string, limit: string, path: string): StationRow {
  return { station, limit, file: code(path) };
}
