import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { packageFolder, run } from '../support/cli.js';
import { listFiles } from '../support/tree.js';

/** What the installed command line needs, and nothing else. */
const allowed = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^dist\/[\w-]+\.js$/,
  /^dist\/THIRD_PARTY_LICENSES\.txt$/,
  /^templates\/(?!contributor\/).+\.hbs$/,
  /^examples\/(ecommerce|minimal|crm)\/blueprint\.yaml$/,
];

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { path: string }[];
}

describe('the published package', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'blueprint-package-'));
  const user = path.join(folder, 'user');
  let packed: Packed;
  const npx = (...args: string[]) => run('npx', ['--no-install', 'create-backend-blueprint', ...args], { cwd: user });

  beforeAll(async () => {
    const { code, stdout, stderr } = await run('npm', ['pack', '--json', '--pack-destination', folder], {
      cwd: packageFolder,
    });
    expect(code, stderr).toBe(0);
    [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [Packed];
    mkdirSync(user);
    writeFileSync(path.join(user, 'package.json'), '{ "name": "user", "private": true }\n');
    const tarball = path.join(folder, packed.filename);
    const installed = await run('npm', ['install', '--no-audit', '--no-fund', tarball], { cwd: user });
    expect(installed.code, installed.stderr).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what the command line needs and nothing else', () => {
    const files = packed.files.map((file) => file.path);
    expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
    for (const pattern of allowed) expect(files.filter((file) => pattern.test(file))).not.toEqual([]);
    // The compiled templates and their sources make a third; the domain blocks a tenth, the part of the SDK that is used a twentieth.
    expect(packed.size).toBeLessThan(1.25 * 1024 * 1024);
  });

  it('runs from where it is installed', async () => {
    expect((await npx('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await npx('presets', '--json')).code).toBe(0);
    expect((await npx('schema')).code).toBe(0);
  });

  it('generates the same repository as the checkout', async () => {
    const { code, stderr } = await npx('shop', '--preset', 'minimal', '--no-install', '--no-git');
    expect(code, stderr).toBe(0);
    const checkout = await run(
      'npm',
      [
        'run',
        '--silent',
        'blueprint',
        '--',
        path.join(folder, 'shop'),
        '--preset',
        'minimal',
        '--no-install',
        '--no-git',
      ],
      {
        cwd: packageFolder,
      },
    );
    expect(checkout.code, checkout.stderr).toBe(0);
    expect(listFiles(path.join(user, 'shop'))).toEqual(listFiles(path.join(folder, 'shop')));
  });
});
