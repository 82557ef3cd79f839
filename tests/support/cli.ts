import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { onTestFinished } from 'vitest';

export const packageFolder = fileURLToPath(new URL('../../', import.meta.url));
export const builtCli = path.join(packageFolder, 'dist', 'main.js');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** What standard input holds; empty when left out, and open without an end when `null`. */
  readonly input?: string | null;
  /** Sent as soon as standard error matches. */
  readonly interrupt?: { readonly signal: 'SIGINT' | 'SIGTERM'; readonly when: RegExp };
}

/** Runs the built command line as a person without a terminal would, e.g. from a script. */
export function runCli(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return run(process.execPath, [builtCli, ...args], options);
}

export function run(
  command: string,
  args: readonly string[],
  { cwd, env, input = '', interrupt }: RunOptions = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'pipe' });
    // Who does not read standard input may end before it was written.
    child.stdin.on('error', () => undefined);
    if (input !== null) child.stdin.end(input);
    let stdout = '';
    let stderr = '';
    let interrupted = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      if (interrupt?.when.test(stderr) && !interrupted) interrupted = child.kill(interrupt.signal);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** The environment of somebody who has no key of the model, wherever the tests run. */
export const withoutKey: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.keys(process.env).flatMap((name) => (name.startsWith('ANTHROPIC') ? [[name, undefined]] : [])),
  ),
  ANTHROPIC_CONFIG_DIR: path.join(packageFolder, 'no-such-folder'),
};

/** An empty folder for one test; it is removed afterwards. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'blueprint-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
