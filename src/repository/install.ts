import { execa } from 'execa';

import { BlueprintError } from '../blueprint/diagnostic.js';

/** Installs the dependencies; what the package manager says goes to standard error. */
export async function installDependencies(
  directory: string,
  packageManager: string,
  cancelSignal: AbortSignal,
): Promise<void> {
  const quiet = packageManager === 'npm' ? ['--no-audit', '--no-fund', '--loglevel=error'] : ['--reporter=append-only'];
  const { failed, exitCode, code } = await execa(packageManager, ['install', ...quiet], {
    cwd: directory,
    reject: false,
    cancelSignal,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  cancelSignal.throwIfAborted();
  if (!failed) return;
  const reason = code === 'ENOENT' ? 'is not installed' : `install ended with ${exitCode ?? code}`;
  throw new BlueprintError(
    'INSTALL_FAILED',
    `The repository is complete in ${directory}, but ${packageManager} ${reason}.`,
    {
      hint: `Run "${packageManager} install" there, or use another --package-manager.`,
      exitCode: 1,
    },
  );
}
