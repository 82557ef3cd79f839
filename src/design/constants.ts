import { constant, type CodeConstant } from './code-constant.js';
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
} as const satisfies Record<string, CodeConstant>;
