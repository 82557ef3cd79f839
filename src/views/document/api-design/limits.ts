import { environmentOf } from '../../../design/environment.js';
import type { Design } from '../../../design/model.js';
import type { QuotableFiles } from '../../../render/excerpt.js';
import { code, number } from '../words.js';

export interface LimitRow {
  readonly code: string;
  readonly counts: string;
  readonly limit: string;
  readonly variable: string;
}

const VARIABLES: Readonly<Record<string, string>> = {
  perAddress: 'RATE_LIMIT_PER_ADDRESS',
  perUser: 'RATE_LIMIT_PER_USER',
  perOrganization: 'RATE_LIMIT_PER_ORGANIZATION',
  credentials: 'RATE_LIMIT_CREDENTIALS',
  failedSignIns: 'RATE_LIMIT_FAILED_SIGN_INS',
};

const COUNTS: Readonly<Record<string, string>> = {
  address: 'requests of one IP address',
  user: 'requests of one member',
  organization: 'requests of one organization',
  credentials: 'passwords and tokens from one address',
  'sign-in': 'passwords for one account, one address',
  account: 'passwords for one account, any address',
};

/** The limits as `rate-limit.ts` makes them: `new Limit('address', config.perAddress, MINUTE, redis)`. */
export async function limitRows(design: Design, files: QuotableFiles): Promise<LimitRow[]> {
  const source = await files.read('apps/api/src/middleware/rate-limit.ts');
  const made = source.matchAll(/new Limit\('([\w-]+)', (?:(\d+) \* )?config\.(\w+), (?:(\d+) \* )?MINUTE/g);
  return [...made].map(([, name = '', factor = '1', setting = '', minutes = '1']) => {
    const variable = VARIABLES[setting] ?? '';
    const value = environmentOf(design).find((each) => each.name === variable)?.default;
    const window = minutes === '1' ? 'a minute' : `${minutes} minutes`;
    return {
      code: code(`RATE_LIMIT_${name.toUpperCase().replaceAll('-', '_')}`),
      counts: COUNTS[name] ?? name,
      limit: `${number(Number(value) * Number(factor))} in ${window}`,
      variable: `${code(variable)}${factor === '1' ? '' : ` × ${factor}`}`,
    };
  });
}
