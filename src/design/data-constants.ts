import { constant, type CodeConstant } from './code-constant.js';

const paging = 'apps/api/src/http/paging.ts';
const migrate = 'packages/database/src/migrate.ts';

/** Numbers of lists and of migrations that the generated code fixes. */
export const DATA_CONSTANTS = {
  pageSize: constant('pageSize', 'items of a page unless asked otherwise', 20, 'none', paging, /default\(([\d_]+)\)/),
  pageSizeMax: constant('pageSizeMax', 'items of a page at most', 100, 'none', paging, /\.max\(([\d_]+)\)\.default/),
  migrationWait: constant(
    'migrationWait',
    'how long a migration waits for another one',
    120,
    's',
    migrate,
    /LOCK_WAIT_MS = ([\d_]+)/,
    1000,
  ),
} as const satisfies Record<string, CodeConstant>;
