import type { QuotableFiles } from '../../../render/excerpt.js';

/** Kinds of test files, by what they need to run. A file is of the first kind that it matches. */
const KINDS = {
  rules: /^packages\/core\/.*\.spec\.ts$/,
  database: /^packages\/database\/.*\.integration\.spec\.ts$/,
  useCases: /^apps\/api\/src\/modules\/.*\.integration\.spec\.ts$/,
  http: /^apps\/api\/src\/modules\/.*\.controller\.spec\.ts$/,
  redis: /^apps\/api\/test\/rate-limits\.spec\.ts$/,
  system: /^apps\/api\/test\/.*\.spec\.ts$/,
  security: /^packages\/auth\/.*\.spec\.ts$|^apps\/api\/src\/(?:middleware|modules\/permissions)\/.*\.spec\.ts$/,
  platform: /^(?:packages|apps)\/.*\.spec\.ts$/,
} as const;

export type TestKind = keyof typeof KINDS;
export type TestFiles = Readonly<Record<TestKind, readonly string[]>>;

/** What needs PostgreSQL: the project `integration` of the generated `vitest.config.ts`. */
export const WITH_DATABASE: readonly TestKind[] = ['database', 'useCases', 'http', 'redis', 'system'];

export function testFilesOf({ paths }: Pick<QuotableFiles, 'paths'>): TestFiles {
  const found: Record<TestKind, string[]> = {
    rules: [],
    database: [],
    useCases: [],
    http: [],
    redis: [],
    system: [],
    security: [],
    platform: [],
  };
  for (const path of paths) {
    const kind = (Object.keys(KINDS) as TestKind[]).find((candidate) => KINDS[candidate].test(path));
    if (kind !== undefined) found[kind].push(path);
  }
  return found;
}

export function allTestFiles(files: TestFiles): readonly string[] {
  return Object.values(files).flat();
}

export function filesWithDatabase(files: TestFiles): readonly string[] {
  return WITH_DATABASE.flatMap((kind) => files[kind]);
}
