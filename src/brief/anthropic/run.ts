import { BlueprintError } from '../../blueprint/diagnostic.js';
import type { BlueprintSource } from '../../blueprint/schema/blueprint.js';
import type { Brief } from '../brief.js';
import type { Draft } from '../draft.js';
import type { Answer, Degradation, PlanEvent, PlanOptions, Question } from '../planner.js';
import { applyAnswers, questionsFor } from '../questions/index.js';
import { qualitiesOf, type StatedQualities } from '../reading/qualities.js';
import { read } from '../reading/read.js';
import type { Reading } from '../reading/reading.js';
import { createBudget, type Budget } from './call/budget.js';
import { PRICES_AS_OF } from './call/prices.js';
import { createRunner, type Runner } from './call/runner.js';
import type { AnthropicSetup, RunRecord } from './setup.js';
import type { StageResult } from './stage.js';

/** What all steps of one run share. */
export interface Run {
  readonly brief: Brief;
  readonly reading: Reading;
  readonly stated: StatedQualities;
  /** Sections of the blueprint that brief and answers decide. Code reads them, so no model can change them. */
  readonly statedParts: Partial<BlueprintSource>;
  readonly questions: readonly Question[];
  readonly answers: readonly Answer[];
  readonly name: string | undefined;
  readonly runner: Runner;
  readonly budget: Budget;
  readonly degraded: readonly Degradation[];
  /** Notes what a stage did not do, and what was done instead. */
  readonly degrade: (degradation: Degradation) => void;
  /** The plan without a model; made once, when a stage needs it. */
  readonly offline: () => Promise<Draft>;
}

/**
 * Asks the person, if there is one, before anything is sent: answers are part of what the model reads.
 *
 * @throws BlueprintError when the brief describes no backend, and for an answer that cannot be.
 */
export async function startRun(
  brief: Brief,
  options: PlanOptions,
  onEvent: (event: PlanEvent) => void,
  setup: AnthropicSetup,
): Promise<Run> {
  const reading = read(brief);
  if (reading.notABackend !== undefined) throw noBackend(reading.notABackend);
  const questions = questionsFor(reading);
  const answers = await options.answer(questions);
  const stated = qualitiesOf(reading);
  const budget = createBudget(setup.maxUsd);
  const degraded: Degradation[] = [];
  let offline: Promise<Draft> | undefined;
  return {
    brief,
    reading,
    stated,
    statedParts: answeredParts(stated, answers),
    questions,
    answers,
    name: options.name,
    budget,
    runner: createRunner({ setup, budget, signal: options.signal, onEvent }),
    degraded,
    degrade(degradation) {
      degraded.push(degradation);
      onEvent({ type: 'fallback', stage: degradation.stage, why: degradation.why });
    },
    offline: () => (offline ??= setup.fallback(brief, { ...options, answer: answered(answers) })),
  };
}

function noBackend(why: string): BlueprintError {
  return new BlueprintError('NOT_A_BACKEND', `The brief describes no backend: ${why}`, {
    hint: 'Describe what the system keeps, who works with it and what happens to it; or write a blueprint.yaml.',
  });
}

function answeredParts({ parts }: StatedQualities, answers: readonly Answer[]): Partial<BlueprintSource> {
  const bare: BlueprintSource = { blueprint: 1, name: 'bare', contexts: {}, ...parts };
  const decided = Object.entries(applyAnswers(bare, answers).blueprint);
  return Object.fromEntries(decided.filter(([key]) => !(key in { blueprint: 1, name: 1, contexts: 1 })));
}

/** Nobody is asked twice. */
function answered(answers: readonly Answer[]): PlanOptions['answer'] {
  return (questions) =>
    Promise.resolve(
      questions.map(
        ({ id, default: usual }) => answers.find((answer) => answer.id === id) ?? { id, value: usual, by: 'default' },
      ),
    );
}

/** Problems that are told of one answer; the others are of the same kind. */
const MOST_TOLD = 5;

/** An answer as it is; when rules are still broken it says which, because what breaks them will not be in the blueprint. */
export function accepted<Answer>(
  run: Pick<Run, 'degrade'>,
  stage: string,
  result: Exclude<StageResult<Answer>, { kind: 'failed' }>,
): Answer {
  if (result.kind === 'flawed') {
    const { problems } = result;
    const more = problems.length > MOST_TOLD ? ` And ${problems.length - MOST_TOLD} more.` : '';
    run.degrade({
      stage,
      why: `Rules are broken: ${problems.slice(0, MOST_TOLD).join(' ')}${more}`,
      instead: 'What breaks them was left out; the rest stands.',
    });
  }
  return result.answer;
}

export function recordOf(run: Run, { profile, client, maxUsd }: AnthropicSetup): RunRecord {
  return {
    planner: 'anthropic',
    profile,
    host: client.host,
    pricesAsOf: PRICES_AS_OF,
    calls: run.runner.calls,
    resumed: run.runner.resumed,
    totalUsd: run.budget.spentUsd,
    maxUsd,
  };
}
