import { api } from './api.js';
import { auth } from './auth.js';
import { database } from './database.js';
import { decide } from './decide.js';
import { deploy } from './deploy.js';
import { framework } from './framework.js';
import { logger } from './logger.js';
import type { Decision } from './model.js';
import { orm } from './orm.js';
import { pagination } from './pagination.js';
import type { Question } from './question.js';
import { queue } from './queue.js';
import { rollout } from './rollout.js';
import { serviceSplit } from './service-split.js';
import { situationOf, type DecisionFacts } from './situation.js';
import { tenancy } from './tenancy.js';
import { tracing } from './tracing.js';

/** Every question, in the order in which they are answered: a later one may use the answers before it. */
export const questions: readonly Question[] = [
  serviceSplit,
  tenancy,
  framework,
  database,
  orm,
  api,
  pagination,
  auth,
  queue,
  logger,
  tracing,
  deploy,
  rollout,
];

/** Every decision, in the order of their numbers. */
export function decisionsOf(facts: DecisionFacts): readonly Decision[] {
  const decisions: Decision[] = [];
  for (const question of questions) {
    const decided = Object.fromEntries(decisions.map(({ id, chosen }) => [id, chosen]));
    decisions.push(decide(question, situationOf(facts, decided), decisions.length + 1));
  }
  return decisions;
}
