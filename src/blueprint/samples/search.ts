import type { Expression, ExpressionNode } from '../expression.js';
import type { Entity, Field } from '../model.js';
import { fits, sampleValue } from './values.js';

/** A body for POST by API name; an optional field may be absent. */
export type Sample = Readonly<Record<string, unknown>>;

/** Something a sample has to satisfy; it reads `fields` only. */
export interface Condition {
  readonly fields: readonly string[];
  readonly literalsOf: readonly Expression[];
  holds(sample: Sample): boolean;
}

/** Bounds the search on rules that contradict each other. */
const MAX_STEPS = 5_000;
const VARIANTS = 6;

/**
 * The `n`-th sample of the fields, changed in as few of them as the conditions ask for: depth-first over the values that the
 * conditions and the types suggest, first with one change, then with more. Deterministic. Undefined where no combination
 * satisfies all conditions.
 */
export function findSample(
  entity: Entity,
  fields: readonly Field[],
  n: number,
  conditions: readonly Condition[],
): Sample | undefined {
  const base = Object.fromEntries(fields.map((field) => [field.name, sampleValue(entity, field, n)]));
  if (conditions.every((condition) => condition.holds(base))) return base;

  const involved = fields
    .filter((field) => conditions.some((condition) => condition.fields.includes(field.name)))
    .map((field) => ({ name: field.name, values: suggestedValues(entity, field, n, conditions) }));
  const decidedBy = involved.map((_, position) => decidedAt(position, involved, conditions));
  const beyondReach = conditions.filter((condition) => !involved.some(({ name }) => condition.fields.includes(name)));
  if (!beyondReach.every((condition) => condition.holds(base))) return undefined;
  let steps = 0;

  const assign = (position: number, sample: Sample, changes: number): Sample | undefined => {
    const field = involved[position];
    if (!field) return sample;
    const candidates = changes > 0 ? field.values : field.values.slice(0, 1);
    for (const [choice, value] of candidates.entries()) {
      if (++steps > MAX_STEPS) return undefined;
      const next = choice === 0 ? sample : withValue(sample, field.name, value);
      if (!decidedBy[position]?.every((condition) => condition.holds(next))) continue;
      const found = assign(position + 1, next, choice === 0 ? changes : changes - 1);
      if (found) return found;
    }
    return undefined;
  };

  for (let changes = 1; changes <= involved.length; changes++) {
    const found = assign(0, base, changes);
    if (found) return found;
  }
  return undefined;
}

/** Conditions all of whose fields are settled once the field at this position is, and not before. */
function decidedAt(
  position: number,
  involved: readonly { readonly name: string }[],
  conditions: readonly Condition[],
): Condition[] {
  const order = involved.map(({ name }) => name);
  return conditions.filter((condition) => {
    const last = Math.max(...condition.fields.map((name) => order.indexOf(name)));
    return last === position;
  });
}

/** The sample with another value, or without the field; its fields stay in the order in which people read a body. */
function withValue(sample: Sample, name: string, value: unknown): Sample {
  const entries = Object.entries(sample).map(([key, old]) => [key, key === name ? value : old] as const);
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
}

/** What a value might be: the usual samples, the ends of its range, and every constant that a condition names, with its neighbours. */
function suggestedValues(entity: Entity, field: Field, n: number, conditions: readonly Condition[]): unknown[] {
  const usual = [n, ...Array.from({ length: VARIANTS }, (_, variant) => variant)].map((variant) =>
    sampleValue(entity, field, variant),
  );
  if (field.many) return distinct([...usual, ...(field.optional ? [undefined] : [])]);
  const literals = conditions
    .filter((condition) => condition.fields.includes(field.name))
    .flatMap((condition) => condition.literalsOf.flatMap((expression) => literalsIn(expression.node)));
  const typed = typedValues(field, literals);
  return distinct([...usual, ...typed, ...(field.optional ? [undefined] : [])]);
}

function distinct(values: readonly unknown[]): unknown[] {
  const byText = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...byText.values()];
}

type Literal = string | number | boolean;

function literalsIn(node: ExpressionNode): Literal[] {
  switch (node.kind) {
    case 'literal':
      return node.value === null ? [] : [node.value];
    case 'list':
      return node.items.flatMap(literalsIn);
    case 'unary':
      return literalsIn(node.operand).flatMap((value): Literal[] =>
        typeof value === 'number' ? [value, -value] : [value],
      );
    case 'binary':
      return [...literalsIn(node.left), ...literalsIn(node.right)];
    case 'conditional':
      return [...literalsIn(node.test), ...literalsIn(node.then), ...literalsIn(node.otherwise)];
    case 'call':
      return node.arguments.flatMap(literalsIn);
    case 'field':
    case 'now':
      return [];
  }
}

function typedValues(field: Field, literals: readonly Literal[]): unknown[] {
  const numbers = [
    ...literals.filter((value) => typeof value === 'number').flatMap((value) => [value, value - 1, value + 1]),
    ...[field.min, field.max, 0, 1, -1].filter((value) => value !== undefined),
  ].filter(
    (value) => (field.min === undefined || value >= field.min) && (field.max === undefined || value <= field.max),
  );
  const texts = literals.filter((value) => typeof value === 'string');
  const { type } = field;
  switch (type.kind) {
    case 'int':
      return numbers.filter(Number.isInteger);
    case 'bigint':
      return numbers.filter(Number.isInteger).map(String);
    case 'decimal':
      return numbers
        .filter((value) => Math.abs(value) < 10 ** (type.precision - type.scale))
        .map((value) => value.toFixed(type.scale));
    case 'money': {
      const currencies = ['EUR', 'USD', ...texts.filter((text) => /^[A-Z]{3}$/.test(text))];
      const amounts = [1000, 2000, ...numbers.filter(Number.isInteger)];
      return currencies.flatMap((currency) => amounts.map((amount) => ({ amount, currency })));
    }
    case 'boolean':
      return [true, false];
    case 'enum':
      return [...type.values];
    case 'date':
      return ['2000-01-01', '2099-12-31', ...datesIn(texts).map((date) => date.slice(0, 10)), '2098-12-31'];
    case 'datetime':
      return ['2000-01-01T00:00:00.000Z', '2099-12-31T00:00:00.000Z', ...datesIn(texts), '2098-12-31T00:00:00.000Z'];
    case 'string':
    case 'text':
      return [...texts, ...lengths(numbers)].filter((text) => fits(field, text));
    case 'slug':
    case 'email':
    case 'url':
    case 'phone':
      return texts.filter((text) => fits(field, text));
    default:
      return [];
  }
}

function datesIn(texts: readonly string[]): string[] {
  const times = texts.map((text) => Date.parse(text)).filter((time) => !Number.isNaN(time));
  return times
    .flatMap((time) => [time, time - 86_400_000, time + 86_400_000])
    .map((time) => new Date(time).toISOString());
}

/** Texts of the lengths that a rule such as `size(name) > 10` might ask for. */
function lengths(numbers: readonly number[]): string[] {
  return numbers
    .filter((length) => Number.isInteger(length) && length >= 0 && length <= 1000)
    .map((length) => 'x'.repeat(length));
}
