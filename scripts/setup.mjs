// Installs the dependencies when node_modules is missing or differs from package.json. Plain Node: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Versions are pinned exactly, so an installed version says whether the installation is current. */
function isInstalled() {
  const { dependencies, devDependencies } = readJson(path.join(root, 'package.json'));
  return Object.entries({ ...dependencies, ...devDependencies }).every(
    ([name, version]) => readJson(path.join(root, 'node_modules', name, 'package.json'))?.version === version,
  );
}

export function setup() {
  if (isInstalled()) return;
  process.stderr.write('Installing dependencies…\n');
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) setup();
