import { parse } from 'yaml';

import { cleanBrief } from '../../src/brief/clean.js';
import type { PlannedBlueprint } from '../../src/brief/planner.js';
import { numeralsOf } from '../../src/brief/reading/quantities/numbers.js';
import { read } from '../../src/brief/reading/read.js';
import { wordsOf } from '../../src/brief/reading/words.js';

/** Sections whose numbers are about the world, not about the shape of data. */
const SECTIONS = ['scale', 'constraints', 'qualities'] as const;

/**
 * Numbers of the blueprint that neither stand in the brief nor are owned up to: an assumption with their path, or an origin that is an
 * assumption or an answer.
 */
export function dishonestNumbers(brief: string, planned: PlannedBlueprint): string[] {
  const { text } = cleanBrief(brief, 'brief.md');
  const said = new Set([
    ...numeralsOf(text, 0, wordsOf(text)).map(({ value }) => value),
    ...read(cleanBrief(brief, 'brief.md'))
      .quantities.filter(({ note }) => note === undefined)
      .map(({ value }) => value),
  ]);
  const owned = [
    ...planned.assumptions.flatMap(({ path }) => (path === undefined ? [] : [path])),
    ...planned.provenance
      .filter(({ source }) => source === 'assumption' || source === 'answer')
      .map(({ path }) => path),
  ];
  const source = parse(planned.text) as Readonly<Record<string, unknown>>;
  return SECTIONS.flatMap((section) => numbersIn(source[section], section))
    .filter(
      ({ path, value }) => !said.has(value) && !owned.some((each) => path === each || path.startsWith(`${each}.`)),
    )
    .map(({ path, value }) => `${path} = ${value}`);
}

function numbersIn(value: unknown, path: string): { path: string; value: number }[] {
  if (typeof value === 'number') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => numbersIn(each, `${path}.${key}`));
}
