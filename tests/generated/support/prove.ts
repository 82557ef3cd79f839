import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { freePort, isListening, whenReady } from './api.js';
import { giveServer, type GivenServer } from './database.js';
import { smokeJourney } from './journey.js';
import { lastLines } from './processes.js';
import { generateExample, generateFromBrief, type Environment, type Repository } from './repository.js';

/** Everything a person does with a new repository, in that order, on both kinds of database. */
export function proveExample(example: string): void {
  describe(`the repository of ${example}`, () => {
    let repository: Repository;
    beforeAll(async () => {
      repository = await generateExample(example);
      await repository.install();
    });

    proveSources(() => repository);

    describe('on the embedded database', () => {
      proveDatabase(
        () => repository,
        () => ({}),
      );
    });

    describe('on a given PostgreSQL server', () => {
      let server: GivenServer;
      let url: string;
      beforeAll(async () => {
        server = await giveServer(repository);
        url = await server.createDatabase(repository.design);
      });
      afterAll(() => server.close());

      proveDatabase(
        () => repository,
        () => ({ DATABASE_URL: url }),
      );

      it('has rows of every entity, and the same ones after seeding again', async () => {
        const before = await countRows(server, url);
        const empty = repository.design.entities.filter(({ table }) => !before[table]).map(({ table }) => table);
        expect(empty).toEqual([]);
        await repository.script('seed', { DATABASE_URL: url });
        expect(await countRows(server, url)).toEqual(before);
      });
    });
  });
}

/** The same for what was planned from a brief without a model, on the embedded database only: the databases do not differ by brief. */
export function proveBrief(name: string, brief: string): void {
  describe(`the repository planned from the brief ${name}`, () => {
    let repository: Repository;
    beforeAll(async () => {
      repository = await generateFromBrief(name, brief);
      await repository.install();
    });

    proveSources(() => repository);
    proveDatabase(
      () => repository,
      () => ({}),
    );
  });
}

function proveSources(repository: () => Repository): void {
  it('builds', () => repository().script('build'));
  it('passes its linter', () => repository().script('lint'));
  it('is formatted', () => repository().script('format:check'));
  it('passes its type check', () => repository().script('typecheck'));
}

function proveDatabase(repository: () => Repository, environment: () => Environment): void {
  it('migrates, and has nothing to do the second time', async () => {
    await repository().script('migrate', environment());
    expect(await repository().script('migrate', environment())).toContain('up to date');
  });

  it('seeds, and can be seeded again', async () => {
    await repository().script('seed', environment());
    await repository().script('seed', environment());
  });

  it('passes its own tests', () => repository().script('test', environment()));

  it('starts, serves its members and nobody else, and stops cleanly', async () => {
    const port = await freePort();
    const program = repository().start('start', { ...environment(), PORT: String(port) });
    try {
      await smokeJourney(await whenReady(program, port), repository().design);
    } catch (error) {
      await program.stop('SIGTERM').catch(() => undefined);
      throw error;
    }
    expect(await program.stop('SIGTERM'), lastLines(program.output.text)).toBe(0);
    expect(await isListening(port)).toBe(false);
  });
}

/** Rows of every table that the migrations made. */
async function countRows(server: GivenServer, url: string): Promise<Record<string, number>> {
  const tables = await server.query(url, `SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
  const counts: Record<string, number> = {};
  for (const { tablename } of tables) {
    const [row] = await server.query(url, `SELECT count(*)::int AS rows FROM "${String(tablename)}"`);
    counts[String(tablename)] = Number(row?.rows);
  }
  return counts;
}
