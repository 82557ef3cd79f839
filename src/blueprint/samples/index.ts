import { evaluate } from '../evaluate.js';
import type { Expression } from '../expression.js';
import type { Entity, Field, LifecycleAction } from '../model.js';
import { findSample, type Condition, type Sample } from './search.js';

export type { Sample } from './search.js';

/** How many samples every entity has: enough for two pages of two and one more. */
export const SAMPLE_COUNT = 5;

/**
 * Samples of an entity's settable fields that satisfy its rules and, where that is possible at once, the guards of its
 * lifecycle. Empty where no values were found for the rules: then the blueprint has to give an `example`.
 */
export function samplesOf(entity: Entity): Sample[] {
  const rules = entity.rules.map(({ expression }) => condition(entity, expression));
  const guards = (entity.lifecycle?.actions ?? []).flatMap((action) => actionConditions(entity, action));
  const samples = Array.from(
    { length: SAMPLE_COUNT },
    (_, n) =>
      findSample(entity, settableFields(entity), n, [...rules, ...guards]) ??
      findSample(entity, settableFields(entity), n, rules),
  );
  return samples.every((sample) => sample !== undefined) ? samples : [];
}

/** For each rule that a well-typed body can break: such a body that keeps all other rules. */
export function violationsOf(entity: Entity): { rule: string; sample: Sample }[] {
  return entity.rules.flatMap((rule) => {
    const others = entity.rules
      .filter((other) => other !== rule)
      .map(({ expression }) => condition(entity, expression));
    const sample = findSample(entity, settableFields(entity), 0, [
      ...others,
      negated(condition(entity, rule.expression)),
    ]);
    return sample ? [{ rule: rule.id, sample }] : [];
  });
}

/** One way to come to an action: from the initial state by other actions, each of which the sample's guards let pass. */
export interface ActionCase {
  readonly from: string;
  /** Names of the actions that lead from the initial state to `from`, in order. */
  readonly path: readonly string[];
  readonly sample: Sample;
}

/** For each state an action starts from: the shortest way there, with a sample that passes. States nothing leads to have none. */
export function actionCasesOf(entity: Entity, action: LifecycleAction): ActionCase[] {
  const rules = entity.rules.map(({ expression }) => condition(entity, expression));
  return action.from.flatMap((from) => {
    const path = shortestPath(entity, from);
    if (!path) return [];
    const guards = [...path, action].flatMap((step) => actionConditions(entity, step));
    const sample = findSample(entity, settableFields(entity), 0, [...rules, ...guards]);
    return sample ? [{ from, path: path.map(({ name }) => name), sample }] : [];
  });
}

/** A case in which the action is refused although its state is right: its guard does not hold. */
export function guardCaseOf(entity: Entity, action: LifecycleAction): ActionCase | undefined {
  const { when } = action;
  if (!when) return undefined;
  const rules = entity.rules.map(({ expression }) => condition(entity, expression));
  for (const from of action.from) {
    const path = shortestPath(entity, from);
    if (!path) continue;
    const guards = path.flatMap((step) => actionConditions(entity, step));
    const sample = findSample(entity, settableFields(entity), 0, [
      ...rules,
      ...guards,
      negated(condition(entity, when)),
    ]);
    if (sample) return { from, path: path.map(({ name }) => name), sample };
  }
  return undefined;
}

/** Breadth-first over the actions, which stand in a canonical order. */
function shortestPath(entity: Entity, state: string): LifecycleAction[] | undefined {
  const { lifecycle } = entity;
  if (!lifecycle) return undefined;
  const paths = new Map<string, LifecycleAction[]>([[lifecycle.initial, []]]);
  for (const [reached, path] of paths) {
    if (reached === state) return path;
    for (const action of lifecycle.actions) {
      if (action.from.includes(reached) && !paths.has(action.to)) paths.set(action.to, [...path, action]);
    }
  }
  return paths.get(state);
}

/** Fields that clients send on create. */
function settableFields(entity: Entity): Field[] {
  return entity.fields.filter((field) => field.type.kind !== 'sequence' && field.name !== entity.lifecycle?.field);
}

/** The guard of the action before it, and every rule after it. */
function actionConditions(entity: Entity, action: LifecycleAction): Condition[] {
  const sets = action.sets.map(
    ({ field, value }) => [field, value === 'now' ? ACTION_TIME.toISOString() : value] as const,
  );
  const changes: Sample = { [entity.lifecycle?.field ?? 'status']: action.to, ...Object.fromEntries(sets) };
  const before = action.when ? [condition(entity, action.when)] : [];
  const after = entity.rules.map(({ expression }) => condition(entity, expression, changes));
  return [...before, ...after];
}

/** The moment at which guards are tried; later than every usual sample. */
const ACTION_TIME = new Date('2027-01-01T00:00:00.000Z');

function condition(entity: Entity, expression: Expression, changes: Sample = {}): Condition {
  return {
    fields: expression.fields,
    literalsOf: [expression],
    holds: (sample) => evaluate(expression, candidateOf(entity, { ...sample, ...changes }), ACTION_TIME) === true,
  };
}

function negated(positive: Condition): Condition {
  return { ...positive, holds: (sample) => !positive.holds(sample) };
}

/** The row a body becomes: system fields filled in, values as the rules read them. */
function candidateOf(entity: Entity, sample: Sample): Record<string, unknown> {
  return Object.fromEntries(
    entity.fields.map((field) => [field.name, typed(field, sample[field.name] ?? systemValue(entity, field))]),
  );
}

function systemValue(entity: Entity, field: Field): unknown {
  if (field.name === entity.lifecycle?.field) return entity.lifecycle.initial;
  return field.type.kind === 'sequence' ? '1' : null;
}

function typed(field: Field, value: unknown): unknown {
  if (field.many || (typeof value !== 'string' && typeof value !== 'number')) return value;
  switch (field.type.kind) {
    case 'date':
    case 'datetime':
      return new Date(value);
    case 'bigint':
    case 'sequence':
      return BigInt(value);
    default:
      return value;
  }
}
