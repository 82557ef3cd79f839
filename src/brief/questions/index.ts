import { BlueprintError } from '../../blueprint/diagnostic.js';
import type { BlueprintSource } from '../../blueprint/schema/blueprint.js';
import type { Answer, ItemOrigin, PlannedAssumption, Question } from '../planner.js';
import { qualitiesOf } from '../reading/qualities.js';
import type { Reading } from '../reading/reading.js';
import { availability } from './availability.js';
import { budget } from './budget.js';
import { compliance } from './compliance.js';
import { engineers } from './engineers.js';
import { growth } from './growth.js';
import { latency } from './latency.js';
import { ordering } from './ordering.js';
import { organizations } from './organizations.js';
import { peakUsers } from './peak-users.js';
import { regions } from './regions.js';
import { retention } from './retention.js';
import type { QuestionRule } from './rule.js';
import { signIn } from './sign-in.js';
import { tenancy } from './tenancy.js';

/** What changes the design most comes first. */
const RULES: readonly QuestionRule[] = [
  tenancy,
  peakUsers,
  organizations,
  compliance,
  availability,
  budget,
  ordering,
  regions,
  engineers,
  retention,
  latency,
  growth,
  signIn,
];

/** More questions than this are an interrogation. */
const MOST_QUESTIONS = 6;

/** Ids of all questions that may be asked about any brief, the most important first. */
export const QUESTION_IDS: readonly string[] = RULES.map(({ id }) => id);

/** What the brief leaves open and the design needs, at most six questions, the most important first. */
export function questionsFor(reading: Reading): Question[] {
  const known = { reading, parts: qualitiesOf(reading).parts };
  return RULES.flatMap(({ id, ask }) => {
    const question = ask(known);
    return question ? [{ id, ...question }] : [];
  }).slice(0, MOST_QUESTIONS);
}

/** Why an answer is none, in one sentence; nothing when it is one. */
export function answerProblem(question: string, value: string): string | undefined {
  const rule = RULES.find(({ id }) => id === question);
  return rule ? rule.problem(value) : `There is no question “${question}”.`;
}

export interface Answered {
  readonly blueprint: BlueprintSource;
  /** One for each answer that nobody gave: the default that was taken. */
  readonly assumptions: readonly PlannedAssumption[];
  /** Of the values that answers decided. */
  readonly provenance: readonly ItemOrigin[];
}

/**
 * The blueprint as the answers want it.
 * @throws BlueprintError ANSWER_INVALID
 */
export function applyAnswers(blueprint: BlueprintSource, answers: readonly Answer[]): Answered {
  let changed = blueprint;
  const assumptions: PlannedAssumption[] = [];
  const provenance: ItemOrigin[] = [];
  // In the order of the questions: how many organizations there are is of no meaning before it is clear that there are many.
  for (const { id, problem, apply, says } of RULES) {
    const answer = answers.find((each) => each.id === id);
    if (!answer) continue;
    const wrong = problem(answer.value);
    if (wrong !== undefined) throw new BlueprintError('ANSWER_INVALID', `The answer to ${id} cannot be used: ${wrong}`);
    const text = says(answer.value, changed);
    if (text === undefined) continue;
    const change = apply(answer.value, changed);
    if (change) changed = change.blueprint;
    if (answer.by === 'default') {
      assumptions.push({ id, text, source: 'assumption', ...(change ? { path: change.path } : {}) });
    }
    if (change) {
      const isDefault = answer.by === 'default';
      const because = isDefault ? `Nobody said; the default was taken. ${text}` : `Answered: ${text}`;
      provenance.push({ path: change.path, source: isDefault ? 'assumption' : 'answer', because, requirements: [] });
    }
  }
  const stray = answers.find(({ id }) => !QUESTION_IDS.includes(id));
  if (stray) throw new BlueprintError('ANSWER_INVALID', `There is no question “${stray.id}”.`);
  return { blueprint: changed, assumptions, provenance };
}
