// What the document costs when a repository is planned: the same plan with it and without it, in one warm process.
import { readFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const RUNS = 7;

/** Milliseconds of the plan of a blueprint, with and without the document: medians. */
export async function documentShare(file) {
  const { designRepository } = await tsImport('../src/pipeline.ts', import.meta.url);
  const { buildPart } = await tsImport('../src/plan/build.ts', import.meta.url);
  const { createRenderer } = await tsImport('../src/render/renderer.ts', import.meta.url);
  // The published command line has its templates compiled: here they are compiled by the first run.
  const renderer = createRenderer();
  const { generators, design } = designRepository({ file, text: readFileSync(file, 'utf8') });
  const others = generators.filter(({ id }) => id !== 'document');
  // What other threads make beside it costs nobody time.
  const isPlanned = (path) => !path.endsWith('.sql');
  const times = { whole: [], without: [] };
  for (let run = 0; run < RUNS; run += 1) {
    times.whole.push(await timeOf(() => buildPart(generators, design, isPlanned, renderer)));
    times.without.push(await timeOf(() => buildPart(others, design, isPlanned, renderer)));
  }
  const whole = median(times.whole);
  const without = median(times.without);
  return { whole, without, share: whole - without };
}

async function timeOf(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(times) {
  return Math.round([...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]);
}
