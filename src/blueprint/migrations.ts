/** Version of the blueprint language that this package speaks. */
export const LANGUAGE_VERSION = 1;

/** Turns the plain data of one language version into the next. */
export interface Migration {
  readonly from: number;
  migrate(source: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/** One for every version but the newest. A migration moves no positions: what it renames is reported where it stood. */
export const MIGRATIONS: readonly Migration[] = [];

/** Brings an older file up to the newest version, one step after the other. */
export function migrateLanguage(
  source: Readonly<Record<string, unknown>>,
  version: number,
  { migrations = MIGRATIONS, newest = LANGUAGE_VERSION }: { migrations?: readonly Migration[]; newest?: number } = {},
): Record<string, unknown> {
  let current: Record<string, unknown> = { ...source };
  for (let from = version; from < newest; from += 1) {
    const migration = migrations.find((candidate) => candidate.from === from);
    if (!migration) throw new Error(`There is no migration from language version ${from}.`);
    current = { ...migration.migrate(current), blueprint: from + 1 };
  }
  return current;
}
