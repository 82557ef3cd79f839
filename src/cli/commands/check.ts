import type { Command } from 'commander';

import { findingCounts, findingLine } from '../print/findings.js';
import { printJson, printProgress, printResult } from '../print/text.js';
import type { Session } from '../session.js';

export function checkCommand(program: Command, session: Session): void {
  program
    .command('check')
    .description('Print every finding about a blueprint as file:line:column CODE message. Writes nothing.')
    .argument('<blueprint>', 'the blueprint to check, e.g. blueprint.yaml')
    .option('--json', 'print the findings as JSON')
    .action(async (file: string, { json = false }: { json?: boolean }) => {
      const { readSource, checkSource } = await import('../../pipeline.js');
      const { findings } = checkSource(await readSource(file));
      const errors = findings.filter(({ severity }) => severity === 'error').length;
      const ok = errors === 0;
      if (json) printJson({ ok, file, errors, warnings: findings.length - errors, findings });
      else {
        for (const finding of findings) printResult(findingLine(finding));
        printProgress(`${file}: ${findingCounts(findings)}`);
      }
      if (!ok) session.outcome = 'invalid';
    });
}
