import path from 'node:path';

import type { NewRepository } from '../../disk/apply.js';
import { without } from '../../text/without.js';
import type { BriefResult } from '../plan-brief.js';
import { planReport, sizeWords } from './planned.js';
import { count, printJson, printProgress, printResult } from './text.js';

/** The blueprint itself goes to standard output when it was not written; then what is to be known about it does not. */
export function printPlanned(result: BriefResult, output: string | undefined, json: boolean): void {
  const { planned, source, run } = result;
  if (json)
    return printJson({
      ok: true,
      file: output ?? null,
      ...planned.size,
      ...without(planned, 'size'),
      ...(run && { run }),
    });
  const report = planReport(planned, run);
  if (output === undefined) {
    printResult(source.text.trimEnd());
    printProgress(`${sizeWords(planned)}; nothing was written.`);
    for (const line of report) printProgress(line);
    return;
  }
  printResult(`${output}: ${sizeWords(planned)}.`);
  for (const line of report) printResult(line);
  printResult('\nNext:');
  printResult(`  create-backend-blueprint check ${output}`);
  printResult(`  create-backend-blueprint my-system --spec ${output}`);
}

/** The same on standard error, where the blueprint is a step on the way to a repository. */
export function printBriefProgress(result: BriefResult): void {
  printProgress(`blueprint.yaml: ${sizeWords(result.planned)}.`);
  for (const line of planReport(result.planned, result.run)) printProgress(line);
}

export function printImported(result: BriefResult, file: string, json: boolean): void {
  const { planned, run } = result;
  if (json) return printJson({ ok: true, file, ...planned.size, ...without(planned, 'size') });
  printResult(`${file}: ${sizeWords(planned)}; it has no errors.`);
  for (const line of planReport(planned, run)) printResult(line);
}

export function printExported({ path: folder, files }: NewRepository, json: boolean): void {
  if (json) return printJson({ ok: true, directory: folder, files });
  for (const file of files) printResult(path.join(folder, file.path));
  printProgress(`${count(files.length, 'file')}; TASK.md says what to do.`);
}
