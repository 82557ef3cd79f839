import { BlueprintError } from '../../blueprint/diagnostic.js';
import { finishDraft, type Draft } from '../draft.js';
import type { PlannedBlueprint, Planner } from '../planner.js';
import { recordOf, startRun, type Run } from './run.js';
import type { AnthropicSetup } from './setup.js';
import { checkModels } from './call/profiles.js';
import { cut } from './steps/cut.js';
import { fillBehaviour, fillCross, fillEntities } from './steps/fill.js';
import { assemble } from './steps/finish.js';
import { repair, review } from './steps/review.js';
import { tell } from './steps/tell.js';
import { understand } from './steps/understand.js';

export { estimate, estimateFor } from './estimate.js';
export { requestsToSend } from './dry-run.js';

/**
 * Plans with a model, in stages. Each stage gives one part in lines of the blueprint language, is checked by the language itself, and falls
 * back to what is known without a model when it fails; whatever happens, the result is a valid blueprint that says what it lacks.
 */
export function anthropicPlanner(setup: AnthropicSetup): Planner {
  return {
    id: 'anthropic',
    async plan(brief, options, onEvent) {
      checkModels(setup);
      const run = await startRun(brief, options, onEvent, setup);
      try {
        return finished(run, (await draftOf(run)) ?? (await withoutModel(run)));
      } finally {
        setup.onRecord?.(recordOf(run, setup));
      }
    },
  };
}

/** The story; undefined when there is nothing to build on. */
async function draftOf(run: Run): Promise<Draft | undefined> {
  const understanding = await understand(run);
  const design = await cut(run, understanding);
  if (!design) return undefined;
  const withEntities = await fillEntities(run, design);
  const withBehaviour = await fillBehaviour(run, withEntities);
  const written = await fillCross(run, withBehaviour);
  const found = await review(run, written);
  const mended = await repair(run, written, found);
  const draft = assemble(run, understanding, mended, found);
  if (!draft) return undefined;
  const narrative = await tell(run, draft.blueprint);
  if (!narrative) return draft;
  const document = { ...draft.blueprint.document, narrative };
  return { ...draft, blueprint: { ...draft.blueprint, document } };
}

/** Where not even the design is there, the plan is the one without a model; a person is told why there is neither. */
async function withoutModel(run: Run): Promise<Draft> {
  try {
    return await run.offline();
  } catch (error) {
    if (!(error instanceof BlueprintError)) throw error;
    const why = run.degraded.map((degradation) => degradation.why).at(-1) ?? '';
    throw new BlueprintError(error.code, `${why} ${error.message}`.trim(), { ...error.options, cause: error });
  }
}

function finished(run: Run, draft: Draft): PlannedBlueprint {
  if (run.runner.storeFailure !== undefined) {
    run.degrade({
      stage: 'stage files',
      why: run.runner.storeFailure,
      instead: 'Planning went on; another run of the same brief pays again for what was not kept.',
    });
  }
  return finishDraft('anthropic', { ...draft, degraded: [...run.degraded, ...draft.degraded] });
}
