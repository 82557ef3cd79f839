import { amount, number } from '../amount.js';
import { busiestWords } from '../scale/assumptions.js';
import type { EntityDesign } from '../model.js';
import type { GovernanceDesign } from './model.js';
import type { GovernanceSource } from './source.js';

type Goal = GovernanceDesign['goals'][number];

/** What the system is for, in the author's words, then what its qualities and constraints ask for; each with the way it is measured. */
export function goalsOf(design: GovernanceSource): readonly Goal[] {
  return [
    ...design.blueprint.goals.map(({ goal, measure }) => ({
      goal,
      measure: measure ?? 'no measure is agreed yet',
      measuredBy: measure === undefined ? reviewOf(design) : measureOf(`${goal} ${measure}`, design),
    })),
    ...qualityGoals(design),
  ];
}

/** The metrics, tables and events that the words of a goal speak of. */
function measureOf(text: string, design: GovernanceSource): string {
  const words = new Set(text.toLowerCase().split(/[^a-z]+/));
  const has = (...wanted: string[]): boolean => wanted.some((word) => words.has(word));
  if (has('ms', 'latency', 'fast', 'quick', 'seconds')) {
    return `\`http_server_request_duration_seconds\` of ${routesOf(design)}, 95th percentile`;
  }
  const payments = design.blueprint.integrations.find(({ kind }) => kind === 'payments');
  if (payments && has('charge', 'charges', 'charged', 'paid', 'payment', 'payments', 'refund', 'refunds')) {
    const tables = design.entities
      .filter(({ names }) => /payment|invoice|charge/.test(names.textOne))
      .map(({ table }) => `\`${table}\``);
    const rows = tables.length === 0 ? 'what is stored' : tables.slice(0, 2).join(' and ');
    return `a nightly comparison of ${rows} with what ${payments.name} reports`;
  }
  const meant = design.entities.filter(({ names }) =>
    [names.textOne, names.textMany].some((name) =>
      text
        .toLowerCase()
        .split(/[^a-z]+/)
        .join(' ')
        .includes(name),
    ),
  );
  const closest = meant.filter(({ parent }) => parent === undefined).slice(0, 2);
  if (closest.length > 0) return queriesOn(closest, words);
  if (has('available', 'availability', 'uptime', 'down')) return 'share of requests to the API not answered with 5xx';
  return reviewOf(design);
}

/** Tables, and the events among whose names a word of the goal is found; all of an entity's where none is. */
function queriesOn(entities: readonly EntityDesign[], words: ReadonlySet<string>): string {
  const events = [...new Set(entities.flatMap(({ actions }) => actions.flatMap(({ action }) => action.emits ?? [])))];
  const named = events.filter((event) =>
    event
      .split(/[.-]/)
      .slice(1)
      .some((word) => words.has(word)),
  );
  const shown = (named.length > 0 ? named : events).slice(0, 3);
  const tables = entities.map(({ table }) => `\`${table}\``).join(' and ');
  return shown.length === 0
    ? `a query on ${tables}, once a month`
    : `a query on ${tables}, against the count of ${shown.map((event) => `\`${event}\``).join(', ')} in \`outbox_events\``;
}

function reviewOf({ product, roles }: GovernanceSource): string {
  const asked = roles.find(({ name }) => name !== 'owner')?.name ?? 'owner';
  return `a review of ${product.name} with people of the role ${asked} each quarter`;
}

function routesOf({ entities }: GovernanceSource): string {
  const routes = entities
    .filter(({ parent }) => parent === undefined)
    .toSorted((a, b) => b.actions.length - a.actions.length);
  return routes
    .slice(0, 2)
    .map(({ route }) => `\`/api/v1${route}\``)
    .join(' and ');
}

/** What no author writes down and every reader asks for. */
function qualityGoals(design: GovernanceSource): Goal[] {
  const { blueprint, scale, cost, operations, contexts } = design;
  const names = busiestWords(design.entities);
  const availability = operations.slos.find(({ id }) => id === 'availability');
  const read = operations.slos.find(({ id }) => id === 'read');
  const { peakRequestsPerSecond: peak } = scale.workload.months36;
  return [
    ...(blueprint.tenancy === 'shared'
      ? [
          {
            goal: `No organization ever sees the ${names} of another`,
            measure: `${number(0)} rows across organizations`,
            measuredBy: `generated tests that ask for the ${names} of a second organization, in every run`,
          },
        ]
      : []),
    ...(availability
      ? [
          {
            goal: `People reach their ${names} when they need them`,
            measure: `${amount(availability.objectivePercent)} of 30 days (${availability.objectivePercent.basis})`,
            measuredBy: `share of requests not answered with 5xx; ${amount(availability.errorBudget)} may be lost`,
          },
        ]
      : []),
    ...(read?.threshold
      ? [
          {
            goal: `Lists of ${names} answer at once`,
            measure: `${amount(read.objectivePercent)} of reads within ${amount(read.threshold)} (${read.threshold.basis})`,
            measuredBy: `\`http_server_request_duration_seconds\` of ${routesOf(design)}`,
          },
        ]
      : []),
    {
      goal: `The load of month 36 needs no redesign of ${contexts.length === 1 ? 'the one context' : `the ${number(contexts.length)} contexts`}`,
      measure: `${amount(peak)} at peak (${peak.basis})`,
      measuredBy: `a load test on ${routesOf(design)} before launch`,
    },
    ...(cost.budget
      ? [
          {
            goal: `${sentence(names)} are served within the budget`,
            measure: `${amount(cost.budget.monthlyUsd)} (${cost.budget.monthlyUsd.basis})`,
            measuredBy: `the bill of the provider for ${names}, item by item`,
          },
        ]
      : []),
  ];
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
