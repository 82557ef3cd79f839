import { answersTo, defaultsOf, readAnswers, type AnswersFile } from '../brief/answers.js';
import { loadAnswersText } from '../brief/load.js';
import type { PlanOptions } from '../brief/planner.js';
import { QUESTION_IDS } from '../brief/questions/index.js';
import type { BriefOptions } from './brief-options.js';
import type { Session } from './session.js';

/**
 * Who answers the questions of a planner: the file of answers first, then the person when one is there to ask, else the defaults.
 *
 * @throws BlueprintError when the file makes no sense, before anything was planned.
 */
export async function answering(options: BriefOptions, session: Session): Promise<PlanOptions['answer']> {
  const file = options.answers === undefined ? undefined : await readFile(options.answers, session);
  const asks = session.interactive && options.yes !== true && options.json !== true;
  return async (questions) => {
    const given = file ? answersTo(questions, file) : [];
    const open = questions.filter(({ id }) => given.every((answer) => answer.id !== id));
    if (!asks || open.length === 0) return [...given, ...defaultsOf(open)];
    const { askQuestions } = await import('./ask.js');
    return [...given, ...(await askQuestions(open, session.signal))];
  };
}

async function readFile(file: string, { signal }: Session): Promise<AnswersFile> {
  return readAnswers(await loadAnswersText(file, signal), file, QUESTION_IDS);
}
