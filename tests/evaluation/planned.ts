import { readBlueprint } from '../../src/blueprint/read.js';
import type { Blueprint } from '../../src/blueprint/model.js';
import { cleanBrief } from '../../src/brief/clean.js';
import type { Planner, PlannedBlueprint } from '../../src/brief/planner.js';
import type { Case } from './gold.js';

export interface Outcome {
  readonly planned: PlannedBlueprint;
  readonly blueprint: Blueprint;
}

/** What a planner makes of a brief when nobody is there to answer. @throws what the planner throws, and Error for an invalid blueprint */
export async function planCase(planner: Planner, { brief }: Pick<Case, 'brief'>): Promise<Outcome> {
  const planned = await planner.plan(
    cleanBrief(brief, 'brief.md'),
    {
      signal: new AbortController().signal,
      answer: (questions) =>
        Promise.resolve(questions.map(({ id, default: value }) => ({ id, value, by: 'default' as const }))),
    },
    () => undefined,
  );
  return { planned, blueprint: blueprintOf(planned) };
}

export function blueprintOf({ text }: Pick<PlannedBlueprint, 'text'>): Blueprint {
  const { blueprint, diagnostics } = readBlueprint(text, 'blueprint.yaml');
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!blueprint || errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return blueprint;
}
