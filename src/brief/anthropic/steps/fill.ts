import type { EntitySource } from '../../../blueprint/schema/entity.js';
import { checkBehaviour, checkCross, checkEntities } from '../lift/checks.js';
import { createWarmth, fanOut } from '../call/fan-out.js';
import { behaviourBlock, briefBlock, designBlock, entitiesBlock, joined, requirementsBlock } from '../prompt.js';
import { accepted, type Run } from '../run.js';
import type { StageCall } from '../stage.js';
import { behaviour, type BehaviourAnswer } from '../stages/behaviour.js';
import { cross, type CrossAnswer } from '../stages/cross.js';
import { entities, type EntitiesAnswer } from '../stages/entities.js';
import { hasOnlyFiguresOf } from '../lift/texts.js';
import type { ContextWork, Work } from '../work.js';

const begin = (run: Run, work: Work): string =>
  joined(briefBlock(run.brief), requirementsBlock(work.requirements), designBlock(work));

const names = ({ planned }: ContextWork): string => planned.map(({ name }) => name).join(', ');

export function entitiesCall(run: Run, work: Work, context: ContextWork): StageCall<EntitiesAnswer> {
  return {
    stage: entities,
    label: `entities:${context.name}`,
    shared: begin(run, work),
    input: `Context ${context.name}: ${names(context)}.`,
    check: checkEntities(work, context.name),
  };
}

export function behaviourCall(run: Run, work: Work, context: ContextWork): StageCall<BehaviourAnswer> {
  return {
    stage: behaviour,
    label: `behaviour:${context.name}`,
    shared: begin(run, work),
    // Its own entities are all it speaks of; so a change in another context does not concern it.
    input: joined(`Context ${context.name}: ${names(context)}.`, entitiesBlock([context])),
    check: checkBehaviour(work, context.name),
  };
}

export function crossCall(run: Run, work: Work): StageCall<CrossAnswer> {
  return {
    stage: cross,
    label: 'cross',
    shared: joined(begin(run, work), entitiesBlock(work.contexts), behaviourBlock(work.contexts)),
    input: '',
    check: checkCross(work),
  };
}

/** Fields, relations and rules, all contexts at once. Where the model fails, entities come from the plan without it. */
export async function fillEntities(run: Run, work: Work): Promise<Work> {
  const warmth = createWarmth();
  const filled = await fanOut(work.contexts, async (context): Promise<ContextWork> => {
    const result = await run.runner.run(entitiesCall(run, work, context), warmth);
    if (result.kind !== 'failed') return { ...context, entities: accepted(run, `entities:${context.name}`, result) };
    const substitutes = await substitutesFor(run, context);
    const known = Object.keys(substitutes);
    run.degrade({
      stage: `entities:${context.name}`,
      why: result.why,
      instead:
        known.length === 0
          ? 'Its entities have a name and nothing else.'
          : `${known.join(', ')} came from the plan without the model; other entities of it have a name and nothing else.`,
    });
    return { ...context, substitutes };
  });
  return { ...work, contexts: filled };
}

/** What the plan without a model has under the same names. Relations to what is not there are taken out later, with the other faults. */
async function substitutesFor(run: Run, { planned }: ContextWork): Promise<Record<string, EntitySource>> {
  const draft = await run.offline().catch(() => undefined);
  const known = new Map(
    Object.values(draft?.blueprint.contexts ?? {}).flatMap(({ entities: all }) => Object.entries(all ?? {})),
  );
  return Object.fromEntries(
    planned.flatMap(({ name }): [string, EntitySource][] => {
      const entity = known.get(name);
      return entity ? [[name, entity]] : [];
    }),
  );
}

/** Lifecycles and grants. Where the model fails, nothing happens and nobody may: access is denied until it is granted. */
export async function fillBehaviour(run: Run, work: Work): Promise<Work> {
  const warmth = createWarmth();
  const filled = await fanOut(work.contexts, async (context): Promise<ContextWork> => {
    const result = await run.runner.run(behaviourCall(run, work, context), warmth);
    if (result.kind !== 'failed') return { ...context, behaviour: accepted(run, `behaviour:${context.name}`, result) };
    run.degrade({
      stage: `behaviour:${context.name}`,
      why: result.why,
      instead: 'It has no actions beyond create, read, update and delete, and only administrators may use it.',
    });
    return context;
  });
  return { ...work, contexts: filled };
}

export async function fillCross(run: Run, work: Work): Promise<Work> {
  const result = await run.runner.run(crossCall(run, work));
  if (result.kind !== 'failed') return { ...work, cross: withinBrief(run, accepted(run, 'cross', result)) };
  run.degrade({
    stage: 'cross',
    why: result.why,
    instead: 'There are no reports, no reactions, and only the integrations that the brief names.',
  });
  return work;
}

/** An answer without figures that the brief does not have, and without events for subscribers that nobody asked for. */
export function withinBrief({ brief, stated, reading }: Run, answer: CrossAnswer): CrossAnswer {
  const wantsWebhooks = stated.wantsWebhooks || !reading.english;
  return {
    ...answer,
    goals: answer.goals.map((goal) => ({
      ...goal,
      measure: hasOnlyFiguresOf(goal.measure, brief.text) ? goal.measure : '',
    })),
    webhooks: wantsWebhooks ? answer.webhooks : [],
    assumptions: answer.assumptions.filter((text) => hasOnlyFiguresOf(text, brief.text)),
  };
}
