import type { Fact, Unit } from './fact.js';

/** A number that the generated code fixes: the document prints it from here, and a test reads it from the code. */
export interface CodeConstant extends Fact {
  /** File of the repository. */
  readonly where: string;
  /** Its first group is the number in the file, with or without `_`. */
  readonly pattern: RegExp;
  /** Number in the file for one unit of the value: 1000 where the file says milliseconds and the value is in seconds. */
  readonly perUnit: number;
}

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
} as const satisfies Record<string, CodeConstant>;

function constant(
  name: string,
  label: string,
  value: number,
  unit: Unit,
  where: string,
  pattern: RegExp,
  perUnit = 1,
): CodeConstant {
  const because = [{ text: `The code fixes it in ${where}.` }];
  return { id: `constants.${name}`, label, value, unit, basis: 'rule', because, where, pattern, perUnit };
}
