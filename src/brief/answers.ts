import { BlueprintError, type Diagnostic, type Position } from '../blueprint/diagnostic.js';
import { Findings } from '../blueprint/findings.js';
import { readYaml } from '../blueprint/yaml.js';
import { didYouMean } from '../text/nearest.js';
import type { Answer, Question } from './planner.js';
import { answerProblem } from './questions/index.js';

/** Answers that somebody wrote down before the questions were asked: a YAML map from the ids of questions to values. */
export interface AnswersFile {
  readonly file: string;
  readonly answers: readonly { readonly id: string; readonly value: string; readonly at: Position }[];
}

/**
 * @param known Ids of all questions that may be asked about any brief.
 * @throws BlueprintError with every finding: what is no YAML, no answer, or answers no question.
 */
export function readAnswers(text: string, file: string, known: readonly string[]): AnswersFile {
  const findings = new Findings(file);
  const yaml = readYaml(text, findings);
  // Who has no answers yet may say so with an empty file.
  const problems = findings.all.filter(({ code }) => code !== 'FILE_EMPTY');
  const answers: AnswersFile['answers'][number][] = [];
  if (yaml && !isMap(yaml.value)) {
    const hint = 'For example: `tenancy: shared`.';
    problems.push(finding(file, yaml.place.valueAt, 'Answers are a map from questions to values.', hint));
  } else if (yaml) {
    for (const [id, value] of Object.entries(yaml.value as object)) {
      const { at, valueAt } = yaml.place.child(id);
      if (!known.includes(id)) {
        const hint = didYouMean(id, known) ?? `Questions: ${known.join(', ')}.`;
        problems.push(finding(file, at, `There is no question "${id}".`, hint));
      } else if (!isScalar(value)) problems.push(finding(file, valueAt, `The answer to "${id}" is not one value.`));
      else answers.push({ id, value: String(value).trim(), at: valueAt });
    }
  }
  refuse(file, problems);
  return { file, answers };
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/**
 * The answers of the file to these questions. What the brief itself says is not asked, so answers may be left over: that is no mistake.
 *
 * @throws BlueprintError with every answer that its question does not take.
 */
export function answersTo(questions: readonly Question[], { file, answers }: AnswersFile): Answer[] {
  const problems: Diagnostic[] = [];
  const given = questions.flatMap((question) => {
    const answer = answers.find(({ id }) => id === question.id);
    if (!answer) return [];
    const option = question.options.find(({ value }) => value.toLowerCase() === answer.value.toLowerCase());
    const value = option?.value ?? answer.value;
    const problem = option ? undefined : problemOf(question, value);
    if (problem) {
      problems.push(finding(file, answer.at, problem.message, problem.hint));
      return [];
    }
    return [{ id: question.id, value, by: 'person' as const }];
  });
  refuse(file, problems);
  return given;
}

/** What is wrong with an answer that is none of the options. */
function problemOf({ id, options, open }: Question, value: string): { message: string; hint?: string } | undefined {
  if (open) {
    const message = answerProblem(id, value);
    return message === undefined ? undefined : { message };
  }
  const values = options.map((option) => option.value);
  const hint = didYouMean(value, values) ?? `Answers: ${values.join(', ')}.`;
  return { message: `"${value}" is no answer to "${id}".`, hint };
}

/** The answers that are taken when nobody is there; they become assumptions. */
export function defaultsOf(questions: readonly Question[]): Answer[] {
  return questions.map(({ id, default: value }) => ({ id, value, by: 'default' }));
}

function finding(file: string, at: Position, message: string, hint?: string): Diagnostic {
  return { code: 'ANSWER_INVALID', severity: 'error', message, file, at, ...(hint !== undefined && { hint }) };
}

function refuse(file: string, problems: readonly Diagnostic[]): void {
  if (problems.length === 0) return;
  throw new BlueprintError('ANSWERS_INVALID', `${file} has errors; nothing was planned.`, { diagnostics: problems });
}
