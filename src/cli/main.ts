#!/usr/bin/env node
import { Command, CommanderError } from 'commander';

import { Cancelled } from './ask.js';
import { checkCommand } from './commands/check.js';
import { docsCommand } from './commands/docs.js';
import { explainCommand } from './commands/explain.js';
import { mcpCommand } from './commands/mcp.js';
import { newCommand } from './commands/new.js';
import { planCommand } from './commands/plan.js';
import { presetsCommand } from './commands/presets.js';
import { schemaCommand } from './commands/schema.js';
import { tool } from '../package.js';
import { printFailure } from './print/failure.js';
import { EXAMPLES_OF_USE } from './print/usage.js';
import { printProgress } from './print/text.js';
import { openSession, type Interruption, type Session } from './session.js';
import { misspeltCommand } from './spelling.js';

/** Every command, one file each. `new` is meant when none is named. */
const COMMANDS = [
  newCommand,
  planCommand,
  checkCommand,
  schemaCommand,
  presetsCommand,
  explainCommand,
  docsCommand,
  mcpCommand,
];

const EXIT_CODES: Readonly<Record<Session['outcome'], number>> = { done: 0, invalid: 2, conflicts: 4, differs: 5 };

/** Runs one command line. The only place that makes exit codes: 0 done, 1 failed, 2 usage or invalid input, 4 conflicts, 5 a check or proof failed. */
async function main(args: string[]): Promise<number> {
  const program = new Command(tool.name)
    .description('Turns a brief or a typed blueprint into a tested, multi-tenant TypeScript backend.')
    .version(tool.version, '-V, --version', 'Print the version.')
    .helpOption('-h, --help', 'Print help.')
    .helpCommand('help [command]', 'Print help of a command.')
    .addHelpText('after', EXAMPLES_OF_USE)
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  const session = openSession();
  for (const addTo of COMMANDS) addTo(program, session);

  try {
    await program.parseAsync(args, { from: 'user' });
    return EXIT_CODES[session.outcome];
  } catch (error) {
    if (session.signal.aborted) return interrupted(session.signal.reason as Interruption);
    if (error instanceof Cancelled) return interrupted('SIGINT');
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    return printFailure(error, { json: args.includes('--json'), meant: misspeltCommand(program, args) });
  }
}

/** The shells' convention: 128 and the number of the signal. */
function interrupted(by: Interruption): number {
  printProgress('Interrupted.');
  return by === 'SIGINT' ? 130 : 143;
}

// The reader of a pipe may leave early (`schema | head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
process.exitCode = await main(process.argv.slice(2));
