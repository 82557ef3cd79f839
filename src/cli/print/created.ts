import path from 'node:path';

import type { NewRepository } from '../../disk/apply.js';
import type { Planned } from '../../pipeline.js';
import type { GitOutcome } from '../../repository/git.js';
import { count, printJson, printProgress, printResult } from './text.js';

/** The result of a dry run: exactly the paths that the real run would write. */
export function printPreview(planned: Planned, { path: folder, files }: NewRepository, json: boolean): void {
  if (json) return printJson({ ok: true, dryRun: true, directory: folder, ...facts(planned), files });
  for (const file of files) printResult(file.path);
  printProgress(`${count(files.length, 'file')} would be written to ${folder}; nothing was.`);
}

export interface Finish {
  readonly installed: boolean;
  readonly git: GitOutcome;
  /** Until the last file was written. */
  readonly seconds: number;
  readonly json: boolean;
}

export function printCreated(planned: Planned, { path: folder, files }: NewRepository, finish: Finish): void {
  const { installed, git, seconds, json } = finish;
  const { contexts, entities, openPoints } = facts(planned);
  if (json) {
    const rounded = Math.round(seconds * 1000) / 1000;
    return printJson({ ok: true, directory: folder, ...facts(planned), seconds: rounded, installed, git, files });
  }
  const { product, stack } = planned.design;
  const sizes = [count(contexts, 'context'), count(entities, 'entity', 'entities'), count(files.length, 'file')];
  printResult(`${product.title} is in ${folder}: ${sizes.join(', ')}, ${seconds.toFixed(1)} s.`);
  if (git.state === 'skipped') printResult(`No commit was made: ${git.because}.`);
  if (openPoints.length > 0) printResult('\nDeclared in the blueprint and not generated yet; README.md lists it too:');
  for (const { ability, declared, instead } of openPoints) printResult(`  ${ability}: ${declared}. ${instead}`);
  printResult('\nNext:');
  printResult(`  cd ${path.relative(process.cwd(), folder) || '.'}`);
  if (!installed) printResult(`  ${stack.packageManager} install`);
  printResult(
    `  ${stack.packageManager} run dev   # starts the API, with a database of its own unless DATABASE_URL names one`,
  );
  printResult(`  ${stack.packageManager} test      # runs its tests`);
}

function facts({ design, findings }: Planned) {
  const { product, contexts, entities, openPoints } = design;
  return { name: product.name, contexts: contexts.length, entities: entities.length, openPoints, findings };
}
