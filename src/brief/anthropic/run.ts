import type { Brief } from '../brief.js';
import type { Draft } from '../draft.js';
import type { Answer, Degradation, PlanEvent, PlanOptions, Question } from '../planner.js';
import { questionsFor } from '../questions/index.js';
import { qualitiesOf, type StatedQualities } from '../reading/qualities.js';
import { read } from '../reading/read.js';
import type { Reading } from '../reading/reading.js';
import { createBudget, type Budget } from './budget.js';
import { PRICES_AS_OF } from './prices.js';
import { createRunner, type Runner } from './runner.js';
import type { AnthropicSetup, RunRecord } from './setup.js';
import type { StageResult } from './stage.js';

/** What all steps of one run share. */
export interface Run {
  readonly brief: Brief;
  readonly reading: Reading;
  readonly stated: StatedQualities;
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

/** Asks the person, if there is one, before anything is sent: answers are part of what the model reads. */
export async function startRun(
  brief: Brief,
  options: PlanOptions,
  onEvent: (event: PlanEvent) => void,
  setup: AnthropicSetup,
): Promise<Run> {
  const reading = read(brief);
  const questions = questionsFor(reading);
  const answers = await options.answer(questions);
  const budget = createBudget(setup.maxUsd);
  const degraded: Degradation[] = [];
  let offline: Promise<Draft> | undefined;
  return {
    brief,
    reading,
    stated: qualitiesOf(reading),
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
