import { BlueprintError } from '../blueprint/diagnostic.js';
import { readBlueprint } from '../blueprint/read.js';
import type { BlueprintSource } from '../blueprint/schema/blueprint.js';
import { writeBlueprint } from '../blueprint/write.js';
import type {
  Coverage,
  Degradation,
  ItemOrigin,
  PlannedAssumption,
  PlannedBlueprint,
  Planner,
  Requirement,
} from './planner.js';

/** What a planner has put together; every planner ends with `finishDraft`. */
export interface Draft {
  readonly blueprint: BlueprintSource;
  readonly provenance: readonly ItemOrigin[];
  readonly requirements: readonly Requirement[];
  readonly assumptions: readonly PlannedAssumption[];
  readonly openQuestions: readonly string[];
  readonly notUnderstood: readonly string[];
  readonly degraded: readonly Degradation[];
}

/** Writes the draft as a `blueprint.yaml` and holds it to all checks: a planner that gives an invalid blueprint is wrong, whatever the brief. */
export function finishDraft(planner: Planner['id'], draft: Draft): PlannedBlueprint {
  const { blueprint, requirements, notUnderstood, ...rest } = draft;
  const text = writeBlueprint(blueprint);
  const errors = readBlueprint(text, 'blueprint.yaml').diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new BlueprintError('PLAN_INVALID', 'The planned blueprint has errors.', { diagnostics: errors, exitCode: 1 });
  }
  return { planner, text, requirements, ...rest, coverage: coverageOf(requirements, notUnderstood) };
}

export function coverageOf(requirements: readonly Requirement[], notUnderstood: readonly string[]): Coverage {
  const count = (status: Requirement['status']) => requirements.filter((each) => each.status === status).length;
  return {
    covered: count('covered'),
    partial: count('partial'),
    open: count('open'),
    excluded: count('excluded'),
    notUnderstood,
  };
}
