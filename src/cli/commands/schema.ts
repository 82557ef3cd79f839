import type { Command } from 'commander';

import { printJson } from '../print/text.js';

export function schemaCommand(program: Command): void {
  program
    .command('schema')
    .description('Print the JSON Schema of blueprint.yaml, with which editors complete and check it.')
    .option('--json', 'the same: the schema is JSON')
    .action(async () => {
      const { blueprintJsonSchema } = await import('../../blueprint/json-schema.js');
      printJson(blueprintJsonSchema());
    });
}
