import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';

import { expect, inject, it } from 'vitest';

import { packageFolder } from '../support/cli.js';
import { api, isListening } from '../generated/support/api.js';
import { newcomersEnvironment } from '../generated/support/environment.js';
import { signIn } from '../generated/support/journey.js';
import { start, until } from '../generated/support/processes.js';

/** What a fresh clone has: everything but what .gitignore names. */
function clone(target: string): void {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = spawnSync('git', args, { cwd: packageFolder, encoding: 'utf8' });
  for (const file of stdout.split('\0').filter((name) => name !== '' && existsSync(path.join(packageFolder, name)))) {
    cpSync(path.join(packageFolder, file), path.join(target, file));
  }
}

it('npm start brings a fresh clone to a running system that a person can sign in to, and Ctrl-C stops all of it', async () => {
  const checkout = path.join(inject('proofFolder'), 'checkout');
  clone(checkout);
  const program = start('npm', ['start'], checkout, newcomersEnvironment());
  try {
    const url = await until(
      program,
      () => Promise.resolve(/runs at (http:\/\/127\.0\.0\.1:\d+)/.exec(program.output.text)?.[1]),
      600,
    );
    expect(program.output.text).toContain('Sign in as owner@acme.test');
    expect(await signIn(api(url), 'owner@acme.test')).toMatch(/^ey/);
    await program.stop('SIGINT');
    expect(await isListening(Number(new URL(url).port))).toBe(false);
  } catch (error) {
    await program.stop('SIGINT').catch(() => undefined);
    throw error;
  }
});
