import type { Position } from '../diagnostic.js';
import type { Findings } from '../findings.js';
import type { Field, FieldKind, FieldType, FieldValue } from '../model.js';
import type { Place } from '../place.js';
import type { FieldSource } from '../schema/field.js';
import { readFieldLine, type FieldLine } from './field-line.js';
import { tryLine } from './line-error.js';

type FieldObject = Exclude<FieldSource, string>;

/** Fields of an entity or a link. A field whose line cannot be read is reported and left out; `broken` names it. */
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
    else broken.push(name);
  }
  return { fields, broken };
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
    ...values(line, object),
    ...(object.summary === undefined ? {} : { summary: object.summary }),
    ...(object.source === undefined ? {} : { source: object.source }),
    at: place.at,
    places: placesOf(line, linePlace, typeof source === 'string' ? undefined : place, object),
  };
}

function values(line: FieldLine, object: Partial<FieldObject>): Partial<Field> {
  const merged = {
    default: asTyped(line.type, object.default) ?? line.default,
    example: asTyped(line.type, object.example) ?? line.example,
    min: object.min ?? line.min,
    max: object.max ?? line.max,
    pattern: object.pattern ?? line.pattern,
  };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}

const TEXTUAL: ReadonlySet<FieldKind> = new Set<FieldKind>(['string', 'text', 'slug', 'phone', 'enum']);

/** YAML reads `example: 12345` as a number; where the field holds texts, a text was meant. */
function asTyped(type: FieldType, value: FieldValue | undefined): FieldValue | undefined {
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
