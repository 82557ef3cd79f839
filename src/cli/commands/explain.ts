import { join } from 'node:path';

import type { Command } from 'commander';

import { findGenerated } from '../../disk/repository.js';
import type { Explanation } from '../../plan/explain.js';
import { printJson, printProgress, printResult } from '../print/text.js';

export function explainCommand(program: Command): void {
  program
    .command('explain')
    .description('Print the template line and the blueprint line that a line of a generated file came from.')
    .argument('<place>', 'a file of a generated repository, and a line if you like: apps/api/src/server.ts:12')
    .option('--json', 'print the explanation as JSON')
    .action(async (place: string, { json = false }: { json?: boolean }) => {
      const [, file = place, line] = /^(.*?):(\d+)$/s.exec(place) ?? [];
      const { root, path, contents } = await findGenerated(file);
      const { designRepository, readSource } = await import('../../pipeline.js');
      const { explainLine } = await import('../../plan/explain.js');
      const { generators, design } = designRepository(await readSource(join(root, 'blueprint.yaml')));
      const explanation = await explainLine(generators, design, path, line === undefined ? undefined : Number(line));
      const isChanged = contents?.split('\n')[explanation.line - 1] !== explanation.text;
      if (json) return printJson({ root, ...explanation, isChanged });
      printExplanation(explanation);
      if (isChanged) printProgress(`The file was changed since: this is line ${explanation.line} as it is generated.`);
    });
}

function printExplanation({ path, line, text, generator, template, at }: Explanation): void {
  printResult(`${path}:${line}  ${text.trim()}`);
  printResult(`  generator  ${generator}`);
  if (template) {
    printResult(`  template   templates/${template.name}:${template.line}  ${template.text.trim()}`);
    if (template.words.length > 0) printResult(`  words      ${template.words.join(', ')}`);
  }
  if (at) printResult(`  blueprint  blueprint.yaml:${at.line}:${at.column}`);
}
