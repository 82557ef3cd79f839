import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, it } from 'vitest';

import { packageFolder, run, scratchFolder } from '../support/cli.js';
import { fails } from '../support/fake-anthropic/answer.js';
import { FAKE_KEY } from '../support/fake-anthropic/server.js';
import { fakeApi } from '../support/fake-api.js';

const dist = path.join(packageFolder, 'dist');
const hook = pathToFileURL(path.join(packageFolder, 'tests', 'support', 'loaded-modules.mjs')).href;
const brief = 'Small teams keep lists of tasks. A task has a title and a date it is due.';

/** Files of the bundle that the command loads. */
async function loadedBy(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string[]> {
  const cwd = scratchFolder();
  const list = path.join(cwd, 'loaded.txt');
  writeFileSync(
    path.join(cwd, 'blueprint.yaml'),
    readFileSync(path.join(packageFolder, 'examples/minimal/blueprint.yaml')),
  );
  const cli = path.join(dist, 'main.js');
  await run(process.execPath, ['--import', hook, cli, ...args], {
    cwd,
    env: { XDG_CACHE_HOME: cwd, ANTHROPIC_API_KEY: '', ...env, LOADED_MODULES: list },
  });
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter((url) => url.includes('/dist/'))
    .map((url) => path.basename(url));
}

/** The SDK is where its headers are made. */
function filesWithSdk(): string[] {
  return readdirSync(dist).filter(
    (name) => name.endsWith('.js') && readFileSync(path.join(dist, name), 'utf8').includes('X-Stainless-Retry-Count'),
  );
}

it.each([
  ['--help'],
  ['check', 'blueprint.yaml'],
  ['plan', '--brief', brief, '--offline', '-o', '-'],
  ['plan', '--brief', brief, '--dry-run'],
])('%j does not load the SDK', async (...args: string[]) => {
  const env = args.includes('--dry-run') ? { ANTHROPIC_API_KEY: FAKE_KEY } : {};
  const loaded = await loadedBy(args, env);
  expect(loaded).toContain('main.js');
  expect(filesWithSdk()).not.toEqual([]);
  for (const file of filesWithSdk()) expect(loaded).not.toContain(file);
});

it('a plan with a key does', async () => {
  const api = await fakeApi(() => fails(401));
  const args = ['plan', '--brief', brief, '--yes', '-o', '-'];
  const loaded = await loadedBy(args, { ANTHROPIC_API_KEY: FAKE_KEY, ANTHROPIC_BASE_URL: api.url });
  expect(loaded.some((file) => filesWithSdk().includes(file))).toBe(true);
});
