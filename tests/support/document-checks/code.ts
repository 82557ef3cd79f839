import type { World } from '../documents.js';

/** Contents of a planned file; empty when it is not there, which then differs from every figure that is quoted from it. */
export function fileOf({ files }: World, path: string): string {
  return files.get(path) ?? '';
}

/** Variables of `.env.example` with the values it shows, commented out or not. */
export function environmentExample(world: World): ReadonlyMap<string, string> {
  const lines = fileOf(world, '.env.example').matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=(.*)$/gm);
  return new Map([...lines].map(([, name = '', value = '']) => [name, value]));
}

/** Variables that the API reads, with what it takes when they are not set. */
export function environmentOfConfig(world: World): ReadonlyMap<string, string | undefined> {
  const [, schema = ''] = /const Environment = z\.object\(\{([\s\S]*?)^\}\);/m.exec(fileOf(world, CONFIG)) ?? [];
  const members = schema.split(/^ {2}(?=[A-Z][A-Z0-9_]*:)/m).slice(1);
  return new Map(
    members.map((member) => {
      const name = member.slice(0, member.indexOf(':'));
      const given = /\.default\(([^)]*)\)/.exec(member)?.[1];
      return [name, given?.replaceAll(/['_]/g, '')];
    }),
  );
}
export const CONFIG = 'apps/api/src/config/index.ts';

/** Keys of the catalogue of permissions. */
export function permissionsOfCode(world: World): string[] {
  return [...fileOf(world, 'packages/core/src/permissions.ts').matchAll(/^ {2}'([^']+)':/gm)].map(
    ([, key = '']) => key,
  );
}

/** By role, the scope of each permission. */
export function rolesOfCode(world: World): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const text = fileOf(world, 'packages/core/src/roles.ts');
  const roles = text.split(/^ {4}name: /m).slice(1);
  return new Map(
    roles.map((role) => [
      /'([^']+)'/.exec(role)?.[1] ?? '',
      new Map(
        [...role.matchAll(/permission: '([^']+)', scope: '(\w+)'/g)].map(([, key = '', scope = '']) => [key, scope]),
      ),
    ]),
  );
}

export interface CodeIndex {
  readonly table: string;
  /** Column names, in order. */
  readonly columns: readonly string[];
}

/** By name, from the migrations. */
export function indexesOfCode(world: World): ReadonlyMap<string, CodeIndex> {
  const found = new Map<string, CodeIndex>();
  for (const [path, text] of world.files) {
    if (!path.endsWith('.sql')) continue;
    for (const [, name = '', table = '', columns = ''] of text.matchAll(
      /^CREATE (?:UNIQUE )?INDEX "([^"]+)" ON "([^"]+)" ?(?:USING \w+ ?)?\((.*)\)/gm,
    )) {
      found.set(name, { table, columns: [...columns.matchAll(/"([^"]+)"/g)].map(([, column = '']) => column) });
    }
  }
  return found;
}
