import type { Command } from 'commander';

import { nearest } from '../text/nearest.js';

/** `new` is meant when no command is named, so a misspelt command looks like a folder. The command that was meant, if one is near. */
export function misspeltCommand(program: Command, args: readonly string[]): string | undefined {
  const names = program.commands.map((command) => command.name());
  const [first, second] = args.filter((argument) => !argument.startsWith('-'));
  const word = first === 'help' ? second : first;
  return word === undefined || names.includes(word) ? undefined : nearest(word, [...names, 'help']);
}
