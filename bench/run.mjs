// `npm run bench`: what generating costs, as a person pays it: the whole process, cold, with the built command line.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { root } from '../scripts/setup.mjs';
import { documentShare } from './document.mjs';
import { longBrief, offlinePlanMs, spend } from './plan.mjs';
import { syntheticBlueprint } from './synthetic.mjs';

const cli = path.join(root, 'dist', 'main.js');
const usageHook = pathToFileURL(path.join(root, 'bench', 'usage.mjs')).href;
const RUNS = 3;
const only = ['--no-install', '--no-git'];

/** Seconds and memory that a case may take; what is prepared for it is not measured. */
const CASES = [
  { name: '--help', args: () => ['--help'], maxSeconds: 0.3 },
  { name: 'minimal', args: (target) => [target, '--preset', 'minimal', ...only] },
  { name: 'ecommerce', args: (target) => [target, '--preset', 'ecommerce', ...only], maxSeconds: 1.5 },
  {
    name: 'docs',
    prepare: (target) => [target, '--preset', 'ecommerce', ...only],
    args: (target) => ['docs', target],
    maxSeconds: 1,
  },
  { name: '10 entities', entities: 10, maxSeconds: 1 },
  { name: '100 entities', entities: 100 },
  { name: '1000 entities', entities: 1000, maxSeconds: 40, maxMib: 1024, runs: 1 },
];

const folder = mkdtempSync(path.join(tmpdir(), 'blueprint-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** What the document may add to the planning of the ecommerce example. */
const MAX_DOCUMENT_MS = 300;
/** What planning a brief of 2,000 words without a model may take. */
const MAX_PLAN_MS = 150;
/** What a model may cost for eight contexts with 25 entities, in USD, by profile. */
const MAX_USD = { economy: 0.35, balanced: 1 };

function measure({ name, prepare, args, entities, runs = RUNS }) {
  const results = Array.from({ length: runs }, (_, run) => {
    const target = path.join(folder, `${name.replaceAll(/\W/g, '')}-${run}`);
    const options = args ? args(target) : [target, '--spec', specOf(entities), ...only];
    if (prepare) spawnSync(process.execPath, [cli, ...prepare(target)], { stdio: 'ignore' });
    const usage = path.join(folder, 'usage.json');
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--import', usageHook, cli, ...options], {
      env: { ...process.env, BENCH_USAGE: usage },
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const seconds = (performance.now() - started) / 1000;
    if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stderr}`);
    const written = sizeOf(target);
    rmSync(target, { recursive: true, force: true });
    return { seconds, ...JSON.parse(readFileSync(usage, 'utf8')), ...written };
  });
  return results.sort((a, b) => a.seconds - b.seconds)[Math.floor(runs / 2)];
}

function specOf(entities) {
  const file = path.join(folder, `${entities}.yaml`);
  writeFileSync(file, syntheticBlueprint(entities));
  return file;
}

function sizeOf(target) {
  try {
    const files = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return {
      files: files.length,
      bytes: files.reduce((sum, file) => sum + statSync(path.join(file.parentPath, file.name)).size, 0),
    };
  } catch {
    return { files: 0, bytes: 0 };
  }
}

function row(cells) {
  const widths = [14, 9, 9, 9, 8, 10, 14];
  return cells
    .map((cell, index) => (index === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[index])))
    .join('');
}

console.log(`Node ${process.version}, whole process, cold; median of ${RUNS} runs (largest: 1 run)\n`);
console.log(row(['', 'seconds', 'CPU s', 'peak MiB', 'files', 'KiB', 'target']));
const missed = [];
const secondsOf = new Map();
for (const one of CASES) {
  const { seconds, cpuMs, maxRssKib, files, bytes } = measure(one);
  secondsOf.set(one.name, { seconds, files });
  const mib = Math.round(maxRssKib / 1024);
  const target = [one.maxSeconds && `≤ ${one.maxSeconds} s`, one.maxMib && `${one.maxMib} MiB`]
    .filter(Boolean)
    .join(', ');
  console.log(
    row([one.name, seconds.toFixed(2), (cpuMs / 1000).toFixed(2), mib, files, Math.round(bytes / 1024), target]),
  );
  if (seconds > (one.maxSeconds ?? Infinity) || mib > (one.maxMib ?? Infinity)) missed.push(one.name);
}

const growth = (from, to) => (secondsOf.get(to).seconds / secondsOf.get(from).seconds).toFixed(1);
console.log(
  `\nGrowth: 10 → 100 entities ×${growth('10 entities', '100 entities')}, 100 → 1000 ×${growth('100 entities', '1000 entities')}`,
);
const { templateFigures } = await tsImport('../src/render/template-figures.ts', import.meta.url);
const { templates, withoutControl, share } = templateFigures();
console.log(`Templates: ${templates}, of which ${withoutControl} (${Math.round(share * 100)} %) have no control line`);
const {
  whole,
  without,
  share: documentMs,
} = await documentShare(path.join(root, 'examples', 'ecommerce', 'blueprint.yaml'));
console.log(
  `Document of ecommerce: ${documentMs} ms of the ${whole} ms that planning takes warm (${without} ms without it), target ≤ ${MAX_DOCUMENT_MS} ms`,
);
if (documentMs > MAX_DOCUMENT_MS) missed.push('document');

const { words, first, warm } = await offlinePlanMs(longBrief());
console.log(
  `Offline plan of a brief of ${words} words: ${warm} ms warm (${first} ms for the first of a process), target ≤ ${MAX_PLAN_MS} ms`,
);
if (warm > MAX_PLAN_MS) missed.push('offline plan');
console.log('\nEstimated spend for 8 contexts with 25 entities, by the price table');
for (const { profile, calls, inputTokens, outputTokens, usd } of await spend()) {
  const target = MAX_USD[profile] === undefined ? '' : `, target ≤ $${MAX_USD[profile].toFixed(2)}`;
  const tokens = `${Math.round(inputTokens / 1000)}K tokens in, ${Math.round(outputTokens / 1000)}K out`;
  console.log(`${profile.padEnd(9)}${calls} calls, ${tokens}: $${usd.toFixed(2)}${target}`);
  if (usd > MAX_USD[profile]) missed.push(`spend with ${profile}`);
}
if (missed.length > 0) {
  console.log(`Targets missed: ${missed.join(', ')}`);
  process.exitCode = 1;
}
