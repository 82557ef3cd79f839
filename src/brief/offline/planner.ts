import { without } from '../../text/without.js';
import type { Brief } from '../brief.js';
import { finishDraft, type Draft } from '../draft.js';
import type { PlanEvent, Planner, PlanOptions } from '../planner.js';
import { applyAnswers, questionsFor } from '../questions/index.js';
import { read } from '../reading/read.js';
import {
  assumptionsOf,
  degradationsOf,
  originsOf,
  questionsAbout,
  questionsAboutSystems,
  withRequirements,
  wordsByReference,
} from './trace/account.js';
import type { Block } from './library/block.js';
import { blueprintOf } from './compose/blueprint-of.js';
import { libraryOf, type Library } from './library/library.js';
import { noBackend, nothingUnderstood } from './refusals.js';
import { placedEntities } from './compose/system.js';
import { trace } from './trace/trace.js';
import { titleFor, understand } from './understand.js';

/** Plans without a model and without a network: domain blocks, selected and composed by the words of the brief. */
export function offlinePlanner(blocks: readonly Block[]): Planner {
  return {
    id: 'offline',
    plan: async (brief, options, onEvent) =>
      finishDraft('offline', await draftOffline(brief, options, blocks, onEvent)),
  };
}

/**
 * The same, before it is written and checked.
 * @throws BlueprintError when the brief describes no backend, or names nothing that a backend could keep.
 */
export async function draftOffline(
  brief: Brief,
  options: PlanOptions,
  blocks: readonly Block[],
  onEvent: (event: PlanEvent) => void = () => undefined,
): Promise<Draft> {
  const reading = read(brief);
  if (reading.notABackend !== undefined) throw noBackend(reading.notABackend);

  const understood = understand(reading, libraryFor(blocks), (stage, names) => {
    onEvent({ type: 'stage', stage, state: 'started' });
    if (names.length > 0) onEvent({ type: 'found', stage, names });
    onEvent({ type: 'stage', stage, state: 'done' });
  });
  const { system, qualities, selection, proposal } = understood;
  if (placedEntities(system).length === 0) throw nothingUnderstood(reading);

  const title = titleFor(reading, understood, options.name);
  const answers = await options.answer(questionsFor(reading));
  const answered = applyAnswers(blueprintOf(title, qualities.parts, understood.rows, system), answers);
  const { blueprint } = answered;

  onEvent({ type: 'stage', stage: 'trace', state: 'started' });
  const { requirements, notUnderstood, said } = trace(reading, blueprint, understood.meant);
  const proposed = new Set(proposal.proposed.map(({ reference }) => reference));
  const origins = originsOf(blueprint, wordsByReference(said, brief.text), proposed);
  onEvent({ type: 'stage', stage: 'trace', state: 'done' });
  return {
    blueprint,
    provenance: [
      ...withRequirements(origins, requirements),
      ...qualities.origins.map((origin) => without(origin, 'quote')),
      ...understood.rowOrigins,
      ...answered.provenance,
    ],
    requirements,
    assumptions: assumptionsOf(
      selection,
      proposal,
      [...qualities.assumptions, ...answered.assumptions],
      understood.renaming,
    ),
    openQuestions: [...questionsAbout(proposal), ...questionsAboutSystems(reading, blueprint)],
    notUnderstood,
    degraded: degradationsOf(reading),
  };
}

const libraries = new WeakMap<readonly Block[], Library>();

/** Blocks are indexed once. */
function libraryFor(blocks: readonly Block[]): Library {
  const library = libraries.get(blocks) ?? libraryOf(blocks);
  libraries.set(blocks, library);
  return library;
}
