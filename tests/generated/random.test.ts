import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { arbitraryBlueprint } from '../support/arbitrary-blueprint.js';
import { giveServer, type GivenServer } from './support/database.js';
import { generate, generateExample, type Repository } from './support/repository.js';

/** Each takes several seconds: the compiler has to look at all of it. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 3);

/** The dependencies of one repository, lent to another; its own packages stand where npm would have linked them. */
function lendModules({ folder }: Repository, to: Repository): void {
  const modules = path.join(to.folder, 'node_modules');
  const ownScope = to.design.product.scope;
  rmSync(modules, { recursive: true, force: true });
  mkdirSync(path.join(modules, ownScope), { recursive: true });
  for (const name of readdirSync(path.join(folder, 'node_modules'))) {
    if (name !== ownScope) symlinkSync(path.join(folder, 'node_modules', name), path.join(modules, name));
  }
  for (const group of ['packages', 'apps']) {
    for (const name of readdirSync(path.join(to.folder, group))) {
      const member = path.join(to.folder, group, name);
      const manifest = JSON.parse(readFileSync(path.join(member, 'package.json'), 'utf8')) as { name: string };
      symlinkSync(member, path.join(modules, manifest.name));
    }
  }
}

describe('repositories of random blueprints', () => {
  let lender: Repository;
  let server: GivenServer;
  beforeAll(async () => {
    lender = await generateExample('ecommerce');
    await lender.install();
    await lender.script('build');
    server = await giveServer(lender);
  });
  afterAll(() => server.close());

  it(`pass their type check and migrate an empty database (${RUNS} of them)`, { timeout: RUNS * 180_000 }, async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryBlueprint(), async (text) => {
        number += 1;
        const spec = path.join(inject('proofFolder'), `random-${number}.yaml`);
        writeFileSync(spec, text);
        const repository = await generate(`random-${number}`, spec);
        lendModules(lender, repository);
        await repository.script('typecheck');
        const url = await server.createDatabase(repository.design);
        expect(await repository.script('migrate', { DATABASE_URL: url })).toContain('up to date');
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
