import path from 'node:path';

import type { NewRepository } from '../../disk/apply.js';
import { checkSource } from '../../pipeline.js';
import type { BriefResult } from '../plan-brief.js';
import { planReport, sizeWords, type Size } from './planned.js';
import { count, printJson, printProgress, printResult } from './text.js';

export function sizeOf({ source }: BriefResult): Size {
  const contexts = checkSource(source).blueprint?.contexts ?? [];
  return { contexts: contexts.length, entities: contexts.flatMap(({ entities }) => entities).length };
}

/** The blueprint itself goes to standard output when it was not written; then what is to be known about it does not. */
export function printPlanned(result: BriefResult, output: string | undefined, json: boolean): void {
  const { planned, source, run } = result;
  const size = sizeOf(result);
  if (json) return printJson({ ok: true, file: output ?? null, ...size, ...planned, ...(run && { run }) });
  const report = planReport(planned, run);
  if (output === undefined) {
    printResult(source.text.trimEnd());
    printProgress(`${sizeWords(size, planned)}; nothing was written.`);
    for (const line of report) printProgress(line);
    return;
  }
  printResult(`${output}: ${sizeWords(size, planned)}.`);
  for (const line of report) printResult(line);
  printResult('\nNext:');
  printResult(`  create-backend-blueprint check ${output}`);
  printResult(`  create-backend-blueprint my-system --spec ${output}`);
}

/** The same on standard error, where the blueprint is a step on the way to a repository. */
export function printBriefProgress(result: BriefResult): void {
  printProgress(`blueprint.yaml: ${sizeWords(sizeOf(result), result.planned)}.`);
  for (const line of planReport(result.planned, result.run)) printProgress(line);
}

export function printImported(result: BriefResult, file: string, json: boolean): void {
  const { planned, run } = result;
  const size = sizeOf(result);
  if (json) return printJson({ ok: true, file, ...size, ...planned });
  printResult(`${file}: ${sizeWords(size, planned)}; it has no errors.`);
  for (const line of planReport(planned, run)) printResult(line);
}

export function printExported({ path: folder, files }: NewRepository, json: boolean): void {
  if (json) return printJson({ ok: true, directory: folder, files });
  for (const file of files) printResult(path.join(folder, file.path));
  printProgress(`${count(files.length, 'file')}; TASK.md says what to do.`);
}
