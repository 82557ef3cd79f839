import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';

import { planRepository, readSource } from '../../src/pipeline.js';
import { packageFolder, runCli, scratchFolder } from '../support/cli.js';
import { readTree } from '../support/tree.js';

async function generate(spec: string, env: NodeJS.ProcessEnv = {}): Promise<Record<string, string>> {
  const cwd = scratchFolder();
  const { code, stderr } = await runCli(['out', '--spec', spec, '--no-install', '--no-git'], { cwd, env });
  expect(code, stderr).toBe(0);
  return readTree(path.join(cwd, 'out'));
}

/** The same value with the keys of every map in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, inner]) => [key, reversed(inner)]));
}

describe.each(['minimal', 'ecommerce'])('the repository of %s', (preset) => {
  const spec = path.join(packageFolder, 'examples', preset, 'blueprint.yaml');

  it('is the same, byte for byte, in another locale and another time zone', async () => {
    const here = await generate(spec, { LC_ALL: 'C', LANG: 'C', TZ: 'UTC' });
    const there = await generate(spec, { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Chatham' });
    expect(there).toEqual(here);
  });

  it('is the same from the build, with its compiled templates, as from the sources', async () => {
    const { plan } = await planRepository(await readSource(spec));
    const built = await generate(spec);
    const planned = plan.files.map(({ path: file, contents }) => [file, Buffer.from(contents).toString('latin1')]);
    delete built['.blueprint/manifest.json'];
    expect(built).toEqual(Object.fromEntries(planned));
  });

  it('is the same when the keys of the blueprint stand in another order', async () => {
    const other = path.join(scratchFolder(), 'blueprint.yaml');
    writeFileSync(other, stringify(reversed(parse(readFileSync(spec, 'utf8')))));
    const [first, second] = [await generate(spec), await generate(other)];
    // These two hold the text of the blueprint itself, and its digest.
    for (const tree of [first, second]) {
      delete tree['blueprint.yaml'];
      delete tree['.blueprint/manifest.json'];
    }
    expect(second).toEqual(first);
  });
});
