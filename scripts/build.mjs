// Compiles the command line to dist/ when a source is newer. The old build is replaced in one step, so that running processes never see half of one.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, setup } from './setup.mjs';

const dist = path.join(root, 'dist');
const stamp = path.join(dist, '.sources');

/** Every source with its time of change: differs when one was edited, added, renamed or removed. */
function sources() {
  const files = ['src', 'generators'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  return [...files, ...['package.json', 'tsconfig.json', 'tsconfig.build.json'].map((name) => path.join(root, name))]
    .sort()
    .map((file) => `${path.relative(root, file)} ${statSync(file).mtimeMs}`)
    .join('\n');
}

function isCurrent(now) {
  try {
    return readFileSync(stamp, 'utf8') === now;
  } catch {
    return false;
  }
}

export function build({ force = false } = {}) {
  setup();
  const now = sources();
  if (!force && isCurrent(now)) return;
  process.stderr.write('Building…\n');
  const fresh = `${dist}.${process.pid}`;
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', fresh], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    process.exit(status ?? 1);
  }
  writeFileSync(path.join(fresh, '.sources'), now);
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  build({ force: process.argv.includes('--force') });
