import { constant, type CodeConstant } from './code-constant.js';
import { DATA_CONSTANTS } from './data-constants.js';
import { SECURITY_CONSTANTS } from './security/constants.js';

export type { CodeConstant } from './code-constant.js';

const app = 'apps/api/src/app.ts';

/** What `src/design/environment.ts` does not hold, because nobody sets it. */
export const CONSTANTS = {
  keepAlive: constant('keepAlive', 'keep-alive of idle connections', 65, 's', app, /keepAliveTimeout: ([\d_]+)/, 1000),
  preflightMaxAge: constant('preflightMaxAge', 'life of a preflight answer', 600, 's', app, /maxAge: ([\d_]+)/),
  readinessTimeout: constant(
    'readinessTimeout',
    'time each readiness check may take',
    1000,
    'ms',
    'apps/api/src/health/readiness.ts',
    /CHECK_TIMEOUT_MS = ([\d_]+)/,
  ),
  ...SECURITY_CONSTANTS,
  ...DATA_CONSTANTS,
  databaseConnectTimeout: constant(
    'databaseConnectTimeout',
    'time to get a database connection',
    5000,
    'ms',
    'packages/database/src/client.ts',
    /const CONNECT_TIMEOUT_MS = ([\d_]+)/,
  ),
  commandTransactionTimeout: constant(
    'commandTransactionTimeout',
    'longest transaction of a command',
    10_000,
    'ms',
    'packages/database/src/client.ts',
    /const TRANSACTION_TIMEOUT_MS = ([\d_]+)/,
  ),
  redisTimeout: constant(
    'redisTimeout',
    'time one command of Redis may take',
    500,
    'ms',
    'apps/api/src/platform.module.ts',
    /REDIS_TIMEOUT_MS = ([\d_]+)/,
  ),
  redisRetries: constant(
    'redisRetries',
    'further tries of one command of Redis',
    1,
    'times',
    'apps/api/src/platform.module.ts',
    /maxRetriesPerRequest: ([\d_]+)/,
  ),
  grantsTtl: constant(
    'grantsTtl',
    'life of remembered grants',
    30,
    's',
    'packages/auth/src/grants.ts',
    /TTL_MS = ([\d_]+)/,
    1000,
  ),
  grantsEntries: constant(
    'grantsEntries',
    'members whose grants one process remembers',
    10_000,
    'none',
    'packages/auth/src/grants.ts',
    /MAX_ENTRIES = ([\d_]+)/,
  ),
  rateWindow: constant(
    'rateWindow',
    'window of the rate limits',
    60,
    's',
    'apps/api/src/middleware/rate-limit.ts',
    /const MINUTE = ([\d_]+)/,
  ),
  signInWindow: constant(
    'signInWindow',
    'window of the tries of a password',
    15,
    'min',
    'apps/api/src/middleware/rate-limit.ts',
    /([\d_]+) \* MINUTE/,
  ),
  accountTries: constant(
    'accountTries',
    'tries of all addresses together for each try of one address',
    10,
    'times',
    'apps/api/src/middleware/rate-limit.ts',
    /([\d_]+) \* config\.failedSignIns/,
  ),
  stopGracePeriod: constant(
    'stopGracePeriod',
    'time that Compose waits before it kills the API',
    30,
    's',
    'docker-compose.yml',
    /stop_grace_period: ([\d_]+)s/,
  ),
  redisMemory: constant(
    'redisMemory',
    'memory of Redis in Compose',
    128,
    'MiB',
    'docker-compose.yml',
    /--maxmemory, ([\d_]+)mb/,
  ),
  imageHealthInterval: constant(
    'imageHealthInterval',
    'time between two health checks of the image',
    10,
    's',
    'docker/api.Dockerfile',
    /--interval=([\d_]+)s/,
  ),
  imageHealthRetries: constant(
    'imageHealthRetries',
    'failed health checks before the container is unhealthy',
    3,
    'times',
    'docker/api.Dockerfile',
    /--retries=([\d_]+)/,
  ),
} as const satisfies Record<string, CodeConstant>;
