import type { Command } from 'commander';

import { nearest } from '../text/nearest.js';

/** `new` is meant when no command is named, so a misspelt command looks like a folder: says so when one of the commands is near. */
export function misspeltCommand(program: Command, args: readonly string[]): string | undefined {
  const first = args.find((argument) => !argument.startsWith('-'));
  const names = program.commands.map((command) => command.name());
  if (first === undefined || names.includes(first)) return undefined;
  const near = nearest(first, [...names, 'help']);
  return near === undefined ? undefined : `Did you mean the command "${near}"?`;
}
