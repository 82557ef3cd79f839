import type { EntitySource } from '../../../blueprint/schema/entity.js';
import type { ActionSource } from '../../../blueprint/schema/lifecycle.js';
import type { RuleSource } from '../../../blueprint/schema/rule.js';
import { readNamedLine, readNamedTransition, readScalar } from './lines.js';
import { listOf } from './lists.js';
import type { BehaviourAnswer } from '../stages/behaviour.js';
import type { EntitiesAnswer } from '../stages/entities.js';
import { plainText } from './texts.js';

export type EntityAnswer = EntitiesAnswer['entities'][number];
export type LifecycleAnswer = BehaviourAnswer['lifecycles'][number];
export type ActionAnswer = LifecycleAnswer['actions'][number];

const MOST_FIELDS = 40;
const MOST_RELATIONS = 20;
const MOST_RULES = 12;
const MOST_ACTIONS = 20;

/** An answer as an entity of the blueprint. Whether its lines can be read is for the parser to say; here they only find their places. */
export function liftEntity(answer: EntityAnswer, lifecycle: LifecycleAnswer | undefined): EntitySource {
  const fields = namedLines(answer.fields, MOST_FIELDS);
  const relations = namedLines(answer.relations, MOST_RELATIONS);
  const rules = answer.rules.slice(0, MOST_RULES).flatMap(liftRule);
  const list = listOf(fields, relations);
  const summary = plainText(answer.summary);
  return {
    ...(summary === '' ? {} : { summary }),
    ...(answer.tenancy === 'global' ? { tenancy: 'global' as const } : {}),
    ...(/^[A-Za-z]\w*$/.test(answer.owner) ? { owner: answer.owner } : {}),
    fields,
    ...(Object.keys(relations).length === 0 ? {} : { relations }),
    ...(rules.length === 0 ? {} : { rules }),
    ...liftedLifecycle(lifecycle),
    ...(list ? { list } : {}),
  };
}

function namedLines(lines: readonly string[], most: number): Record<string, string> {
  const read = lines.flatMap((text) => readNamedLine(text) ?? []).slice(0, most);
  return Object.fromEntries(read.map(({ name, line }) => [name, line]));
}

function liftRule({ check, message }: EntityAnswer['rules'][number]): RuleSource[] {
  const condition = check.trim();
  const words = plainText(message, 200);
  if (condition === '' || condition.length > 1000) return [];
  return [words === '' ? condition : { check: condition, message: words }];
}

function liftedLifecycle(answer: LifecycleAnswer | undefined): Pick<EntitySource, 'lifecycle'> {
  const actions = Object.fromEntries(answer?.actions.slice(0, MOST_ACTIONS).flatMap(liftAction) ?? []);
  if (!answer || Object.keys(actions).length === 0) return {};
  const isUsual = answer.field === '' || answer.field === 'status';
  return { lifecycle: isUsual ? actions : { field: answer.field, actions } };
}

function liftAction({ transition, ...answer }: ActionAnswer): [string, ActionSource][] {
  const read = readNamedTransition(transition);
  if (!read) return [];
  const { name, from, to } = read;
  const sets = answer.sets.flatMap((text) => readNamedLine(text) ?? []);
  const roles = [...new Set(answer.roles.map((role) => role.trim()).filter((role) => role !== ''))];
  const summary = plainText(answer.summary);
  const more = {
    ...(answer.when.trim() === '' ? {} : { when: answer.when.trim().slice(0, 1000) }),
    ...(sets.length === 0 ? {} : { sets: Object.fromEntries(sets.map((set) => [set.name, readScalar(set.line)])) }),
    ...(answer.emits.trim() === '' ? {} : { emits: answer.emits.trim().slice(0, 100) }),
    ...(roles.length === 0 ? {} : { roles }),
    ...(summary === '' ? {} : { summary }),
  };
  if (Object.keys(more).length === 0) return [[name, `${from.join(', ')} -> ${to}`]];
  return [[name, { from: from.length === 1 ? from[0]! : [...from], to, ...more }]];
}

/** Lines that would be lost without a word, as sentences for whoever wrote them. */
export function unreadableLines(answer: EntityAnswer): string[] {
  return [
    ...tooMany(answer.name, 'fields', answer.fields, MOST_FIELDS),
    ...tooMany(answer.name, 'relations', answer.relations, MOST_RELATIONS),
    ...tooMany(answer.name, 'rules', answer.rules, MOST_RULES),
    ...answer.fields.filter((text) => !readNamedLine(text)).map((text) => unreadable(answer.name, 'field', text)),
    ...answer.relations.filter((text) => !readNamedLine(text)).map((text) => unreadable(answer.name, 'relation', text)),
    ...twice([...answer.fields, ...answer.relations]).map((name) => `${answer.name}: "${name}" stands there twice.`),
  ];
}

export function unreadableActions({ entity, actions }: LifecycleAnswer): string[] {
  return [
    ...tooMany(entity, 'actions', actions, MOST_ACTIONS),
    ...actions
      .filter(({ transition }) => !readNamedTransition(transition))
      .map(({ transition }) => `${entity}: ${shown(transition)} is no transition; write "name: from -> to".`),
    ...actions.flatMap(({ sets }) =>
      sets.filter((text) => !readNamedLine(text)).map((text) => unreadable(entity, 'field to set', text)),
    ),
    ...twice(actions.map(({ transition }) => transition)).map((name) => `${entity}: two actions are called "${name}".`),
  ];
}

export function tooMany(place: string, what: string, items: readonly unknown[], most: number): string[] {
  return items.length > most ? [`${place}: ${items.length} ${what}; at most ${most}.`] : [];
}

const unreadable = (entity: string, what: string, text: string): string =>
  `${entity}: ${shown(text)} is no ${what}; write "name: …".`;

const shown = (text: string): string => JSON.stringify(text.slice(0, 80));

function twice(lines: readonly string[]): string[] {
  const names = lines.flatMap((line) => readNamedLine(line)?.name ?? []);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
