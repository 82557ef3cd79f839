import type { Answer, Question } from '../brief/planner.js';
import { PRESETS, type Preset } from '../package.js';
import { inert } from './print/text.js';

/** Thrown when the person leaves a question with Ctrl-C. */
export class Cancelled extends Error {}

/** Questions go to standard error: standard output is for the result. */
async function prompts() {
  return { ...(await import('@clack/prompts')), output: process.stderr };
}

export async function askDirectory(suggestion: string, signal: AbortSignal): Promise<string> {
  const { text, isCancel, output } = await prompts();
  const answer = await text({
    message: 'Where should the repository go?',
    placeholder: suggestion,
    defaultValue: suggestion,
    output,
    signal,
  });
  if (isCancel(answer)) throw new Cancelled();
  return answer;
}

export async function askPreset(signal: AbortSignal): Promise<Preset> {
  const { select, isCancel, output } = await prompts();
  const answer = await select({
    message: 'Which blueprint should it start from?',
    options: PRESETS.map((preset) => ({ value: preset, label: preset })),
    output,
    signal,
  });
  if (isCancel(answer)) throw new Cancelled();
  return answer;
}

/** The answer that stands for one that is no option. */
const OTHER = 'other';

/** Asks one after the other; each says what it changes, and Enter takes the default. */
export async function askQuestions(questions: readonly Question[], signal: AbortSignal): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const question of questions) {
    answers.push({ id: question.id, value: await askQuestion(question, signal), by: 'person' });
  }
  return answers;
}

async function askQuestion(question: Question, signal: AbortSignal): Promise<string> {
  const { select, isCancel, output } = await prompts();
  const { default: usual, open } = question;
  // The default may be a figure of its own, made from the brief.
  const isOption = question.options.some(({ value }) => value === usual);
  const own = isOption ? [] : [{ value: usual, label: usual }];
  const options = [...own, ...question.options].map(({ value, label }) => ({
    value,
    label: inert(label),
    ...(value === usual && { hint: 'default' }),
  }));
  const answer = await select({
    message: inert(`${question.question}\n${question.changes}`),
    options: open ? [...options, { value: OTHER, label: 'Something else' }] : options,
    initialValue: usual,
    output,
    signal,
  });
  if (isCancel(answer)) throw new Cancelled();
  return answer === OTHER ? askFreely(question, signal) : answer;
}

async function askFreely({ id, question, default: usual }: Question, signal: AbortSignal): Promise<string> {
  const { text, isCancel, output } = await prompts();
  const { answerProblem } = await import('../brief/questions/index.js');
  const validate = (value = '') => (value.trim() === '' ? undefined : answerProblem(id, value.trim()));
  const answer = await text({
    message: inert(question),
    placeholder: usual,
    defaultValue: usual,
    validate,
    output,
    signal,
  });
  if (isCancel(answer)) throw new Cancelled();
  return answer.trim();
}

/** Yes or no; Enter means no. */
export async function askWhether(message: string, signal: AbortSignal): Promise<boolean> {
  const { confirm, isCancel, output } = await prompts();
  const answer = await confirm({ message: inert(message), initialValue: false, output, signal });
  if (isCancel(answer)) throw new Cancelled();
  return answer;
}
