import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { contributors } from '../../generators/contributor/index.js';
import { packageRoot } from '../../src/render/load.js';

/** What each contributor is asked, and the test it must leave behind. */
const contributions: Readonly<Record<string, { answers: readonly string[]; test: string }>> = {
  'new-stack-option': { answers: ['queue', 'nats'], test: 'tests/unit/generators/nats.test.ts' },
  'new-importer': { answers: ['dbml', 'Reads a model of dbdiagram.io.'], test: 'tests/unit/importers/dbml.test.ts' },
  'new-command': { answers: ['outline', 'List the entities.'], test: 'tests/cli/outline.test.ts' },
  'new-rule': {
    answers: ['too-many-fields', "An entity with more fields than a person's mind holds."],
    test: 'tests/unit/blueprint/checks/too-many-fields.test.ts',
  },
  'new-block': {
    answers: ['tree-nursery', 'Young trees: they grow until they are sold.'],
    test: 'tests/unit/brief/blocks/tree-nursery.test.ts',
  },
  'new-generator': {
    answers: ['phrasebook', 'Lists what the system is about.'],
    test: 'tests/unit/generators/phrasebook.test.ts',
  },
};

let copy: string;

/** Runs an installed tool in the copy; a failure holds all that it printed. */
async function run(command: string, ...args: string[]): Promise<string> {
  const tool = path.join(copy, 'node_modules', command);
  const running = promisify(execFile)(process.execPath, ['--import', 'tsx', tool, ...args], {
    cwd: copy,
    maxBuffer: 1e8,
  });
  const { stdout } = await running.catch(({ stdout, stderr }: { stdout: string; stderr: string }) => {
    throw new Error(`${command} failed:\n${stdout}\n${stderr}`);
  });
  return stdout;
}

const plop = (...args: string[]): Promise<string> =>
  run('plop/bin/plop.js', '--plopfile', 'generators/plopfile.ts', ...args);

beforeAll(async () => {
  copy = await realpath(await mkdtemp(path.join(tmpdir(), 'contributor-')));
  const listed = await promisify(execFile)('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: packageRoot,
    maxBuffer: 1e8,
  });
  for (const file of listed.stdout.trim().split('\n')) {
    await cp(path.join(packageRoot, file), path.join(copy, file)).catch((error: NodeJS.ErrnoException) => {
      // Deleted, and not committed yet.
      if (error.code !== 'ENOENT') throw error;
    });
  }
  await symlink(path.join(packageRoot, 'node_modules'), path.join(copy, 'node_modules'));
});
afterAll(() => rm(copy, { recursive: true, force: true }));

describe('npm run plop', () => {
  it('is tried here with every contributor', () => {
    expect(contributors.map(({ id }) => id).sort()).toEqual(Object.keys(contributions).sort());
  });

  it('refuses an answer that is no name, and writes nothing', async () => {
    await expect(plop('new-rule', 'Too Many', 'x')).rejects.toThrow(/is not a name/);
  });

  it('adds one of each; the product then compiles, is formatted, and passes the tests that came with them', async () => {
    const changed = new Set<string>();
    for (const [contributor, { answers, test }] of Object.entries(contributions)) {
      const said = await plop(contributor, ...answers);
      expect(said).toContain(`created ${test}`);
      for (const [, file = ''] of said.matchAll(/(?:created|edited) +(\S+\.ts)\b(?!\.hbs)/g)) changed.add(file);
    }
    await run('typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit');
    await run('prettier/bin/prettier.cjs', '--check', ...changed);
    await run('eslint/bin/eslint.js', ...changed);
    const tests = Object.values(contributions).map(({ test }) => test);
    await run(
      'vitest/vitest.mjs',
      'run',
      ...tests,
      'tests/unit/brief/blocks/blocks.test.ts',
      'tests/rules/templates.test.ts',
      'tests/rules/architecture.test.ts',
    );
  });

  it('refuses to write over what exists', async () => {
    await expect(plop('new-rule', 'scale', 'x')).rejects.toThrow(/scale\.ts exists already/);
  });

  it('refuses a name that stands for something else, and writes nothing', async () => {
    await expect(plop('new-generator', 'glossary', 'x')).rejects.toThrow(/has a glossaryView from .* already/);
    expect(existsSync(path.join(copy, 'generators/glossary.ts'))).toBe(false);
  });
});
