import type { Answers, Question } from './contributor.js';
import { oneLine } from '../../src/text/escape.js';

/** A name as it stands in file names; every other form of it is derived. */
export function name(message: string): Question {
  return {
    name: 'name',
    message,
    validate: (answer) =>
      /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(answer) || `"${answer}" is not a name; write it like tax-report.`,
  };
}

export const summary: Question = {
  name: 'summary',
  message: 'What it is, in one sentence',
  validate: (answer) => oneLine(answer) !== '' || 'Say in one sentence what it is.',
};

/** The answer to a question; asked for by the contributor that has it among its questions. */
export function answerTo(answers: Answers, question: string): string {
  const answer = answers[question];
  if (answer === undefined) throw new Error(`The question "${question}" has no answer.`);
  return answer;
}
