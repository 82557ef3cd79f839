import path from 'node:path';

import { Option, type Command } from 'commander';

import type { Planned, Source } from '../../pipeline.js';
import type { GitOutcome } from '../../repository/git.js';
import { completeAnswers, type Answers } from '../answers.js';
import { presetFile } from '../../package.js';
import { printCreated, printPreview } from '../print/created.js';
import { findingLine } from '../print/findings.js';
import { count, printProgress } from '../print/text.js';
import { usageError, type Session } from '../session.js';
import { misspeltCommand } from '../spelling.js';

/** Options as the person gave them; absent ones may be asked. */
export interface NewOptions {
  readonly spec?: string;
  readonly preset?: string;
  readonly yes?: boolean;
  readonly set?: readonly string[];
  readonly packageManager?: 'npm' | 'pnpm';
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly install: boolean;
  readonly git: boolean;
}

export function newCommand(program: Command, session: Session): void {
  program
    .command('new', { isDefault: true })
    .description('Write a new repository from a blueprint (meant when no command is named).')
    .argument('[directory]', 'the folder to write; it must not exist, or be empty')
    .addOption(new Option('--spec <blueprint>', 'the blueprint, e.g. blueprint.yaml').conflicts('preset'))
    .option('--preset <name>', 'a blueprint that ships with this version; see the command "presets"')
    .option('-y, --yes', 'ask nothing: take the default for what is not given')
    .option('--set <path=value>', 'change the blueprint, e.g. stack.queue=bullmq (repeatable)', collect)
    .addOption(
      new Option('--package-manager <name>', 'the same as --set stack.packageManager=<name>').choices(['npm', 'pnpm']),
    )
    .option('--dry-run', 'print the paths that would be written, and write nothing')
    .option('--no-install', 'leave the dependencies for later')
    .option('--no-git', 'make no git repository')
    .option('--json', 'print the result as JSON')
    .action(async (directory: string | undefined, options: NewOptions) => {
      const meant = directory === undefined ? undefined : misspeltCommand(program, [directory]);
      if (meant !== undefined && options.spec === undefined && options.preset === undefined) {
        throw usageError(
          `There is no command "${directory}".`,
          `Did you mean "${meant}"? A folder of that name needs --spec or --preset.`,
        );
      }
      const answers = await completeAnswers(directory, options, session);
      await create(answers, options, session);
    });
}

async function create(answers: Answers, options: NewOptions, session: Session): Promise<void> {
  const started = performance.now();
  const { planRepository, writeRepository } = await import('../../pipeline.js');
  const { dryRun = false, json = false } = options;
  const target = path.resolve(answers.directory);

  const planned = await planRepository(await readWithOverrides(answers, options));
  // What is not generated yet stands in the result of a real run.
  const findings = planned.findings.filter(({ code }) => dryRun || code !== 'NOT_GENERATED_YET');
  for (const finding of findings) printProgress(findingLine(finding));
  session.signal.throwIfAborted();
  const written = await writeRepository(planned, target, { dryRun, signal: session.signal });
  if (dryRun) return printPreview(planned, written, json);

  const seconds = (performance.now() - started) / 1000;
  printProgress(`${written.path}: ${count(written.files.length, 'file')} in ${seconds.toFixed(1)} s`);
  const installed = options.install && (await install(planned, target, session));
  const git: GitOutcome = options.git ? await makeGitRepository(target, session) : { state: 'off' };
  printCreated(planned, written, { installed, git, seconds, json });
}

async function install({ design }: Planned, target: string, { signal }: Session): Promise<boolean> {
  const { installDependencies } = await import('../../repository/install.js');
  printProgress(`Installing dependencies with ${design.stack.packageManager} …`);
  await installDependencies(target, design.stack.packageManager, signal);
  return true;
}

async function makeGitRepository(target: string, { signal }: Session): Promise<GitOutcome> {
  const { initGit } = await import('../../repository/git.js');
  return initGit(target, signal);
}

/** Errors of the blueprint itself are reported before those that an override adds, each in its own terms. */
async function readWithOverrides(answers: Answers, options: NewOptions): Promise<Source> {
  const { checkSource, readSource } = await import('../../pipeline.js');
  const source = await readSource(answers.spec ?? presetFile(answers.preset));
  const texts = overridesOf(options);
  if (texts.length === 0 || !checkSource(source).blueprint) return source;
  const { applyOverrides, parseOverride } = await import('../overrides.js');
  const changed = { ...source, text: applyOverrides(source.text, texts.map(parseOverride)) };
  const errors = checkSource(changed).findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return changed;
  const flags = texts.map((text) => `--set ${text}`).join(' ');
  const reasons = errors.map(({ code, message, hint }) => [code, message, hint].filter(Boolean).join(' '));
  throw usageError(`With ${flags} the blueprint is not valid any more:`, reasons.join('\n'));
}

function overridesOf({ set = [], packageManager }: NewOptions): readonly string[] {
  return packageManager === undefined ? set : [...set, `stack.packageManager=${packageManager}`];
}

function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}
