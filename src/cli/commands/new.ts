import path from 'node:path';

import { Option, type Command } from 'commander';

import type { Source } from '../../pipeline.js';
import { applyOverrides, parseOverride, type Override } from '../overrides.js';
import { completeAnswers, type Answers } from '../answers.js';
import { presetFile } from '../package.js';
import { printCreated, printPlanned } from '../print/created.js';
import { findingLine } from '../print/findings.js';
import { printProgress } from '../print/text.js';
import { usageError, type Session } from '../session.js';

/** Options as the person gave them; absent ones may be asked. */
export interface NewOptions {
  readonly spec?: string;
  readonly preset?: string;
  readonly yes?: boolean;
  readonly set: readonly string[];
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
    .option('--set <path=value>', 'change the blueprint, e.g. stack.queue=bullmq (repeatable)', collect, [])
    .addOption(
      new Option('--package-manager <name>', 'the same as --set stack.packageManager=<name>').choices(['npm', 'pnpm']),
    )
    .option('--dry-run', 'print the paths that would be written, and write nothing')
    .option('--no-install', 'leave the dependencies for later')
    .option('--no-git', 'make no git repository')
    .option('--json', 'print the result as JSON')
    .action(async (directory: string | undefined, options: NewOptions) => {
      const answers = await completeAnswers(directory, options, session);
      await create(answers, options, session);
    });
}

async function create(answers: Answers, options: NewOptions, session: Session): Promise<void> {
  const { createRepository, planRepository } = await import('../../pipeline.js');
  const source = await readWithOverrides(answers, options);
  const started = performance.now();
  const planned = await planRepository(source);
  for (const finding of planned.findings) printProgress(findingLine(finding));
  const json = options.json ?? false;
  if (options.dryRun) return printPlanned(planned, answers.directory, json);
  const created = await createRepository(planned, {
    directory: path.resolve(answers.directory),
    git: options.git,
    install: options.install,
    signal: session.signal,
    progress: printProgress,
  });
  printCreated(planned, created, { directory: answers.directory, seconds: (performance.now() - started) / 1000, json });
}

/** Errors of the blueprint itself are reported before those that an override adds, each in its own terms. */
async function readWithOverrides(answers: Answers, options: NewOptions): Promise<Source> {
  const { checkSource, readSource, requireBlueprint } = await import('../../pipeline.js');
  const source = await readSource(answers.spec ?? presetFile(answers.preset));
  const overrides = overridesOf(options);
  if (overrides.length === 0) return source;
  requireBlueprint(source);
  const changed = { ...source, text: applyOverrides(source.text, overrides) };
  const errors = checkSource(changed).findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return changed;
  const flags = overrides.map(({ text }) => `--set ${text}`).join(' ');
  const reasons = errors.map(({ code, message, hint }) => [code, message, hint].filter(Boolean).join(' '));
  throw usageError(`With ${flags} the blueprint is not valid any more:`, reasons.join('\n'));
}

function overridesOf({ set, packageManager }: NewOptions): Override[] {
  const texts = packageManager === undefined ? set : [...set, `stack.packageManager=${packageManager}`];
  return texts.map(parseOverride);
}

function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}
