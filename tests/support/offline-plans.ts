import { parse } from 'yaml';

import { readBlueprint } from '../../src/blueprint/read.js';
import { cleanBrief } from '../../src/brief/clean.js';
import { finishDraft, type Draft } from '../../src/brief/draft.js';
import { readBlocks } from '../../src/brief/load.js';
import type { Block } from '../../src/brief/offline/library/block.js';
import { draftOffline } from '../../src/brief/offline/planner.js';
import type { PlanEvent, PlannedBlueprint, PlanOptions } from '../../src/brief/planner.js';

let blocks: Block[] | undefined;

/** The domain blocks of the product, read once. */
export const allBlocks = (): Block[] => (blocks ??= readBlocks());

export const aBlock = (yaml: string): Block => parse(yaml) as Block;

/** Takes the default of every question. */
export const byDefault: PlanOptions = {
  answer: (questions) =>
    Promise.resolve(
      questions.map((question) => ({ id: question.id, value: question.default, by: 'default' as const })),
    ),
  signal: new AbortController().signal,
};

export interface OfflinePlan {
  readonly draft: Draft;
  readonly planned: PlannedBlueprint;
  readonly events: readonly PlanEvent[];
}

/** Plans a brief without a model, by all blocks or the ones given. */
export async function planOffline(text: string, using: readonly Block[] = allBlocks()): Promise<OfflinePlan> {
  const events: PlanEvent[] = [];
  const draft = await draftOffline(cleanBrief(text, 'brief.md'), byDefault, using, (event) => events.push(event));
  const planned = finishDraft('offline', draft);
  const errors = readBlueprint(planned.text, 'blueprint.yaml').diagnostics.filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length > 0) throw new Error(`The file has errors that the plan has not: ${errors[0]!.message}`);
  return { draft, planned, events };
}

export const entitiesOf = ({ blueprint }: Draft): string[] =>
  Object.values(blueprint.contexts).flatMap(({ entities }) => Object.keys(entities ?? {}));
