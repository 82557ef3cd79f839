// Bundles the command line to dist/ when a source is newer: a few files load several times faster than hundreds, compiled templates print
// at once, domain blocks are data already, and whoever installs the package fetches three dependencies. The old build is replaced in one step, so that running processes never see half of one.
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, setup } from './setup.mjs';

const dist = path.join(root, 'dist');
const STAMP = '.sources';

/** Every source with its time of change: differs when one was edited, added, renamed or removed. */
function sources() {
  const files = ['src', 'generators', 'templates'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|hbs|yaml)$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  return [...files, path.join(root, 'package.json'), path.join(root, 'scripts', 'build.mjs')]
    .sort()
    .map((file) => `${path.relative(root, file)} ${statSync(file).mtimeMs}`)
    .join('\n');
}

function isCurrent(now) {
  try {
    return readFileSync(path.join(dist, STAMP), 'utf8') === now;
  } catch {
    return false;
  }
}

/** What is not in the bundle, since it comes with native or WebAssembly files: the dependencies of the published package. */
function externals() {
  return Object.keys(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).dependencies);
}

/** The licenses of the packages whose code is in the bundle ask to be passed on with it. */
function licenses(modules) {
  const packages = new Set(
    modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id.replaceAll('\\', '/')) ?? []),
  );
  return [...packages].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice)/i.test(file));
    if (files.length === 0) throw new Error(`${name} has no license file to pass on.`);
    const texts = files.sort().map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
    return `${name} ${version}\n\n${texts.join('\n\n')}\n`;
  });
}

/** Puts the compiled templates in the place of the module that is empty in the sources. */
async function templatesPlugin() {
  const { tsImport } = await import('tsx/esm/api');
  const { precompileTemplates } = await tsImport('../src/render/precompile.ts', import.meta.url);
  const { packageTemplates } = await tsImport('../src/render/load.ts', import.meta.url);
  const empty = path.join(root, 'src', 'render', 'precompiled.ts');
  return {
    name: 'templates',
    load: (id) => (path.resolve(id) === empty ? precompileTemplates(packageTemplates) : undefined),
  };
}

/** Puts the domain blocks in the place of the module that is empty in the sources: reading their YAML takes longer than planning. */
async function blocksPlugin() {
  const { tsImport } = await import('tsx/esm/api');
  const { readBlocks } = await tsImport('../src/brief/load.ts', import.meta.url);
  const empty = path.join(root, 'src', 'brief', 'offline', 'library', 'packed-blocks.ts');
  const packed = () => `export const packedBlocks = JSON.parse(${JSON.stringify(JSON.stringify(readBlocks()))});`;
  return { name: 'blocks', load: (id) => (path.resolve(id) === empty ? packed() : undefined) };
}

/** White space goes, names stay: half a megabyte less to fetch and to read at start-up, and a stack still says where. */
const minify = { compress: false, mangle: false, codegen: { removeWhitespace: true } };

export async function build({ force = false } = {}) {
  setup();
  const now = sources();
  if (!force && isCurrent(now)) return;
  process.stderr.write('Building…\n');
  const { rolldown } = await import('rolldown');
  const fresh = `${dist}.${process.pid}`;
  const outside = externals();
  const bundle = await rolldown({
    cwd: root,
    input: { main: 'src/cli/main.ts', 'diff-worker': 'src/migration/diff-worker.ts' },
    platform: 'node',
    plugins: [await templatesPlugin(), await blocksPlugin()],
    external: (id) => outside.some((name) => id === name || id.startsWith(`${name}/`)),
  });
  const { output } = await bundle.write({ dir: fresh, format: 'esm', chunkFileNames: '[name].js', minify });
  await bundle.close();
  const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
  writeFileSync(path.join(fresh, 'THIRD_PARTY_LICENSES.txt'), licenses(modules).join(`\n${'-'.repeat(80)}\n\n`));
  writeFileSync(path.join(fresh, STAMP), now);
  takePlace(fresh);
}

/** Puts a build in the place of the one before. Of two builds at once the second to finish gives way: what is there is as new as its own. */
function takePlace(fresh) {
  const old = `${dist}.${process.pid}.old`;
  unless(['ENOENT'], () => renameSync(dist, old));
  const isLost = unless(['ENOTEMPTY', 'EEXIST'], () => renameSync(fresh, dist));
  for (const folder of isLost ? [old, fresh] : [old]) rmSync(folder, { recursive: true, force: true });
}

/** Whether the work failed with one of the codes; any other failure is thrown. */
function unless(codes, work) {
  try {
    work();
    return false;
  } catch (error) {
    if (!codes.includes(error.code)) throw error;
    return true;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build({ force: process.argv.includes('--force') });
}
