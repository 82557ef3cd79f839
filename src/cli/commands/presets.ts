import type { Command } from 'commander';

import { PRESETS, presetFile } from '../../package.js';
import { count, printJson, printResult } from '../print/text.js';

export function presetsCommand(program: Command): void {
  program
    .command('presets')
    .description('List the blueprints that ship with this version.')
    .option('--json', 'print the list as JSON')
    .action(async ({ json = false }: { json?: boolean }) => {
      const { checkSource, readSource } = await import('../../pipeline.js');
      const presets = await Promise.all(
        PRESETS.map(async (name) => {
          const { blueprint } = checkSource(await readSource(presetFile(name)));
          if (!blueprint) throw new Error(`The preset ${name} has errors: run "check ${presetFile(name)}".`);
          const { contexts, title, summary } = blueprint;
          const entities = contexts.flatMap((context) => context.entities).length;
          return { name, title, summary, contexts: contexts.length, entities, file: presetFile(name) };
        }),
      );
      if (json) return printJson(presets);
      const width = Math.max(...PRESETS.map((name) => name.length));
      for (const { name, summary, contexts, entities } of presets) {
        const size = `${count(contexts, 'context')}, ${count(entities, 'entity', 'entities')}`;
        printResult(`${name.padEnd(width)}  ${summary} (${size})`);
      }
    });
}
