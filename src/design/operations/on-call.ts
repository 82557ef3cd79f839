import { figure } from './facts.js';
import type { OnCallDesign, TracingDesign } from './model.js';
import type { OperationsSource } from './source.js';

/** Nights are shared by so many at least: fewer would be called every second or third week. */
const ENOUGH_FOR_NIGHTS = 5;
const DEFAULT_TEAM = 3;

export function onCallOf({ blueprint }: OperationsSource): OnCallDesign {
  const { engineers } = blueprint.constraints;
  const at = blueprint.places?.['constraints.engineers'];
  const people =
    engineers === undefined
      ? figure(
          ['onCall.people', 'people who share being on call'],
          DEFAULT_TEAM,
          'none',
          'rule',
          'The blueprint does not say constraints.engineers; the smallest team that can share weeks.',
        )
      : figure(
          ['onCall.people', 'people who share being on call'],
          engineers,
          'none',
          'given',
          'The blueprint says constraints.engineers.',
          at && { at },
        );
  const target = (id: string, label: string, value: number, unit: 'min' | 'h' | 'days', text: string) =>
    figure([`onCall.${id}`, label], value, unit, 'target', text);
  const roundTheClock = people.value >= ENOUGH_FOR_NIGHTS;
  return {
    people,
    roundTheClock,
    everyWeeks: figure(
      ['onCall.everyWeeks', 'weeks from one turn on call to the next'],
      people.value,
      'weeks',
      'modelled',
      'One week each, in turn.',
      { from: [people.id] },
    ),
    answerPage: target(
      'answerPage',
      'time to answer a page',
      roundTheClock ? 15 : 30,
      'min',
      'A part of the error budget is gone by then, not most of it.',
    ),
    answerTicket: target('answerTicket', 'time to answer a ticket', 8, 'h', 'The next working day.'),
    review: target('review', 'time to the written review of an incident', 5, 'days', 'While everybody remembers.'),
  };
}

const KEPT_PERCENT = 10;

export function tracingOf({ scale }: OperationsSource): TracingDesign {
  const { averageRequestsPerSecond } = scale.workload.launch;
  const keptPercent = figure(
    ['tracing.keptPercent', 'traces kept of requests that went well'],
    KEPT_PERCENT,
    'percent',
    'rule',
    'Enough to compare with; those that failed or were slow are kept all.',
  );
  return {
    keptPercent,
    tracesPerSecond: figure(
      ['tracing.tracesPerSecond', 'traces kept per second at launch'],
      (averageRequestsPerSecond.value * KEPT_PERCENT) / 100,
      'requests/s',
      'modelled',
      `Mean requests per second × ${KEPT_PERCENT} %.`,
      { from: [averageRequestsPerSecond.id, keptPercent.id] },
    ),
    keptDays: figure(
      ['tracing.keptDays', 'time that traces are kept'],
      7,
      'days',
      'rule',
      'As long as published events: one week of questions.',
    ),
  };
}
