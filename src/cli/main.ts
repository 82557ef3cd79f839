#!/usr/bin/env node
import { Command, CommanderError } from 'commander';

import { checkCommand } from './commands/check.js';
import { explainCommand } from './commands/explain.js';
import { newCommand } from './commands/new.js';
import { presetsCommand } from './commands/presets.js';
import { schemaCommand } from './commands/schema.js';
import { version } from './package.js';
import { printFailure } from './print/failure.js';
import { EXAMPLES_OF_USE } from './print/usage.js';
import { openSession } from './session.js';
import { misspeltCommand } from './spelling.js';

/** Every command, one file each. `new` is meant when none is named. */
const COMMANDS = [newCommand, checkCommand, schemaCommand, presetsCommand, explainCommand];

const SIGNAL_NUMBERS = { SIGINT: 2, SIGTERM: 15 } as const;

/** Runs one command line. The only place that makes exit codes: 0 done, 1 failed, 2 usage or invalid input, 4 conflicts, 5 proof failed. */
async function main(args: readonly string[]): Promise<number> {
  const program = new Command('create-backend-blueprint')
    .description('Turns a typed blueprint into a tested, multi-tenant TypeScript backend.')
    .version(version, '-V, --version', 'Print the version.')
    .helpOption('-h, --help', 'Print help.')
    .helpCommand('help [command]', 'Print help of a command.')
    .addHelpText('after', EXAMPLES_OF_USE)
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  for (const addTo of COMMANDS) addTo(program, session);

  try {
    await program.parseAsync([...args], { from: 'user' });
    return session.foundErrors ? 2 : 0;
  } catch (error) {
    const signal = interruptedBy();
    if (signal) return 128 + SIGNAL_NUMBERS[signal];
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const hint = error instanceof CommanderError ? misspeltCommand(program, args) : undefined;
    return printFailure(error, { json: args.includes('--json'), hint });
  }
}

process.exitCode = await main(process.argv.slice(2));
