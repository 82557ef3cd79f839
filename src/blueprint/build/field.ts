import type { Position } from '../diagnostic.js';
import type { Findings } from '../findings.js';
import type { Field, FieldKind, FieldType, FieldValue } from '../model.js';
import type { Place } from '../place.js';
import type { FieldSource } from '../schema/field.js';
import { readFieldLine, type FieldLine } from './field-line.js';
import { tryLine } from './line-error.js';

type FieldObject = Exclude<FieldSource, string>;

/** Fields of an entity or a link. A field whose line cannot be read is reported, and a plain one stands in for it; `broken` names it. */
export function buildFields(
  sources: Readonly<Record<string, FieldSource>> | undefined,
  place: Place,
  findings: Findings,
): { readonly fields: readonly Field[]; readonly broken: readonly string[] } {
  const fields: Field[] = [];
  const broken: string[] = [];
  for (const [name, source] of Object.entries(sources ?? {})) {
    const field = buildField(name, source, place.child(name), findings);
    if (field) fields.push(field);
    else {
      broken.push(name);
      fields.push(standIn(name, place.child(name)));
    }
  }
  return { fields, broken };
}

/** Others may speak of the field, and are right to. */
function standIn(name: string, place: Place): Field {
  const flags = { many: false, unique: false, immutable: false, private: false, personal: false };
  return { name, type: { kind: 'string', length: 200 }, optional: true, ...flags, at: place.at };
}

function buildField(name: string, source: FieldSource, place: Place, findings: Findings): Field | undefined {
  const object: Partial<FieldObject> = typeof source === 'string' ? {} : source;
  const linePlace = typeof source === 'string' ? place : place.child('type');
  const line = tryLine(() => readFieldLine(typeof source === 'string' ? source : source.type), linePlace, findings);
  if (!line) return undefined;
  const word = (key: 'unique' | 'immutable' | 'private' | 'personal'): boolean => object[key] ?? line.words.has(key);
  return {
    name,
    type: line.type,
    optional: object.optional ?? line.optional,
    many: line.many,
    unique: word('unique') || line.type.kind === 'sequence',
    immutable: word('immutable') || line.type.kind === 'sequence',
    private: word('private'),
    personal: word('personal'),
    ...values(line, object, object.optional ?? line.optional),
    ...(object.summary === undefined ? {} : { summary: object.summary }),
    ...(object.source === undefined ? {} : { source: object.source }),
    at: place.at,
    places: placesOf(line, linePlace, typeof source === 'string' ? undefined : place, object),
  };
}

function values(line: FieldLine, object: Partial<FieldObject>, optional: boolean): Partial<Field> {
  const merged = {
    default: given(line.type, object.default, line.default),
    example: given(line.type, object.example, line.example),
    min: object.min ?? line.min,
    max: object.max ?? line.max,
    pattern: object.pattern ?? line.pattern,
  };
  // An optional field without a value is null anyway.
  const isGiven = ([key, value]: [string, unknown]): boolean =>
    value !== undefined && !(key === 'default' && value === null && optional);
  return Object.fromEntries(Object.entries(merged).filter(isGiven));
}

function given(type: FieldType, own: FieldValue | undefined, ofLine: FieldValue | undefined): FieldValue | undefined {
  return own === undefined ? ofLine : asTyped(type, own);
}

const TEXTUAL: ReadonlySet<FieldKind> = new Set<FieldKind>(['string', 'text', 'slug', 'phone', 'enum']);

/** YAML reads `example: 12345` as a number; where the field holds texts, a text was meant. */
function asTyped(type: FieldType, value: FieldValue): FieldValue {
  return TEXTUAL.has(type.kind) && (typeof value === 'number' || typeof value === 'boolean') ? String(value) : value;
}

function placesOf(
  line: FieldLine,
  linePlace: Place,
  objectPlace: Place | undefined,
  object: Partial<FieldObject>,
): Record<string, Position> {
  const places: Record<string, Position> = { type: linePlace.valueAt };
  for (const [part, offset] of Object.entries(line.offsets)) places[part] = linePlace.within(offset);
  if (objectPlace)
    for (const part of Object.keys(object)) if (part !== 'type') places[part] = objectPlace.child(part).valueAt;
  return places;
}
