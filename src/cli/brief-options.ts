import { InvalidArgumentError, Option, type Command } from 'commander';

import { usageError } from './session.js';

const PROFILES = ['economy', 'balanced', 'max'] as const;

/** How a brief is planned: the same options for `plan` and for `new --brief`. */
export interface BriefOptions {
  readonly brief?: string;
  readonly offline?: boolean;
  readonly name?: string;
  readonly answers?: string;
  readonly yes?: boolean;
  readonly model?: string;
  readonly profile?: (typeof PROFILES)[number];
  /** USD. */
  readonly maxCost?: number;
  readonly fresh?: boolean;
  readonly cache?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** The option `--brief` itself. */
export function briefOption(): Option {
  return new Option('--brief <text>', 'what the system should do: a text, a file, or - for standard input');
}

/** Adds the options that say how a brief is planned. */
export function addBriefOptions(command: Command): Command {
  return command
    .option('--offline', 'plan without a model and without a network')
    .option('--name <name>', 'the name of the system, in kebab-case; made from the brief when left out', kebabCase)
    .option('--answers <file>', 'answers to the questions, as YAML: tenancy: shared')
    .addOption(new Option('--profile <profile>', 'which models are asked').choices(PROFILES).conflicts('offline'))
    .addOption(new Option('--model <model>', 'the model that every step asks').conflicts('offline'))
    .addOption(
      new Option('--max-cost <usd>', 'the most that the model may cost, in USD (2 when left out)')
        .argParser(dollars)
        .conflicts('offline'),
    )
    .addOption(new Option('--fresh', 'ask again what the model answered before').conflicts('offline'))
    .addOption(
      new Option('--cache <folder>', 'where finished steps are kept, to go on after an interruption').conflicts(
        'offline',
      ),
    );
}

/** Refuses options about a brief where there is none. */
export function refuseWithoutBrief(options: BriefOptions): void {
  if (options.brief !== undefined) return;
  const about = ['offline', 'name', 'answers', 'profile', 'model', 'maxCost', 'fresh', 'cache'] as const;
  const given = about.find((name) => options[name] !== undefined);
  if (given === undefined) return;
  const flag = given === 'maxCost' ? '--max-cost' : `--${given}`;
  throw usageError(`${flag} says how a brief is planned, and there is none.`, 'Give --brief <text>.');
}

function kebabCase(value: string): string {
  if (value.length <= 40 && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(value)) return value;
  throw new InvalidArgumentError('Write it like my-system, in 40 characters at most.');
}

function dollars(value: string): number {
  const amount = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : NaN;
  if (amount > 0 && amount <= 1000) return amount;
  throw new InvalidArgumentError('Give dollars, e.g. 1.50.');
}
