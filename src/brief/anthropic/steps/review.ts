import { writeBlueprint } from '../../../blueprint/write.js';
import { checkBehaviour, checkCross, checkEntities, withEntities } from '../lift/checks.js';
import { compose } from '../lift/compose.js';
import { fanOut } from '../call/fan-out.js';
import { faultsOf, ownerOf, sentenceOf } from '../lift/faults.js';
import { blueprintBlock, briefBlock, joined, neutral, requirementsBlock } from '../prompt.js';
import { accepted, type Run } from '../run.js';
import type { StageCall } from '../stage.js';
import { critique, type CritiqueAnswer } from '../stages/critique.js';
import { plainText } from '../lift/texts.js';
import { contextNamed, withContext, type Work } from '../work.js';
import { behaviourCall, crossCall, entitiesCall, withinBrief } from './fill.js';

/** A reviewer that could make work without end would spend the budget on taste. */
const MOST_REPAIRS = 6;
const MOST_FINDINGS = 12;
/** Entities that a repair may add to one context. */
const MOST_ADDED = 3;

export type Review = CritiqueAnswer;

export function critiqueCall(run: Run, work: Work): StageCall<CritiqueAnswer> {
  return {
    stage: critique,
    label: 'critique',
    shared: joined(
      briefBlock(run.brief),
      requirementsBlock(work.requirements),
      blueprintBlock(writeBlueprint(compose(work))),
    ),
    input: '',
    check: () => [],
  };
}

/** Somebody who has not written it holds the blueprint against the brief. */
export async function review(run: Run, work: Work): Promise<Review | undefined> {
  const result = await run.runner.run(critiqueCall(run, work));
  if (result.kind !== 'failed') return result.answer;
  run.degrade({
    stage: 'critique',
    why: result.why,
    instead: 'Nobody held the blueprint against the brief but the checks.',
  });
  return undefined;
}

/** One part of the work and what is wrong with it. */
interface Errand {
  readonly stage: 'entities' | 'behaviour' | 'cross';
  readonly context: string;
  readonly findings: readonly string[];
}

/** One round: what checks and review found goes back to the stage that wrote it, and to no other. */
export async function repair(run: Run, work: Work, found: Review | undefined): Promise<Work> {
  const errands = errandsOf(work, found);
  const known = errands.slice(0, MOST_REPAIRS);
  if (errands.length > known.length) {
    const left = errands.slice(MOST_REPAIRS).map(({ stage, context }) => `${stage} ${context}`.trim());
    run.degrade({
      stage: 'repair',
      why: `The review found more than ${MOST_REPAIRS} parts to mend.`,
      instead: `These stayed as they were: ${left.join(', ')}.`,
    });
  }
  let mended = work;
  // What actions and reports speak of is mended before them.
  for (const stage of ['entities', 'behaviour', 'cross'] as const) {
    const before = mended;
    const changes = await fanOut(
      known.filter((errand) => errand.stage === stage),
      (errand) => mend(run, before, errand),
    );
    mended = changes.reduce((sum, change) => change(sum), mended);
  }
  return mended;
}

function errandsOf(work: Work, found: Review | undefined): Errand[] {
  const errands = new Map<string, Errand & { findings: string[]; weight: number }>();
  const add = (stage: Errand['stage'], context: string, finding: string, weight: number): void => {
    const key = `${stage}:${context}`;
    const errand = errands.get(key) ?? { stage, context, findings: [], weight: 0 };
    if (errand.findings.length < MOST_FINDINGS) errand.findings.push(finding);
    errands.set(key, { ...errand, weight: Math.max(errand.weight, weight) });
  };
  const source = compose(work);
  for (const fault of faultsOf(source)) {
    const owner = ownerOf(fault.path, source);
    if (owner.stage === 'entities' || owner.stage === 'behaviour')
      add(owner.stage, owner.context, sentenceOf(fault), 3);
    else if (owner.stage === 'cross') add('cross', '', sentenceOf(fault), 3);
  }
  for (const { severity, stage, context, problem, fix } of found?.issues ?? []) {
    const isPlace = stage === 'cross' || work.contexts.some(({ name }) => name === context);
    const finding = [problem, fix]
      .map((text) => plainText(text))
      .filter((text) => text !== '')
      .join(' ');
    if (severity !== 'minor' && isPlace && finding !== '') {
      add(stage, stage === 'cross' ? '' : context, finding, severity === 'blocker' ? 2 : 1);
    }
  }
  return [...errands.values()].sort((one, other) => other.weight - one.weight);
}

type Change = (work: Work) => Work;
const unchanged: Change = (work) => work;

async function mend(run: Run, work: Work, errand: Errand): Promise<Change> {
  const { stage, context } = errand;
  const accept = (change: Change): Change => (faultCount(change(work)) <= faultCount(work) ? change : unchanged);
  if (stage === 'entities') {
    const before = contextNamed(work, context);
    const answer = await again(
      run,
      errand,
      {
        ...entitiesCall(run, work, before),
        check: checkEntities(work, context, MOST_ADDED),
      },
      before.entities,
    );
    return answer ? accept((now) => withEntities(now, context, answer, MOST_ADDED)) : unchanged;
  }
  if (stage === 'behaviour') {
    const before = contextNamed(work, context);
    const answer = await again(
      run,
      errand,
      {
        ...behaviourCall(run, work, before),
        check: checkBehaviour(work, context),
      },
      before.behaviour,
    );
    return answer ? accept((now) => withContext(now, context, { behaviour: answer })) : unchanged;
  }
  const answer = await again(run, errand, { ...crossCall(run, work), check: checkCross(work) }, work.cross);
  return answer ? accept((now) => ({ ...now, cross: withinBrief(run, answer) })) : unchanged;
}

/** The same stage once more, with its answer and the findings. Without a better answer the first one stays. */
async function again<Answer>(
  run: Run,
  { findings }: Errand,
  call: StageCall<Answer>,
  before: Answer | undefined,
): Promise<Answer | undefined> {
  const label = `repair ${call.label}`;
  const list = findings.map((finding) => `- ${neutral(finding)}`).join('\n');
  const result = await run.runner.run({
    ...call,
    label,
    input: joined(
      call.input,
      before === undefined ? '' : `The answer so far:\n${JSON.stringify(before)}`,
      `It was reviewed. Mend what the findings say, keep everything else, and give the whole answer. An entity that is missing may be added.\n${list}`,
    ),
  });
  if (result.kind !== 'failed') return accepted(run, label, result);
  run.degrade({
    stage: label,
    why: result.why,
    instead: `The first answer stayed, with ${findings.length} findings open.`,
  });
  return undefined;
}

const faultCount = (work: Work): number => faultsOf(compose(work)).length;
