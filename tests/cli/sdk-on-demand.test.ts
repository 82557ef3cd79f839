import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, it } from 'vitest';

import { builtCli, packageFolder, run, scratchFolder } from '../support/cli.js';
import { fails } from '../support/fake-anthropic/answer.js';
import { FAKE_KEY } from '../support/fake-anthropic/server.js';
import { fakeApi } from '../support/fake-api.js';

const dist = path.dirname(builtCli);
const hook = pathToFileURL(path.join(packageFolder, 'tests', 'support', 'loaded-modules.mjs')).href;
const brief = 'Small teams keep lists of tasks. A task has a title and a date it is due.';

/** Files of the bundle that a command loads while it runs. */
async function loadedBy(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string[]> {
  const cwd = scratchFolder();
  const list = path.join(cwd, 'loaded.txt');
  const example = readFileSync(path.join(packageFolder, 'examples', 'minimal', 'blueprint.yaml'));
  writeFileSync(path.join(cwd, 'blueprint.yaml'), example);
  await run(process.execPath, ['--import', hook, builtCli, ...args], {
    cwd,
    env: { XDG_CACHE_HOME: cwd, ANTHROPIC_API_KEY: '', ANTHROPIC_BASE_URL: '', ...env, LOADED_MODULES: list },
  });
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter((url) => url.includes('/dist/'))
    .map((url) => path.basename(url));
}

/** The SDK is where its headers are made. */
function filesWithSdk(): string[] {
  const isSdk = (file: string) => readFileSync(path.join(dist, file), 'utf8').includes('"anthropic-version"');
  return readdirSync(dist).filter((file) => file.endsWith('.js') && isSdk(file));
}

it.each([
  { args: ['--help'] },
  { args: ['check', 'blueprint.yaml'] },
  { args: ['plan', '--brief', brief, '--offline', '-o', '-'] },
  { args: ['plan', '--brief', brief, '--dry-run'], env: { ANTHROPIC_API_KEY: FAKE_KEY } },
])('$args runs without the SDK of Anthropic', async ({ args, env }) => {
  const loaded = await loadedBy(args, env);
  expect(loaded).toContain('main.js');
  expect(filesWithSdk()).not.toEqual([]);
  expect(loaded.filter((file) => filesWithSdk().includes(file))).toEqual([]);
});

it('a plan with a model runs with it', async () => {
  const api = await fakeApi(() => fails(401));
  const env = { ANTHROPIC_API_KEY: FAKE_KEY, ANTHROPIC_BASE_URL: api.url };
  const loaded = await loadedBy(['plan', '--brief', brief, '--yes', '-o', '-'], env);
  expect(api.calls.length).toBeGreaterThan(0);
  expect(loaded.some((file) => filesWithSdk().includes(file))).toBe(true);
});
