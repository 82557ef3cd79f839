import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { inject } from 'vitest';

import type { Design } from '../../../src/design/model.js';
import { planRepository, readSource } from '../../../src/pipeline.js';
import { packageFolder, runCli } from '../../support/cli.js';
import { newcomersEnvironment } from './environment.js';
import { start, succeed, type Running } from './processes.js';

export type Environment = Readonly<Record<string, string>>;

/** A repository as its user has it after `create-backend-blueprint`. */
export interface Repository {
  readonly folder: string;
  readonly design: Design;
  install(): Promise<void>;
  /** `npm run <script>`, which must succeed; returns what it printed. */
  script(name: string, environment?: Environment): Promise<string>;
  /** The program of a script, started as a service manager would: npm, between the two, would answer for it to a signal. */
  start(script: string, environment: Environment): Running;
}

export async function generateExample(example: string): Promise<Repository> {
  return generate(example, path.join(packageFolder, 'examples', example, 'blueprint.yaml'));
}

/** From a brief, without a model. */
export async function generateFromBrief(name: string, brief: string): Promise<Repository> {
  return generateWith(name, ['--brief', brief, '--offline', '--yes']);
}

/** Generates anew; what npm installed there in an earlier run is kept, as in a repository that is used. */
export async function generate(name: string, spec: string): Promise<Repository> {
  return generateWith(name, ['--spec', spec]);
}

async function generateWith(name: string, origin: readonly string[]): Promise<Repository> {
  const folder = path.join(inject('proofFolder'), name);
  const modules = path.join(folder, 'node_modules');
  const aside = `${folder}.node_modules`;
  if (existsSync(modules)) renameSync(modules, aside);
  rmSync(folder, { recursive: true, force: true });
  const { code, stdout, stderr } = await runCli([folder, ...origin, '--no-install', '--no-git', '--json']);
  if (code !== 0) throw new Error(`Generating ${name} ended with ${code}:\n${stdout}${stderr}`);
  if (existsSync(aside)) renameSync(aside, modules);
  return openRepository(folder, (await planRepository(await readSource(path.join(folder, 'blueprint.yaml')))).design);
}

export function openRepository(folder: string, design: Design): Repository {
  const npm = (args: readonly string[], environment: Environment = {}) =>
    succeed('npm', args, folder, newcomersEnvironment(environment));
  return {
    folder,
    design,
    install: async () => {
      await npm(['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']);
    },
    script: (name, environment) => npm(['run', '--silent', name], environment),
    start: (script, environment) => {
      const { scripts } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
        scripts: Record<string, string>;
      };
      const [command = '', ...args] = scripts[script]?.split(' ') ?? [];
      return start(command, args, folder, newcomersEnvironment(environment));
    },
  };
}
