import { STAGES } from '../../../src/brief/anthropic/stages/all.js';
import type { BehaviourAnswer } from '../../../src/brief/anthropic/stages/behaviour.js';
import type { ClarifyAnswer } from '../../../src/brief/anthropic/stages/clarify.js';
import type { CritiqueAnswer } from '../../../src/brief/anthropic/stages/critique.js';
import type { CrossAnswer } from '../../../src/brief/anthropic/stages/cross.js';
import type { DesignAnswer } from '../../../src/brief/anthropic/stages/design.js';
import type { EntitiesAnswer } from '../../../src/brief/anthropic/stages/entities.js';
import type { ProseAnswer } from '../../../src/brief/anthropic/stages/prose.js';
import type { StageId } from '../../../src/brief/anthropic/stage.js';
import { says, type ModelAnswer } from './answer.js';
import { blocksOf, type MessagesBody } from './body.js';
import { tokensOf } from './tokens.js';

/**
 * What a model might answer, stage by stage, for one brief. Synthetic: no model wrote it, and nothing about the quality of a model's
 * answers follows from it.
 */
export interface SyntheticAnswers {
  readonly brief: string;
  readonly clarify: ClarifyAnswer;
  readonly design: DesignAnswer;
  /** By context. */
  readonly entities: Readonly<Record<string, EntitiesAnswer>>;
  readonly behaviour: Readonly<Record<string, BehaviourAnswer>>;
  readonly cross: CrossAnswer;
  readonly critique: CritiqueAnswer;
  readonly prose: ProseAnswer;
}

export const ALL_STAGES = Object.values(STAGES);

/** Which stage a request is of: told by its format, as nothing else in it has to be. */
export function stageOf(body: MessagesBody): StageId {
  const asked = JSON.stringify(body.output_config?.format?.schema);
  const stage = ALL_STAGES.find(({ format }) => JSON.stringify(format.schema) === asked);
  if (!stage) throw new Error('The request is of no known stage.');
  return stage.id;
}

/** The label of a request, e.g. `entities:sales`, and the context in it. */
export function labelOf(body: MessagesBody): { readonly label: string; readonly context: string } {
  const turn = body.messages[0];
  const last = turn ? blocksOf(turn.content).at(-1) : undefined;
  const label = /^# Stage: (.+)$/m.exec(last?.type === 'text' ? last.text : '')?.[1] ?? '';
  return { label, context: label.split(':')[1] ?? '' };
}

/** Whether a request carries an answer back with what is wrong with it. */
export function isRepair(body: MessagesBody): boolean {
  return body.messages.length > 1;
}

/** The value that answers a request. */
export function valueFor(answers: SyntheticAnswers, body: MessagesBody): unknown {
  const stage = stageOf(body);
  const { context } = labelOf(body);
  switch (stage) {
    case 'entities':
      return answers.entities[context] ?? { entities: [] };
    case 'behaviour':
      return answers.behaviour[context] ?? { lifecycles: [], grants: [] };
    default:
      return answers[stage];
  }
}

/** Half of what a model writes is thinking; the answer itself is JSON without white space. */
export function answerFor(answers: SyntheticAnswers, body: MessagesBody): ModelAnswer {
  const text = JSON.stringify(valueFor(answers, body));
  return says(text, { thinkingTokens: tokensOf(text) });
}
