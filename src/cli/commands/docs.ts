import path from 'node:path';

import type { Command } from 'commander';

import { printDocument } from '../print/document.js';
import type { Session } from '../session.js';

export interface DocsOptions {
  readonly force?: boolean;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function docsCommand(program: Command, session: Session): void {
  program
    .command('docs')
    .description('Rebuild docs/architecture of a generated repository from its blueprint.yaml.')
    .argument('[directory]', 'the repository, or a folder in it', '.')
    .option('--check', 'write nothing; exit code 5 when the pages are not what the blueprint gives')
    .option('--dry-run', 'print the paths that would change, and write nothing')
    .option('--force', 'also overwrite and delete pages that people have changed')
    .option('--json', 'print the result as JSON')
    .action(async (directory: string, options: DocsOptions) => {
      const { findGenerated } = await import('../../disk/repository.js');
      const { root } = await findGenerated(path.join(directory, 'blueprint.yaml'));
      await rebuild(root, options, session);
    });
}

async function rebuild(root: string, options: DocsOptions, session: Session): Promise<void> {
  const started = performance.now();
  const { check = false, dryRun = false, force = false, json = false } = options;
  const { compareDocument, writeDocument } = await import('../../pipeline.js');
  const document = await compareDocument(root, { dryRun: dryRun || check });
  session.signal.throwIfAborted();

  const changes = document.changes.filter(({ kind }) => kind !== 'keep');
  const conflicts = force ? [] : changes.filter(({ isTheirs }) => isTheirs);
  const writes = !check && !dryRun && conflicts.length === 0;
  if (writes) await writeDocument(root, document, session.signal);

  const seconds = (performance.now() - started) / 1000;
  printDocument({ root, document, changes, conflicts, check, written: writes, seconds, json });
  if (check && changes.length > 0) session.outcome = 'differs';
  else if (conflicts.length > 0) session.outcome = 'conflicts';
}
