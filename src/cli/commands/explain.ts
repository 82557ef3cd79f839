import type { Command } from 'commander';

export function explainCommand(program: Command): void {
  program.command('explain');
}
