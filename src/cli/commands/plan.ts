import { Option, type Command } from 'commander';

import type { Brief } from '../../brief/brief.js';
import { readBrief } from '../brief.js';
import { addBriefOptions, briefOption, refuseWithoutBrief, type BriefOptions } from '../brief-options.js';
import type { BriefResult } from '../plan-brief.js';
import { usageError, type Session } from '../session.js';

export interface PlanCommandOptions extends BriefOptions {
  readonly output?: string;
  readonly force?: boolean;
  readonly export?: string;
  readonly import?: string;
}

/** Where the blueprint goes unless the person says otherwise. */
const OUTPUT = 'blueprint.yaml';

export function planCommand(program: Command, session: Session): void {
  const command = program
    .command('plan')
    .description('Write a blueprint from a brief, with a model or without one.')
    .addOption(briefOption());
  addBriefOptions(command)
    .option('-o, --output <file>', `the file to write (${OUTPUT} when left out); - prints the blueprint`)
    .option('--force', 'overwrite the file')
    .option('-y, --yes', 'ask nothing: take the defaults, and send what is to be sent')
    .option('--dry-run', 'print what would be sent, or without a model the blueprint, and write nothing')
    .addOption(
      new Option('--export <folder>', 'write the task, the schema and a draft for another agent').conflicts([
        'import',
        'output',
        'dryRun',
      ]),
    )
    .addOption(
      new Option(
        '--import <blueprint>',
        'hold a blueprint that another agent wrote to all checks, and to the brief if there is one',
      ).conflicts(['offline', 'name', 'answers', 'profile', 'model', 'maxCost', 'fresh', 'cache', 'dryRun']),
    )
    .option('--json', 'print the result as JSON')
    .action((options: PlanCommandOptions) => plan(options, session));
}

async function plan(options: PlanCommandOptions, session: Session): Promise<void> {
  refuseWithoutBrief(options);
  if (options.import !== undefined) return importBlueprint(options.import, options, session);
  if (options.brief === undefined) {
    throw usageError('There is nothing to plan from.', 'Give --brief <text>, a file, or - for standard input.');
  }
  const output = options.output ?? OUTPUT;
  const prints = output === '-' || options.dryRun === true;
  // Nothing is asked, sent or paid for whose result has no place.
  if (options.export === undefined && !prints) await refuseOutput(output, options);
  const brief = await readBrief(options.brief, session);
  if (options.export !== undefined) return exportTask(brief, options.export, options, session);
  const { planFromBrief, showRequests } = await import('../plan-brief.js');
  if (options.dryRun && (await showRequests(brief, options))) return;
  const result = await planFromBrief(brief, options, session);
  await finish(result, prints ? undefined : output, options, session);
}

async function importBlueprint(file: string, options: PlanCommandOptions, session: Session): Promise<void> {
  const { output } = options;
  if (output !== undefined && output !== '-') await refuseOutput(output, options);
  const { readSource, planBrief } = await import('../../pipeline.js');
  const { importPlanner } = await import('../../brief/agent/import.js');
  const { traceBrief } = await import('../../brief/agent/trace.js');
  const { text } = await readSource(file);
  const brief = options.brief === undefined ? NO_BRIEF : await readBrief(options.brief, session);
  const answer = () => Promise.resolve([]);
  const result = await planBrief(
    brief,
    importPlanner({ text, file }, traceBrief),
    { answer, signal: session.signal },
    () => undefined,
  );
  const isWritten = output !== undefined && output !== '-';
  if (output === '-') return finish(result, undefined, options, session);
  if (isWritten) return finish(result, output, options, session);
  const { printImported } = await import('../print/planned-result.js');
  printImported(result, file, options.json === true);
}

const NO_BRIEF: Brief = { text: '', source: '--brief', secrets: [] };

async function exportTask(brief: Brief, folder: string, options: PlanCommandOptions, session: Session): Promise<void> {
  const { planFromBrief } = await import('../plan-brief.js');
  const { exportFiles } = await import('../../brief/agent/export.js');
  const { writeFolder } = await import('../../disk/apply.js');
  const { printExported } = await import('../print/planned-result.js');
  // Another agent does the work: no model of ours is asked for the draft.
  const { planned } = await planFromBrief(brief, { ...options, offline: true }, session);
  const written = await writeFolder('the task', exportFiles(brief, planned), folder, { signal: session.signal });
  printExported(written, options.json === true);
}

/** The result on the disk or on standard output, and what is to be known about it beside it. */
async function finish(
  result: BriefResult,
  output: string | undefined,
  options: PlanCommandOptions,
  session: Session,
): Promise<void> {
  session.signal.throwIfAborted();
  if (output !== undefined) {
    const { writeFile } = await import('../../disk/write-file.js');
    await writeFile(output, result.source.text, { force: options.force === true, signal: session.signal });
  }
  const { printPlanned } = await import('../print/planned-result.js');
  printPlanned(result, output, options.json === true);
}

async function refuseOutput(output: string, { force = false }: PlanCommandOptions): Promise<void> {
  const { refuseToOverwrite } = await import('../../disk/write-file.js');
  await refuseToOverwrite(output, { force });
}
