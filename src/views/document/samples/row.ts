import type { FieldValue } from '../../../blueprint/model.js';
import type { Sample } from '../../../blueprint/samples/index.js';
import { jsonOf } from '../../../blueprint/samples/values.js';
import type { ActionDesign, Design, EntityDesign, FieldDesign } from '../../../design/model.js';
import { entityDtoWords } from '../../entity-module/dto.js';
import { ancestorsOf, ownReferences } from '../../entity-module/relations.js';
import type { MadeValues } from './made.js';
import type { Json, JsonObject } from './model.js';

/** A stored row, as the API shows it. */
export interface SampleRow {
  readonly entity: EntityDesign;
  readonly id: string;
  readonly version: number;
  readonly view: JsonObject;
}

/** Ids of the rows that exist, by entity name. */
export type KnownIds = ReadonlyMap<string, string>;

/** What a client sends to create the row: the sample, and the keys of what the row needs. */
export function creationBody(entity: EntityDesign, sample: Sample, known: KnownIds): JsonObject {
  const keys = ownReferences(entity)
    .filter(({ optional }) => !optional)
    .map(({ key, target }) => [key, known.get(target) ?? ''] as const);
  return { ...given(sample), ...Object.fromEntries(keys) };
}

/** What the API answers: the members of the entity's view in their order, with what the server adds. */
export function createdRow(
  { entity, position, known, userId }: NewRow,
  body: JsonObject,
  design: Design,
  made: MadeValues,
): SampleRow {
  const name = entity.names.textOne;
  const which = position === 1 ? `the ${name}` : `the other ${name}`;
  const id = made.id(`id of ${which}`);
  const createdAt = made.time(`when ${which} was created`);
  const updatedAt = made.time(`when ${which} was stored first`);
  const parents = ancestorsOf(entity, design).map(({ entity: above, reference }): [string, Json] => [
    reference.key,
    known.get(above.entity.name) ?? '',
  ]);
  const values: JsonObject = { ...body, ...Object.fromEntries(parents) };
  const members = entityDtoWords(entity, design).members.map(({ name: member }): [string, Json] => [
    member,
    values[member] ?? initialValue(entity, member, position),
  ]);
  return {
    entity,
    id,
    version: 1,
    view: { id, version: 1, ...Object.fromEntries(members), createdAt, updatedAt, createdBy: userId },
  };
}

/** A row of reference data that all organizations share: somebody else has stored it, from the first sample. */
export function sharedRow(entity: EntityDesign, design: Design, made: MadeValues): SampleRow {
  const name = entity.names.textOne;
  const id = made.id(`id of the ${name}`);
  const createdAt = made.time(`when the ${name} was created`);
  const updatedAt = made.time(`when the ${name} was stored first`);
  const sample = given(entity.samples[0] ?? {});
  const members = entityDtoWords(entity, design).members.map(({ name: member }): [string, Json] => [
    member,
    sample[member] ?? initialValue(entity, member, 1),
  ]);
  return { entity, id, version: 1, view: { id, ...Object.fromEntries(members), createdAt, updatedAt } };
}

export interface NewRow {
  readonly entity: EntityDesign;
  /** 1 for the first of its kind. */
  readonly position: number;
  readonly known: KnownIds;
  readonly userId: string;
}

/** The row after a change: one version on, at a later time. */
export function changedRow(row: SampleRow, changes: JsonObject, because: string, made: MadeValues): SampleRow {
  const updatedAt = made.time(`when ${because}`);
  const version = row.version + 1;
  return { ...row, version, view: { ...row.view, ...changes, version, updatedAt } };
}

/** What an action changes of what the API shows. */
export function changesOf(entity: EntityDesign, { action, field }: ActionDesign, made: MadeValues): JsonObject {
  const sets = action.sets.flatMap(({ field: name, value }) => {
    const target = entity.fields.find((each) => each.name === name);
    return target?.visible ? [[name, setValue(target, value, made)] as const] : [];
  });
  const isStateShown = entity.fields.some(({ name, visible }) => name === field && visible);
  return { ...Object.fromEntries(sets), ...(isStateShown && { [field]: action.to }) };
}

function setValue({ field, name }: FieldDesign, value: FieldValue, made: MadeValues): Json {
  if (value !== 'now') return jsonOf(field, value) as Json;
  const meaning = `${name}, set by the action`;
  return field.type.kind === 'date' ? made.date(meaning) : made.time(meaning);
}

/** Of a member that the client did not send. */
function initialValue(entity: EntityDesign, member: string, position: number): Json {
  const found = entity.fields.find(({ name }) => name === member);
  if (!found) return entity.links.some(({ key }) => key === member) ? [] : null;
  const { field } = found;
  if (field.type.kind === 'sequence') return String(position);
  if (field.name === entity.entity.lifecycle?.field) return entity.entity.lifecycle.initial;
  if (field.default !== undefined && field.default !== null) return jsonOf(field, field.default) as Json;
  return field.many ? [] : null;
}

/** A sample without the members that it leaves out. */
export function given(sample: Sample): JsonObject {
  return Object.fromEntries(Object.entries(sample).filter(([, value]) => value !== undefined)) as JsonObject;
}

/** The path of the entity's list, with the ids of what it is part of. */
export function listPath(entity: EntityDesign, design: Design, known: KnownIds): string {
  const ids = new Map(
    ancestorsOf(entity, design).map(({ entity: above, reference }) => [reference.key, known.get(above.entity.name)]),
  );
  return `/api/v1${entity.route.replace(/:(\w+)/g, (_, key: string) => ids.get(key) ?? key)}`;
}
