import { readBlueprint } from '../../../blueprint/read.js';
import type { BlueprintSource } from '../../../blueprint/schema/blueprint.js';
import { writeBlueprint } from '../../../blueprint/write.js';
import { sizeOf, type Draft } from '../../draft.js';
import { trace } from '../../offline/trace/trace.js';
import type { PlannedAssumption } from '../../planner.js';
import { applyAnswers } from '../../questions/index.js';
import { compose } from '../lift/compose.js';
import { ownerOf } from '../lift/faults.js';
import { originsOf } from '../lift/provenance.js';
import { prune, type Removal } from '../lift/prune.js';
import type { Run } from '../run.js';
import { hasOnlyFiguresOf } from '../lift/texts.js';
import { traced } from '../lift/trace.js';
import type { Work } from '../work.js';
import type { Review } from './review.js';
import type { Understanding } from './understand.js';

const MOST_TOLD = 20;

/** The whole work as a draft without errors; undefined when that cannot be. */
export function assemble(
  run: Run,
  understanding: Understanding,
  work: Work,
  found: Review | undefined,
): Draft | undefined {
  const answered = applyAnswers(compose(work), run.answers);
  const pruned = prune(answered.blueprint);
  const blueprint = pruned && readBlueprint(writeBlueprint(pruned.blueprint), 'blueprint.yaml').blueprint;
  if (!pruned || !blueprint || sizeOf(pruned.blueprint).entities === 0) {
    run.degrade({
      stage: 'checks',
      why: 'What the model wrote has errors that cannot be taken out one by one.',
      instead: 'The whole blueprint was planned without the model.',
    });
    return undefined;
  }
  tellRemovals(run, answered.blueprint, pruned.removed);
  const { requirements, notUnderstood } = understanding.requirements
    ? { requirements: traced(work, blueprint, run.stated.origins, found), notUnderstood: [] }
    : trace(run.reading, pruned.blueprint);
  const read = run.stated.origins.map(({ path, source, because, requirements: ids }) => ({
    path,
    source,
    because,
    requirements: ids,
  }));
  const stated = [...read, ...answered.provenance];
  return {
    blueprint: pruned.blueprint,
    provenance: [
      ...originsOf(pruned.blueprint, work, requirements).filter(({ path }) => !stated.some((one) => one.path === path)),
      ...stated,
    ],
    requirements,
    assumptions: assumptionsOf(run, understanding, work, [...run.stated.assumptions, ...answered.assumptions]),
    openQuestions: understanding.openQuestions,
    notUnderstood,
    degraded: [],
  };
}

function tellRemovals(run: Run, source: BlueprintSource, removed: readonly Removal[]): void {
  for (const { path, why, instead } of removed.slice(0, MOST_TOLD)) {
    const owner = ownerOf(path, source);
    const stage = 'context' in owner ? `${owner.stage}:${owner.context}` : owner.stage;
    run.degrade({ stage, why: `${path.map(String).join('.')}: ${why}`, instead });
  }
  const more = removed.slice(MOST_TOLD).map(({ path }) => path.map(String).join('.'));
  if (more.length > 0) {
    run.degrade({
      stage: 'checks',
      why: `${more.length} more items had errors.`,
      instead: `Left out: ${more.join(', ')}.`,
    });
  }
}

function assumptionsOf(
  { brief, stated }: Run,
  understanding: Understanding,
  work: Work,
  others: readonly PlannedAssumption[],
): PlannedAssumption[] {
  const ofModel = [...understanding.assumptions, ...(work.cross?.assumptions ?? [])].filter((text) =>
    hasOnlyFiguresOf(text, brief.text),
  );
  const vendors = (work.cross?.integrations ?? [])
    .map(({ name }) => name)
    .filter((name) => !isNamed(name, brief.text) && !Object.hasOwn(stated.parts.integrations ?? {}, name))
    .map((name) => `${name} stands for a system that the brief does not name.`);
  const all = [
    ...others,
    ...[...new Set([...ofModel, ...vendors])].map((text) => ({ text, source: 'model' as const })),
  ];
  return all.map((assumption, index) => ({ ...assumption, id: `A${index + 1}` }));
}

const isNamed = (name: string, brief: string): boolean =>
  brief
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .includes(name);
