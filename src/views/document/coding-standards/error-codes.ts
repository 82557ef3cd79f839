import type { QuotableFiles } from '../../../render/excerpt.js';

/** One error as the code of the repository declares it. */
export interface ErrorCode {
  /** `ORDER_NOT_FOUND` */
  readonly code: string;
  /** HTTP status of the answer. */
  readonly status: number;
  /** `OrderNotFound`; of what is thrown without a class of its own, the class it is thrown as. */
  readonly name: string;
  readonly path: string;
}

/** A class of errors that all others are made from. */
export interface ErrorClass {
  readonly name: string;
  readonly status: number;
  readonly title: string;
}

const PROBLEMS = 'packages/common/src/problem.ts';

/** Where errors are declared that are not the domain's. */
const OTHERS: readonly string[] = [
  PROBLEMS,
  'packages/auth/src/jwt.ts',
  'packages/database/src/cursor.ts',
  'packages/database/src/refusals.ts',
  'apps/api/src/http/ownership.ts',
  'apps/api/src/middleware/auth.ts',
  'apps/api/src/middleware/error.ts',
  'apps/api/src/middleware/rate-limit.ts',
];

export async function errorClassesOf(files: QuotableFiles): Promise<ErrorClass[]> {
  const text = withoutComments(await files.read(PROBLEMS));
  const classes = text.matchAll(/class (\w+) extends Problem \{[^}]*?super\((\d{3}), '([^']+)'/g);
  return [...classes].map(([, name = '', status, title = '']) => ({ name, status: Number(status), title }));
}

/** Every code that the API answers with, in the order of the files that declare them. */
export async function errorCodesOf(files: QuotableFiles): Promise<ErrorCode[]> {
  const statuses = new Map((await errorClassesOf(files)).map(({ name, status }) => [name, status]));
  const paths = files.paths.filter((path) => path.endsWith('.errors.ts') || OTHERS.includes(path));
  const found = await Promise.all(
    paths.map(async (path) =>
      errorsIn(withoutComments(await files.read(path)), statuses).map((one) => ({ ...one, path })),
    ),
  );
  const all = found.flat();
  return all.filter(({ code }, index) => all.findIndex((one) => one.code === code) === index);
}

const declared =
  /(?:class (\w+) extends (\w+))|(?:super|new (\w+))\(\s*(?:(\d{3}),\s*'[^']*',\s*)?'([A-Z][A-Z_]{3,})'/g;

function errorsIn(text: string, statuses: ReadonlyMap<string, number>): Omit<ErrorCode, 'path'>[] {
  const found: Omit<ErrorCode, 'path'>[] = [];
  let own = { name: '', base: '' };
  for (const [, name, base, thrown, status, code] of text.matchAll(declared)) {
    if (name !== undefined) own = { name, base: base ?? '' };
    if (code === undefined) continue;
    const type = thrown ?? own.base;
    const known = status === undefined ? statuses.get(type) : Number(status);
    if (known !== undefined) found.push({ code, status: known, name: thrown ?? own.name });
  }
  return [...found, ...limitsIn(text, statuses)];
}

/** A limit is refused by a code of its own name. */
function limitsIn(text: string, statuses: ReadonlyMap<string, number>): Omit<ErrorCode, 'path'>[] {
  const status = statuses.get('TooManyRequests') ?? 0;
  return [...text.matchAll(/new Limit\('([\w-]+)'/g)].map(([, limit = '']) => {
    return { code: `RATE_LIMIT_${limit.toUpperCase().replaceAll('-', '_')}`, status, name: 'TooManyRequests' };
  });
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}
