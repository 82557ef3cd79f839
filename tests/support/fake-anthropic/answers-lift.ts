import type { BehaviourAnswer } from '../../../src/brief/anthropic/stages/behaviour.js';
import type { CrossAnswer } from '../../../src/brief/anthropic/stages/cross.js';
import type { EntitiesAnswer } from '../../../src/brief/anthropic/stages/entities.js';
import type { BlueprintSource } from '../../../src/blueprint/schema/blueprint.js';
import type { EntitySource } from '../../../src/blueprint/schema/entity.js';
import type { ActionSource } from '../../../src/blueprint/schema/lifecycle.js';
import { requirementsFor, sentencesOf } from './answers-requirements.js';
import type { SyntheticAnswers } from './answers.js';

/** Turns a blueprint that a person wrote into what a model would have to answer to get it. Lists, priorities and retries have no line. */
export function liftAnswers(source: BlueprintSource, brief: string): SyntheticAnswers {
  const clarify = {
    title: source.title ?? source.name,
    summary: source.summary ?? '',
    requirements: sentencesOf(brief),
    assumptions: ['Rows that are deleted can be brought back by an administrator for thirty days.'],
    questions: ['Who may delete what others have written?'],
  };
  const asked = (name: string) => requirementsFor(name, clarify.requirements);
  const contexts = Object.entries(source.contexts);
  const roles = Object.entries(source.roles ?? {});
  const entityNames = contexts.flatMap(([, { entities = {} }]) => Object.keys(entities));
  return {
    brief,
    clarify,
    design: {
      contexts: contexts.map(([name, { summary = '', needs = [], entities = {} }]) => ({
        name,
        summary,
        needs,
        entities: Object.entries(entities).map(([entity, { summary: what = '' }]) => ({
          name: entity,
          summary: what,
          requirements: asked(entity),
        })),
      })),
      roles: roles.map(([name, { summary = '', grants = [] }]) => ({
        name,
        summary,
        administrator: grants.includes('*'),
        requirements: [],
      })),
    },
    entities: Object.fromEntries(
      contexts.map(([name, { entities = {} }]) => [
        name,
        { entities: Object.entries(entities).map(([entity, value]) => liftEntity(entity, value, source, asked)) },
      ]),
    ),
    behaviour: Object.fromEntries(
      contexts.map(([name, { entities = {} }]) => [
        name,
        {
          lifecycles: Object.entries(entities).flatMap(([entity, value]) => liftLifecycle(entity, value, asked)),
          grants: grantsOf(source, (grant) => grant.startsWith(`${name}.`) || grant.startsWith(`${name}:`)),
        },
      ]),
    ),
    cross: liftCross(source, asked),
    critique: {
      coverage: clarify.requirements.map(({ quote }, index) => {
        const by = coveredBy(source, quote, entityNames);
        return {
          requirement: `R${index + 1}`,
          status: by.length > 0 ? ('covered' as const) : ('partial' as const),
          by,
          note: by.length > 0 ? '' : 'Only in part.',
        };
      }),
      issues: [],
    },
    prose: {
      passages: [
        { slot: 'summary', name: '', text: source.summary ?? '' },
        ...contexts.map(([name, { summary = '' }]) => ({
          slot: 'context' as const,
          name,
          text: `${summary}. It ends where the next context begins.`,
        })),
      ],
    },
  };
}

type Asked = (name: string) => string[];

function liftEntity(
  name: string,
  { summary = '', tenancy, owner = '', fields = {}, relations = {}, rules = [] }: EntitySource,
  source: BlueprintSource,
  asked: Asked,
): EntitiesAnswer['entities'][number] {
  return {
    name,
    summary,
    tenancy: tenancy ?? 'tenant',
    owner,
    fields: Object.entries(fields).map(([field, line]) => {
      if (typeof line !== 'string') throw new Error(`${name}.${field} is not written as a line.`);
      return `${field}: ${line}`;
    }),
    relations: Object.entries(relations).flatMap(([relation, value]) => {
      const line = typeof value === 'string' ? value : value.to;
      return isOtherSide(line, name, source) ? [] : [`${relation}: ${line}`];
    }),
    rules: rules.map((rule) =>
      typeof rule === 'string'
        ? { check: rule, message: `${name} keeps its own rule.` }
        : { check: rule.check, message: rule.message ?? `${name} keeps its own rule.` },
    ),
    requirements: asked(name),
  };
}

/** Whether the target holds the key: then this side is derived. */
function isOtherSide(line: string, name: string, source: BlueprintSource): boolean {
  const target = /^([A-Za-z]+)\[\]$/.exec(line)?.[1];
  if (target === undefined) return false;
  const entity = Object.values(source.contexts).flatMap(({ entities = {} }) => entities[target] ?? [])[0];
  return Object.values(entity?.relations ?? {}).some(
    (value) => new RegExp(`^${name}(?![A-Za-z[])`).exec(typeof value === 'string' ? value : value.to) !== null,
  );
}

function liftLifecycle(name: string, { lifecycle }: EntitySource, asked: Asked): BehaviourAnswer['lifecycles'] {
  if (!lifecycle) return [];
  const isLong = typeof lifecycle.actions === 'object' && !('to' in lifecycle.actions);
  const actions = (isLong ? lifecycle.actions : lifecycle) as Readonly<Record<string, ActionSource>>;
  const field = isLong && typeof lifecycle.field === 'string' ? lifecycle.field : 'status';
  return [
    {
      entity: name,
      field,
      actions: Object.entries(actions).map(([action, value]) => liftAction(action, value, asked(action))),
    },
  ];
}

function liftAction(name: string, action: ActionSource, requirements: string[]) {
  const {
    from,
    to,
    when = '',
    sets = {},
    emits = '',
    roles = [],
    summary = '',
  } = typeof action === 'string' ? { from: action.split('->')[0]!.trim(), to: action.split('->')[1]!.trim() } : action;
  return {
    transition: `${name}: ${[from].flat().join(', ')} -> ${to}`,
    when,
    sets: Object.entries(sets).map(([field, value]) => `${field}: ${JSON.stringify(value).replaceAll('"', '')}`),
    emits,
    roles: [roles].flat(),
    summary,
    requirements,
  };
}

function grantsOf(source: BlueprintSource, isWanted: (grant: string) => boolean): BehaviourAnswer['grants'] {
  return Object.entries(source.roles ?? {}).flatMap(([role, { grants = [] }]) => {
    const wanted = grants.filter(isWanted);
    return wanted.length > 0 ? [{ role, grants: wanted }] : [];
  });
}

function liftCross(source: BlueprintSource, asked: Asked): CrossAnswer {
  const { goals = [], integrations = {}, reports = {}, reactions = [], webhooks, assumptions = [] } = source;
  return {
    goals: goals.map((each) =>
      typeof each === 'string' ? { goal: each, measure: '' } : { goal: each.goal, measure: each.measure ?? '' },
    ),
    integrations: Object.entries(integrations).map(([name, { kind, receives = [], summary = '' }]) => ({
      name,
      kind,
      receives,
      summary,
      requirements: asked(name),
    })),
    reports: Object.entries(reports).map(([name, { from, where = '', group = [], measure, summary = '' }]) => ({
      name,
      from,
      where,
      group: [group].flat(),
      measure: [measure].flat(),
      summary,
      requirements: asked(name.split('-')[0] ?? ''),
    })),
    reactions: reactions.map(({ on, every, cron, do: action, notify, call, emit, template = '', where = '' }) => ({
      trigger: on !== undefined ? 'on' : every !== undefined ? 'every' : 'cron',
      at: on ?? every ?? cron ?? '',
      effect: action !== undefined ? 'do' : notify !== undefined ? 'notify' : call !== undefined ? 'call' : 'emit',
      target: action ?? notify ?? call ?? emit ?? '',
      template,
      where,
      summary: '',
      requirements: [],
    })),
    webhooks: webhooks?.events ?? [],
    grants: grantsOf(source, (grant) => /^(?:users|audit):/.test(grant)),
    assumptions: assumptions.map(({ text }) => text),
  };
}

/** Entities whose name, in the words of the brief, is in the quote. */
function coveredBy(source: BlueprintSource, quote: string, names: readonly string[]): string[] {
  return names
    .filter((name) => new RegExp(`\\b${name.toLowerCase()}`).exec(quote.toLowerCase()) !== null)
    .map((name) => {
      const context = Object.entries(source.contexts).find(([, { entities = {} }]) => name in entities)?.[0];
      return `${context}.${name}`;
    });
}
