import path from 'node:path';

import type { NewRepository } from '../../disk/apply.js';
import type { Planned } from '../../pipeline.js';
import type { GitOutcome } from '../../repository/git.js';
import type { BriefResult } from '../plan-brief.js';
import { count, printJson, printProgress, printResult } from './text.js';

/** The result of a dry run: exactly the paths that the real run would write. */
export function printPreview(
  planned: Planned,
  { path: folder, files }: NewRepository,
  json: boolean,
  brief: BriefResult | undefined,
): void {
  if (json) return printJson({ ok: true, dryRun: true, directory: folder, ...facts(planned), ...planOf(brief), files });
  for (const file of files) printResult(file.path);
  printProgress(`${count(files.length, 'file')} would be written to ${folder}; nothing was.`);
}

export interface Finish {
  readonly installed: boolean;
  readonly git: GitOutcome;
  /** Until the last file was written. */
  readonly seconds: number;
  readonly json: boolean;
  /** Where the blueprint came from, when it was made for this repository. */
  readonly brief: BriefResult | undefined;
}

export function printCreated(planned: Planned, { path: folder, files }: NewRepository, finish: Finish): void {
  const { installed, git, seconds, json, brief } = finish;
  const { contexts, entities, openPoints } = facts(planned);
  if (json) {
    const rounded = Math.round(seconds * 1000) / 1000;
    const made = { seconds: rounded, installed, git, files };
    return printJson({ ok: true, directory: folder, ...facts(planned), ...planOf(brief), ...made });
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

/** How the brief was understood, without the blueprint itself: that is among the files. */
function planOf(brief: BriefResult | undefined) {
  if (!brief) return {};
  const { planner, requirements, assumptions, openQuestions, coverage, degraded } = brief.planned;
  const plan = { planner, requirements, assumptions, openQuestions, coverage, degraded };
  return { plan: { ...plan, ...(brief.run && { run: brief.run }) } };
}

function facts({ design, findings }: Planned) {
  const { product, contexts, entities, openPoints } = design;
  return { name: product.name, contexts: contexts.length, entities: entities.length, openPoints, findings };
}
