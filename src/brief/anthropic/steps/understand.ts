import { quoteFinder } from '../../agent/quotes.js';
import { kebabCase, sentenceCase } from '../../../text/case.js';
import { reservedSystemName } from '../../../text/reserved.js';
import { checkClarify } from '../lift/checks.js';
import { answersBlock, briefBlock, isCut, joined, LONGEST_BRIEF } from '../prompt.js';
import type { Run } from '../run.js';
import type { StageCall } from '../stage.js';
import { clarify, type ClarifyAnswer } from '../stages/clarify.js';
import { plainText, plainTexts } from '../lift/texts.js';
import type { Asked } from '../work.js';

const MOST_REQUIREMENTS = 120;
const MOST_ASSUMPTIONS = 8;
const MOST_QUESTIONS = 6;

/** What the brief is about, before anything is designed. */
export interface Understanding {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** Undefined when the stage failed; then rules say at the end what is asked for. */
  readonly requirements: readonly Asked[] | undefined;
  readonly assumptions: readonly string[];
  readonly openQuestions: readonly string[];
}

export function clarifyCall({
  brief,
  questions,
  answers,
}: Pick<Run, 'brief' | 'questions' | 'answers'>): StageCall<ClarifyAnswer> {
  return {
    stage: clarify,
    label: 'clarify',
    shared: joined(briefBlock(brief), answersBlock(questions, answers)),
    input: '',
    check: checkClarify(quoteFinder(brief.text)),
  };
}

export async function understand(run: Run): Promise<Understanding> {
  if (isCut(run.brief)) {
    run.degrade({
      stage: 'brief',
      why: `The brief has ${run.brief.text.length} characters; the model reads the first ${LONGEST_BRIEF}.`,
      instead: 'The rest was searched for numbers, limits and technology only.',
    });
  }
  const result = await run.runner.run(clarifyCall(run));
  if (result.kind === 'failed') {
    run.degrade({ stage: 'clarify', why: result.why, instead: 'What the brief asks for was found by rules.' });
    const title = run.name === undefined ? 'New system' : sentenceCase(run.name);
    return {
      name: nameOf(run, title),
      title,
      summary: '',
      requirements: undefined,
      assumptions: [],
      openQuestions: [],
    };
  }
  return understood(run, result.answer);
}

function understood(run: Run, answer: ClarifyAnswer): Understanding {
  const title = plainText(answer.title, 80) || 'New system';
  const find = quoteFinder(run.brief.text);
  const found = answer.requirements.flatMap(({ quote, kind }) => {
    const place = find(quote);
    return place ? [{ quote: place, kind }] : [];
  });
  const lost = answer.requirements.length - found.length;
  if (lost > 0) {
    const why = `${lost} of ${answer.requirements.length} quotes are not in the brief.`;
    run.degrade({ stage: 'clarify', why, instead: 'They were left out.' });
  }
  const ordered = found.sort((one, other) => one.quote.start - other.quote.start || one.quote.end - other.quote.end);
  const distinct = ordered.filter(
    ({ quote }, index) =>
      !ordered.slice(0, index).some((other) => other.quote.start === quote.start && other.quote.end === quote.end),
  );
  if (distinct.length > MOST_REQUIREMENTS) {
    const why = `${distinct.length} requirements; ${MOST_REQUIREMENTS} are the most.`;
    run.degrade({ stage: 'clarify', why, instead: 'The last ones were left out.' });
  }
  return {
    name: nameOf(run, title),
    title,
    summary: plainText(answer.summary),
    requirements: distinct.slice(0, MOST_REQUIREMENTS).map((each, index) => ({ id: `R${index + 1}`, ...each })),
    assumptions: plainTexts(answer.assumptions, MOST_ASSUMPTIONS),
    openQuestions: plainTexts(answer.questions, MOST_QUESTIONS),
  };
}

/** A package name that the language accepts, whatever the title is. */
function nameOf({ name }: Run, title: string): string {
  if (name !== undefined) return name;
  const words = kebabCase(title.normalize('NFD').replaceAll(/\p{M}/gu, '')).slice(0, 40).replace(/-+$/, '');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(words)) return 'new-system';
  return reservedSystemName(words) === undefined ? words : `${words.slice(0, 36)}-app`;
}
