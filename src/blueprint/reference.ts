import { didYouMean } from '../text/nearest.js';
import { BASE_PERMISSIONS } from './base-permissions.js';
import type { Blueprint, Context, Entity } from './model.js';

/** What a requirement names as its answer: something of the model, a value that the blueprint states, or a section as a whole. */
export type Reference =
  | { readonly kind: 'context'; readonly context: string }
  | { readonly kind: 'entity'; readonly context: string; readonly entity: string; readonly member?: string }
  | { readonly kind: 'value'; readonly section: string; readonly key: string }
  | { readonly kind: 'whole'; readonly section: string };

/** Why a reference leads nowhere, in one sentence, and what may be meant. */
export interface DeadReference {
  readonly problem: string;
  readonly hint?: string;
}

/** Reads `sales`, `sales.Deal`, `sales.Deal.win`, `scale.tenants` or `webhooks`; a context may bear the name of a section. */
export function readReference(text: string, blueprint: Blueprint): Reference | DeadReference {
  const [first = '', ...rest] = text.split('.');
  const context = blueprint.contexts.find(({ name }) => name === first);
  const read = context && inContext(context, rest);
  if (read && !isDead(read)) return read;
  const other = inSection(first, rest, blueprint);
  return read && isDead(other) ? read : other;
}

export const isDead = (read: Reference | DeadReference): read is DeadReference => 'problem' in read;

function inSection(first: string, rest: readonly string[], blueprint: Blueprint): Reference | DeadReference {
  const keys = statedKeys(blueprint).get(first);
  if (keys) return statedValue(first, keys, rest.join('.'));
  const wholes = wholeSections(blueprint);
  if (rest.length === 0) {
    if (Object.hasOwn(BASE_PERMISSIONS, first)) return { kind: 'context', context: first };
    if (wholes.includes(first)) return { kind: 'whole', section: first };
    if (WHOLE_SECTIONS.includes(first)) return { problem: `The blueprint has no "${first}".` };
  }
  const contexts = [...blueprint.contexts.map(({ name }) => name), ...Object.keys(BASE_PERMISSIONS)];
  const known = [...contexts, ...wholes, ...statedKeys(blueprint).keys()];
  return dead(`"${first}" is neither a context nor a section that can answer a requirement.`, first, known);
}

function inContext(context: Context, [name, ...rest]: readonly string[]): Reference | DeadReference {
  if (name === undefined) return { kind: 'context', context: context.name };
  const entity = context.entities.find((candidate) => candidate.name === name);
  if (!entity) {
    const names = context.entities.map((candidate) => candidate.name);
    return dead(`The context "${context.name}" has no entity "${name}".`, name, names);
  }
  if (rest.length === 0) return { kind: 'entity', context: context.name, entity: name };
  const member = rest.join('.');
  const members = membersOf(entity);
  if (members.includes(member)) return { kind: 'entity', context: context.name, entity: name, member };
  return dead(`${name} has no field, relation, rule or action "${member}".`, member, members);
}

function membersOf({ fields, relations, rules, lifecycle }: Entity): string[] {
  return [
    ...[...fields, ...relations].map(({ name }) => name),
    ...(lifecycle?.actions ?? []).map(({ name }) => name),
    ...rules.map(({ id }) => id),
  ];
}

function statedValue(section: string, keys: readonly string[], key: string): Reference | DeadReference {
  if (keys.includes(key)) return { kind: 'value', section, key };
  if (key === '') return dead(`"${section}" alone does not say what answers the requirement.`, key, [], keys);
  return dead(`The blueprint states no "${section}.${key}".`, key, keys, keys);
}

function dead(
  problem: string,
  name: string,
  candidates: readonly string[],
  known: readonly string[] = [],
): DeadReference {
  const hint = didYouMean(name, candidates) ?? (known.length > 0 ? `Stated are ${known.join(', ')}.` : undefined);
  return { problem, ...(hint === undefined ? {} : { hint }) };
}

const WHOLE_SECTIONS: readonly string[] = ['tenancy', 'webhooks', 'reactions'];

/** Sections that answer as a whole; one that is left out answers nothing. */
function wholeSections({ webhooks, reactions }: Blueprint): string[] {
  const missing = [...(webhooks ? [] : ['webhooks']), ...(reactions.length > 0 ? [] : ['reactions'])];
  return WHOLE_SECTIONS.filter((section) => !missing.includes(section));
}

/** Keys that stand in the file, by section; what was only assumed answers nothing. */
function statedKeys(blueprint: Blueprint): ReadonlyMap<string, readonly string[]> {
  const { scale, constraints, qualities } = blueprint;
  const names = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);
  const { assumed, behaviour, ...load } = scale;
  const { assumed: usual, rowsPerMonth, ...users } = behaviour;
  return new Map<string, readonly string[]>([
    ['roles', names(blueprint.roles)],
    ['reports', names(blueprint.reports)],
    ['integrations', names(blueprint.integrations)],
    [
      'scale',
      [
        ...Object.keys(load).filter((key) => !assumed.some((one) => one === key)),
        ...Object.keys(users).flatMap((key) => (usual.some((one) => one === key) ? [] : [`behaviour.${key}`])),
        ...Object.keys(rowsPerMonth).map((name) => `behaviour.rowsPerMonth.${name}`),
      ],
    ],
    [
      'constraints',
      Object.entries(constraints).flatMap(([key, value]) => (Array.isArray(value) && value.length === 0 ? [] : [key])),
    ],
    ['qualities', Object.keys(qualities)],
    ['stack', Object.keys(blueprint.stack)],
  ]);
}
