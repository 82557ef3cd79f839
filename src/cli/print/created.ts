import path from 'node:path';

import type { Created, Planned } from '../../pipeline.js';
import { count, printJson, printProgress, printResult } from './text.js';

/** The result of a dry run: exactly the paths that the real run would write. */
export function printPlanned(planned: Planned, directory: string, json: boolean): void {
  const files = planned.files;
  if (json)
    return printJson({ ok: true, dryRun: true, directory, ...countsOf(planned), files, ...openPoints(planned) });
  for (const file of files) printResult(file);
  printProgress(`${count(files.length, 'file')} would be written to ${directory}; nothing was.`);
}

export function printCreated(
  planned: Planned,
  created: Created,
  { directory, seconds, json }: { directory: string; seconds: number; json: boolean },
): void {
  const { git, install } = created;
  const rounded = Math.round(seconds * 100) / 100;
  if (json) {
    const { files } = planned;
    printJson({
      ok: true,
      directory,
      ...countsOf(planned),
      files,
      seconds: rounded,
      git,
      install,
      ...openPoints(planned),
    });
    return;
  }
  const { contexts, entities } = countsOf(planned);
  const size = [
    count(contexts, 'context'),
    count(entities, 'entity', 'entities'),
    count(planned.files.length, 'file'),
  ].join(', ');
  printResult(`${planned.design.product.title} is in ${directory}: ${size}, ${rounded} s.`);
  if (git.state === 'skipped') printResult(`No git repository was made: ${git.because}.`);
  const { openPoints: open } = openPoints(planned);
  if (open.length > 0) {
    printResult(`\nDeclared in the blueprint, not generated yet (also in its README.md):`);
    for (const { ability, declared, instead } of open) printResult(`  ${ability}: ${declared}. ${instead}`);
  }
  const manager = planned.design.stack.packageManager;
  printResult('\nNext:');
  printResult(`  cd ${path.relative(process.cwd(), directory) || '.'}`);
  if (install.state !== 'done') printResult(`  ${manager} install`);
  printResult(`  ${manager} run dev    starts the API, with a database of its own unless DATABASE_URL names one`);
  printResult(`  ${manager} test       runs its tests`);
}

function countsOf({ design }: Planned) {
  return { name: design.product.name, contexts: design.contexts.length, entities: design.entities.length };
}

function openPoints({ design }: Planned) {
  return { openPoints: design.openPoints };
}
