import type { BlueprintSource } from '../../../blueprint/schema/blueprint.js';
import type { IntegrationSource } from '../../../blueprint/schema/integration.js';
import type { ReactionSource } from '../../../blueprint/schema/reaction.js';
import type { ReportSource } from '../../../blueprint/schema/report.js';
import { tooMany } from './entity.js';
import type { CrossAnswer } from '../stages/cross.js';
import { plainText } from './texts.js';

const MOST_GOALS = 5;
const MOST_INTEGRATIONS = 15;
const MOST_REPORTS = 20;
const MOST_REACTIONS = 40;
const MOST_EVENTS = 40;

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const EVENT = /^[A-Za-z][A-Za-z0-9_.-]{0,79}$/;

type CrossParts = Pick<BlueprintSource, 'goals' | 'integrations' | 'reports' | 'reactions' | 'webhooks'>;

/** What spans contexts, as sections of the blueprint. What brief and answers state stays as it is. */
export function liftCross(answer: CrossAnswer, stated: Partial<BlueprintSource>): CrossParts {
  const goals = answer.goals.slice(0, MOST_GOALS).flatMap(liftGoal);
  const proposed = named(answer.integrations.slice(0, MOST_INTEGRATIONS), liftIntegration);
  const integrations = { ...proposed, ...stated.integrations };
  const reports = named(answer.reports.slice(0, MOST_REPORTS), liftReport);
  const reactions = answer.reactions.slice(0, MOST_REACTIONS).map(liftReaction);
  const events = [...new Set([...(stated.webhooks?.events ?? []), ...answer.webhooks.map((event) => event.trim())])];
  const known = events.filter((event) => EVENT.test(event)).slice(0, MOST_EVENTS);
  return {
    ...(goals.length === 0 ? {} : { goals }),
    ...(reactions.length === 0 ? {} : { reactions }),
    ...(Object.keys(integrations).length === 0 ? {} : { integrations }),
    ...(known.length === 0 ? {} : { webhooks: { events: known } }),
    ...(Object.keys(reports).length === 0 ? {} : { reports }),
  };
}

/** What is more than a blueprint takes, as sentences for whoever wrote it. */
export function overfull(answer: CrossAnswer): string[] {
  return [
    ...tooMany('goals', 'items', answer.goals, MOST_GOALS),
    ...tooMany('integrations', 'items', answer.integrations, MOST_INTEGRATIONS),
    ...tooMany('reports', 'items', answer.reports, MOST_REPORTS),
    ...tooMany('reactions', 'items', answer.reactions, MOST_REACTIONS),
    ...tooMany('webhooks', 'events', answer.webhooks, MOST_EVENTS),
    ...[...answer.integrations, ...answer.reports]
      .filter(({ name }) => !NAME.test(name))
      .map(({ name }) => `${JSON.stringify(name.slice(0, 60))} is no name in kebab-case.`),
    ...answer.webhooks
      .filter((event) => !EVENT.test(event.trim()))
      .map((event) => `webhooks: ${JSON.stringify(event.slice(0, 60))} is no event.`),
    ...answer.reports
      .filter(({ measure }) => measure.length === 0)
      .map(({ name }) => `${name}: a report measures something.`),
  ];
}

function named<Answer extends { name: string }, Item>(
  answers: readonly Answer[],
  lift: (answer: Answer) => Item | undefined,
): Record<string, Item> {
  return Object.fromEntries(
    answers
      .filter(({ name }) => NAME.test(name))
      .flatMap((answer): [string, Item][] => {
        const item = lift(answer);
        return item === undefined ? [] : [[answer.name, item]];
      }),
  );
}

function liftGoal(answer: CrossAnswer['goals'][number]): NonNullable<BlueprintSource['goals']> {
  const goal = plainText(answer.goal, 200);
  const measure = plainText(answer.measure, 200);
  if (goal === '') return [];
  return [{ goal, ...(measure === '' ? {} : { measure }) }];
}

function liftIntegration(answer: CrossAnswer['integrations'][number]): IntegrationSource {
  const summary = plainText(answer.summary);
  const receives = [...new Set(answer.receives.filter((event) => EVENT.test(event)))].slice(0, 20);
  return {
    kind: plainText(answer.kind, 40) || 'other',
    ...(receives.length === 0 ? {} : { receives }),
    ...(summary === '' ? {} : { summary }),
  };
}

function liftReport(answer: CrossAnswer['reports'][number]): ReportSource | undefined {
  const summary = plainText(answer.summary);
  const [group, measure] = [answer.group, answer.measure].map((texts) =>
    texts.map((text) => text.trim()).filter((text) => text !== ''),
  ) as [string[], string[]];
  if (measure.length === 0) return undefined;
  return {
    from: answer.from,
    ...conditionOf(answer.where),
    ...(group.length === 0 ? {} : { group: group.length === 1 ? group[0]! : group }),
    measure: measure.length === 1 ? measure[0]! : measure,
    ...(summary === '' ? {} : { summary }),
  };
}

function liftReaction(answer: CrossAnswer['reactions'][number]): ReactionSource {
  const summary = plainText(answer.summary);
  return {
    [answer.trigger]: answer.at.trim(),
    [answer.effect]: answer.target.trim(),
    ...(answer.effect === 'notify' ? { template: templateOf(answer) } : {}),
    ...conditionOf(answer.where),
    ...(summary === '' ? {} : { summary }),
  };
}

/** A message is called after what it tells of where it has no name. */
function templateOf({ template, at }: CrossAnswer['reactions'][number]): string {
  if (NAME.test(template)) return template;
  const words = at
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '');
  return words === '' ? 'reminder' : words;
}

function conditionOf(text: string): { where?: string } {
  const condition = text.trim();
  return condition === '' ? {} : { where: condition.slice(0, 1000) };
}
