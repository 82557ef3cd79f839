import { camelCase } from '../../text/case.js';
import type { Findings } from '../findings.js';
import type { Entity, Field, FieldKind } from '../model.js';
import { entitiesOf, placeOf, type Check } from './support.js';

/** Words that make no sense with the type of their field. */
export const checkFieldWords: Check = (blueprint, findings) => {
  for (const entity of entitiesOf(blueprint)) {
    for (const field of entity.fields) checkField(entity, field, findings);
    for (const relation of entity.relations) for (const field of relation.fields) checkField(entity, field, findings);
  }
};

const kinds = (...list: FieldKind[]): ReadonlySet<FieldKind> => new Set(list);

const NEVER_UNIQUE = kinds('text', 'richtext', 'json', 'file', 'money', 'boolean');
const LISTABLE = kinds(
  'string',
  'int',
  'bigint',
  'decimal',
  'boolean',
  'date',
  'datetime',
  'uuid',
  'email',
  'url',
  'phone',
  'slug',
  'enum',
);
const TEXTS = kinds('string', 'text', 'richtext', 'email', 'url', 'slug');
const PATTERNED = kinds('string', 'text');
const RANGED = kinds('string', 'text', 'richtext', 'email', 'url', 'slug', 'int', 'bigint', 'decimal', 'money');

function checkField(entity: Entity, field: Field, findings: Findings): void {
  const { kind } = field.type;
  const refuse = (part: string, message: string, hint?: string): void =>
    findings.error('FIELD_WORD', placeOf(field, part, 'type'), message, hint);
  if (field.many && field.optional) refuse('optional', 'A list cannot be optional.', 'An empty list says the same.');
  if (field.many && !LISTABLE.has(kind))
    refuse(
      'type',
      `There are no lists of ${kind}.`,
      `Make an entity of it, e.g. \`${camelCase(field.name)}: …[] owned\`.`,
    );
  if (field.unique && (field.many || NEVER_UNIQUE.has(kind)))
    refuse('unique', `${field.many ? 'A list' : `A field of type ${kind}`} cannot be unique.`);
  if (field.pattern !== undefined && !PATTERNED.has(kind))
    refuse('pattern', `A field of type ${kind} has no pattern.`, 'Patterns are for string and text.');
  for (const bound of ['min', 'max'] as const) {
    if (field[bound] !== undefined && !field.many && !RANGED.has(kind))
      refuse(bound, `A field of type ${kind} has no "${bound}".`);
  }
  if (kind === 'sequence') checkSequence(field, refuse);
  if (field.private && isIdentifying(entity, field)) {
    refuse('private', `"${field.name}" is listed, so it cannot be private.`, 'Take it out of `list`.');
  }
  checkRange(field, findings);
}

function checkSequence(field: Field, refuse: (part: string, message: string, hint?: string) => void): void {
  if (field.optional) refuse('optional', 'A sequence always has a value.', 'Leave out `?`.');
  if (field.default !== undefined) refuse('default', 'A sequence is numbered by itself: it has no default.');
  if (field.private) refuse('private', 'A sequence is there to be seen.', 'Leave out `private`.');
}

function isIdentifying(entity: Entity, field: Field): boolean {
  return [...entity.list.filter, ...entity.list.sort, ...entity.list.search].includes(field.name);
}

function checkRange(field: Field, findings: Findings): void {
  const { min, max, type } = field;
  const refuse = (part: string, message: string): void =>
    findings.error('RANGE', placeOf(field, part, 'type'), message);
  if (min !== undefined && max !== undefined && min > max) refuse('max', `"max" is less than "min": no value is left.`);
  const whole =
    field.many || TEXTS.has(type.kind) || type.kind === 'int' || type.kind === 'bigint' || type.kind === 'money';
  const counted = field.many || TEXTS.has(type.kind);
  for (const part of ['min', 'max'] as const) {
    const bound = field[part];
    if (bound === undefined) continue;
    if (whole && !Number.isSafeInteger(bound)) refuse(part, `"${part}" must be a whole number here.`);
    else if (counted && bound < 0)
      refuse(part, `"${part}" counts ${field.many ? 'items' : 'characters'}: it cannot be negative.`);
    else if (type.kind === 'int' && !field.many && (bound < -2147483648 || bound > 2147483647))
      refuse(part, 'An int lies between -2147483648 and 2147483647.');
    else if (type.kind === 'string' && !field.many && bound > type.length)
      refuse(part, `The text has ${type.length} characters at most.`);
    else if (type.kind === 'decimal' && !field.many && Math.abs(bound) >= 10 ** (type.precision - type.scale))
      refuse(part, `decimal(${type.precision}, ${type.scale}) does not reach ${bound}.`);
    else if (type.kind === 'decimal' && !field.many && decimalsOf(bound) > type.scale)
      refuse(part, `decimal(${type.precision}, ${type.scale}) has ${type.scale} decimals.`);
  }
}

export function decimalsOf(value: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa!.split('.')[1]?.length ?? 0) - Number(exponent));
}
