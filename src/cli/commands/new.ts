import path from 'node:path';

import { Option, type Command } from 'commander';

import type { Planned, Source } from '../../pipeline.js';
import type { GitOutcome } from '../../repository/git.js';
import { completeAnswers, type Answers } from '../answers.js';
import { presetFile } from '../../package.js';
import { readBrief } from '../brief.js';
import { addBriefOptions, briefOption, refuseWithoutBrief, type BriefOptions } from '../brief-options.js';
import type { BriefResult } from '../plan-brief.js';
import { printCreated, printPreview } from '../print/created.js';
import { findingLine } from '../print/findings.js';
import { count, printProgress } from '../print/text.js';
import { usageError, type Session } from '../session.js';
import { misspeltCommand } from '../spelling.js';

/** Options as the person gave them; absent ones may be asked. */
export interface NewOptions extends BriefOptions {
  readonly spec?: string;
  readonly preset?: string;
  readonly set?: readonly string[];
  readonly packageManager?: 'npm' | 'pnpm';
  readonly install: boolean;
  readonly git: boolean;
}

export function newCommand(program: Command, session: Session): void {
  const command = program
    .command('new', { isDefault: true })
    .description('Write a new repository from a brief or a blueprint (meant when no command is named).')
    .argument('[directory]', 'the folder to write; it must not exist, or be empty')
    .addOption(briefOption().conflicts(['spec', 'preset']))
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
    .option('--json', 'print the result as JSON');
  addBriefOptions(command).action(async (directory: string | undefined, options: NewOptions) => {
    const meant = directory === undefined ? undefined : misspeltCommand(program, [directory]);
    const { brief, spec, preset } = options;
    if (meant !== undefined && (brief ?? spec ?? preset) === undefined) {
      throw usageError(
        `There is no command "${directory}".`,
        `Did you mean "${meant}"? A folder of that name needs --brief, --spec or --preset.`,
      );
    }
    refuseWithoutBrief(options);
    const answers = await completeAnswers(directory, options, session);
    await create(answers, options, session);
  });
}

async function create(answers: Answers, options: NewOptions, session: Session): Promise<void> {
  const { planRepository, writeRepository } = await import('../../pipeline.js');
  const { dryRun = false, json = false } = options;
  const target = path.resolve(answers.directory);

  const start = await startFrom(answers, target, options, session);
  if (!start) return;
  const started = performance.now();
  const planned = await planRepository(await withOverrides(start.source, options));
  // What is not generated yet stands in the result of a real run.
  const findings = planned.findings.filter(({ code }) => dryRun || code !== 'NOT_GENERATED_YET');
  for (const finding of findings) printProgress(findingLine(finding));
  session.signal.throwIfAborted();
  const written = await writeRepository(planned, target, { dryRun, signal: session.signal });
  if (dryRun) return printPreview(planned, written, json, start.brief);

  const seconds = (performance.now() - started) / 1000;
  printProgress(`${written.path}: ${count(written.files.length, 'file')} in ${seconds.toFixed(1)} s`);
  const installed = options.install && (await install(planned, target, session));
  const git: GitOutcome = options.git ? await makeGitRepository(target, session) : { state: 'off' };
  printCreated(planned, written, { installed, git, seconds, json, brief: start.brief });
}

/** What the repository is made from. */
interface Start {
  readonly source: Source;
  /** Absent where there was a blueprint already. */
  readonly brief: BriefResult | undefined;
}

/** The blueprint that was given, or the one that a brief becomes. Undefined when a dry run has shown what a model would be sent. */
async function startFrom(
  answers: Answers,
  target: string,
  options: NewOptions,
  session: Session,
): Promise<Start | undefined> {
  if (answers.kind !== 'brief') {
    const { readSource } = await import('../../pipeline.js');
    const file = answers.kind === 'spec' ? answers.spec : presetFile(answers.preset);
    return { source: await readSource(file), brief: undefined };
  }
  const { refuseTarget } = await import('../../disk/target.js');
  const { planFromBrief, showRequests } = await import('../plan-brief.js');
  // Nothing is asked, sent or paid for whose result has no place.
  await refuseTarget(target);
  const text = await readBrief(answers.brief, session);
  if (options.dryRun && (await showRequests(text, options))) return undefined;
  const brief = await planFromBrief(text, options, session);
  const { printBriefProgress } = await import('../print/planned-result.js');
  printBriefProgress(brief);
  return { source: brief.source, brief };
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
async function withOverrides(source: Source, options: NewOptions): Promise<Source> {
  const texts = overridesOf(options);
  if (texts.length === 0) return source;
  const { checkSource } = await import('../../pipeline.js');
  if (!checkSource(source).blueprint) return source;
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
