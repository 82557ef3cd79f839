// What planning a brief costs: the time of the offline planner in one warm process, and what a model would be asked and paid.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { root } from '../scripts/setup.mjs';

const RUNS = 7;
const WORDS = 2000;

/** The longest example, told again and again until it is 2,000 words. */
export function longBrief() {
  const once = exampleBrief('crm');
  const words = once.repeat(WORDS).split(/(?<=\s)(?=\S)/, WORDS);
  return words.join('');
}

/** Milliseconds that a person waits for the offline plan of a brief: the first of a process, and the median of those after it. */
export async function offlinePlanMs(text) {
  const { readBlocks } = await tsImport('../src/brief/load.ts', import.meta.url);
  const { cleanBrief } = await tsImport('../src/brief/clean.ts', import.meta.url);
  const { offlinePlanner } = await tsImport('../src/brief/offline/planner.ts', import.meta.url);
  // The published command line has its blocks as data: here they are read from YAML, before the clock runs.
  const blocks = readBlocks();
  const answer = (questions) => questions.map(({ id, default: value }) => ({ id, value, by: 'default' }));
  const options = { signal: new globalThis.AbortController().signal, answer: async (questions) => answer(questions) };
  const times = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const started = performance.now();
    await offlinePlanner(blocks).plan(cleanBrief(text, 'brief.md'), options, () => undefined);
    times.push(performance.now() - started);
  }
  const [first, ...others] = times;
  return {
    words: text.split(/\s+/).length,
    first: Math.round(first),
    warm: Math.round(others.sort((a, b) => a - b)[Math.floor(RUNS / 2)]),
  };
}

/** Calls, tokens and dollars that are expected for a brief of eight contexts and 25 entities, by profile. */
export async function spend() {
  const { estimateFor } = await tsImport('../src/brief/anthropic/planner.ts', import.meta.url);
  const { PROFILES } = await tsImport('../src/brief/anthropic/setup.ts', import.meta.url);
  const size = { contexts: 8, entities: 25, briefBytes: exampleBrief('crm').length };
  return PROFILES.map((profile) => ({ profile, ...estimateFor(size, { profile }) }));
}

function exampleBrief(name) {
  return readFileSync(path.join(root, 'examples', name, 'brief.md'), 'utf8');
}
