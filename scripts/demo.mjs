// `npm start`: the e-commerce example, generated, installed and running on a database of its own. Ctrl-C stops everything.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { build } from './build.mjs';
import { root } from './setup.mjs';

const PRESET = 'ecommerce';
const folder = path.join(root, '.demo', PRESET);
const windows = process.platform === 'win32';

// The demonstration touches no server of the person's own.
const env = { ...process.env };
for (const name of ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'REDIS_URL', 'NODE_ENV']) delete env[name];

function step(title, command, args, cwd, stdout = 'inherit') {
  process.stdout.write(`▸ ${title}\n`);
  const { status, signal } = spawnSync(command, args, {
    cwd,
    env,
    stdio: ['ignore', stdout, 'inherit'],
    shell: windows,
  });
  if (status !== 0) process.exit(signal === 'SIGINT' ? 130 : (status ?? 1));
}

/** Generated anew each time, so that it shows this version; what npm installed is kept. */
function generate() {
  const modules = path.join(folder, 'node_modules');
  const aside = `${folder}.node_modules`;
  if (existsSync(modules)) renameSync(modules, aside);
  rmSync(folder, { recursive: true, force: true });
  const cli = path.join(root, 'dist', 'main.js');
  const target = path.relative(process.cwd(), folder);
  step(
    `generate ${target}`,
    process.execPath,
    [cli, target, '--preset', PRESET, '--no-install', '--no-git'],
    process.cwd(),
    // What a person would do next is what happens here by itself.
    'ignore',
  );
  if (existsSync(aside)) renameSync(aside, modules);
}

/** The usual port, or any other when that one is taken. */
function freePort(wanted) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))));
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function announce(url) {
  for (;;) {
    const ready = await fetch(`${url}/ready`).catch(() => undefined);
    if (ready?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  process.stdout.write(`
The API of ${PRESET} runs at ${url}
  Sign in as owner@acme.test (or owner@globex.test, another organization) with correct-horse-battery-staple:
  curl ${url}/api/v1/auth/login -H 'content-type: application/json' \\
    -d '{"email":"owner@acme.test","password":"correct-horse-battery-staple"}'
  Its code is in ${path.relative(process.cwd(), folder)}. Ctrl-C stops it.

`);
}

await build();
generate();
step('install', 'npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], folder);
env.PORT = String(await freePort(3000));
const dev = spawn('npm', ['run', '--silent', 'dev'], { cwd: folder, env, stdio: 'inherit', shell: windows });
// Ctrl-C in a terminal reaches the whole family; this one ends when the last of the others has.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => dev.kill('SIGTERM'));
dev.on('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
await announce(`http://127.0.0.1:${env.PORT}`);
