import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';

import { BlueprintError } from '../../src/blueprint/diagnostic.js';
import type { PlannedBlueprint } from '../../src/brief/planner.js';
import { loadBlocks } from '../../src/brief/load.js';
import { offlinePlanner } from '../../src/brief/offline/planner.js';
import { readCases, type Case } from './gold.js';
import { blueprintOf, planCase, type Outcome } from './planned.js';
import { score } from './score.js';
import { detailsOf, tableOf, type Row } from './table.js';

/** `npm run eval [-- --details] [ids…]`: every brief, planned without a model and as recorded with one, held against its gold list. */
async function main(args: readonly string[]): Promise<void> {
  const ids = args.filter((arg) => !arg.startsWith('--'));
  const isWanted = ({ id }: Case) => ids.length === 0 || ids.includes(id);
  const cases = readCases().filter(isWanted);
  const planner = offlinePlanner(await loadBlocks());
  const offline = (each: Case) => planCase(planner, each);
  const isHeldOut = ({ gold }: Case) => gold.kind === 'heldOut';
  await report(
    'offline',
    cases.filter((each) => !isHeldOut(each)),
    offline,
    args,
  );
  // Whoever works on blocks should not see what these lack; their figures are the honest ones.
  const shown = ids.length === 0 ? args.filter((arg) => arg !== '--details') : args;
  await report('offline, briefs that no author of blocks has seen', cases.filter(isHeldOut), offline, shown);

  const recordings = path.join(import.meta.dirname, 'recordings');
  const planners = existsSync(recordings) ? readdirSync(recordings).sort() : [];
  if (planners.length === 0)
    console.log('\nNo runs with a model are recorded; they belong in tests/evaluation/recordings/<planner>/<id>.yaml.');
  for (const name of planners) {
    const file = ({ id }: Case) => path.join(recordings, name, `${id}.yaml`);
    const recorded = cases.filter((each) => existsSync(file(each)));
    await report(
      `${name} (recorded)`,
      recorded,
      (each) => Promise.resolve(outcomeOf(readFileSync(file(each), 'utf8'))),
      args,
    );
  }
}

/** A recording is a `PlannedBlueprint` as YAML. */
function outcomeOf(text: string): Outcome {
  const planned = parse(text) as PlannedBlueprint;
  return { planned, blueprint: blueprintOf(planned) };
}

async function report(
  name: string,
  cases: readonly Case[],
  plan: (each: Case) => Promise<Outcome>,
  args: readonly string[],
): Promise<void> {
  if (cases.length === 0) return;
  const rows: Row[] = [];
  for (const each of cases) rows.push(await rowOf(each, plan));
  console.log(`\n${name}\n${tableOf(rows)}`);
  if (args.includes('--details')) console.log(`\n${detailsOf(rows)}`);
}

async function rowOf(each: Case, plan: (each: Case) => Promise<Outcome>): Promise<Row> {
  const { id, brief, gold } = each;
  try {
    const { planned, blueprint } = await plan(each);
    return {
      id,
      kind: gold.kind,
      result: gold.kind === 'none' ? 'planned, but should have been refused' : score(gold, brief, planned, blueprint),
    };
  } catch (error) {
    if (!(error instanceof BlueprintError)) throw error;
    return {
      id,
      kind: gold.kind,
      result: gold.kind === 'none' ? `refused, as it should be: ${error.code}` : `refused: ${error.code}`,
    };
  }
}

await main(process.argv.slice(2));
