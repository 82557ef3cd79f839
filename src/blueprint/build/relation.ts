import type { Position } from '../diagnostic.js';
import type { Findings } from '../findings.js';
import type { Relation } from '../model.js';
import type { Place } from '../place.js';
import type { RelationSource } from '../schema/relation.js';
import { inCanonicalOrder } from '../canonical.js';
import { buildFields } from './field.js';
import { tryLine } from './line-error.js';
import { readRelationLine, type RelationLine } from './relation-line.js';

type RelationObject = Exclude<RelationSource, string>;

/** A relation as it was written, before it is known what stands on the other side. */
export interface RelationDraft extends Omit<RelationLine, 'offsets'> {
  readonly name: string;
  readonly object: Partial<RelationObject>;
  readonly place: Place;
  readonly places: Readonly<Record<string, Position>>;
}

/** Relations that every entity wrote, by the name of the entity. */
export type RelationDrafts = ReadonlyMap<string, readonly RelationDraft[]>;

export function draftRelations(
  sources: Readonly<Record<string, RelationSource>> | undefined,
  place: Place,
  findings: Findings,
): RelationDraft[] {
  return Object.entries(sources ?? {}).flatMap(
    ([name, source]) => draftRelation(name, source, place.child(name), findings) ?? [],
  );
}

function draftRelation(
  name: string,
  source: RelationSource,
  place: Place,
  findings: Findings,
): RelationDraft | undefined {
  const object: Partial<RelationObject> = typeof source === 'string' ? {} : source;
  const linePlace = typeof source === 'string' ? place : place.child('to');
  const line = tryLine(() => readRelationLine(typeof source === 'string' ? source : source.to), linePlace, findings);
  if (!line) return undefined;
  const places: Record<string, Position> = {};
  for (const [part, offset] of Object.entries(line.offsets)) places[part] = linePlace.within(offset);
  for (const part of Object.keys(object)) if (part !== 'to') places[part] = place.child(part).valueAt;
  const onDelete = object.onDelete ?? line.onDelete;
  const inverse = object.inverse ?? line.inverse;
  return {
    target: line.target,
    many: line.many,
    one: line.one,
    linked: line.linked,
    optional: object.optional ?? line.optional,
    immutable: object.immutable ?? line.immutable,
    owned: object.owned ?? line.owned,
    ...(onDelete === undefined ? {} : { onDelete }),
    ...(inverse === undefined ? {} : { inverse }),
    name,
    object,
    place,
    places,
  };
}

/** Says what each relation is, now that both sides are known. */
export function resolveRelations(entity: string, drafts: RelationDrafts, findings: Findings): Relation[] {
  return (drafts.get(entity) ?? []).map((draft) => {
    const { kind, inverse } = kindOf(entity, draft, drafts, findings);
    const { fields } = buildFields(draft.object.fields, draft.place.child('fields'), findings);
    return {
      name: draft.name,
      target: draft.target,
      kind,
      optional: draft.optional,
      owned: draft.owned && kind === 'oneToMany',
      onDelete: draft.onDelete ?? usualOnDelete(kind, draft),
      immutable: draft.immutable,
      fields: inCanonicalOrder(fields),
      ...(inverse === undefined ? {} : { inverse }),
      ...(draft.object.summary === undefined ? {} : { summary: draft.object.summary }),
      ...(draft.object.source === undefined ? {} : { source: draft.object.source }),
      at: draft.place.at,
      places: draft.places,
    };
  });
}

function kindOf(
  entity: string,
  draft: RelationDraft,
  drafts: RelationDrafts,
  findings: Findings,
): Pick<Relation, 'kind' | 'inverse'> {
  if (!draft.many) return toOne(entity, draft, drafts);
  if (draft.owned) return { kind: 'oneToMany' };
  if (draft.linked || draft.object.fields) return { kind: 'manyToMany' };
  if (draft.inverse !== undefined) return { kind: 'oneToMany', inverse: draft.inverse };
  const backs = referencesTo(entity, draft.target, drafts);
  if (backs.length === 0) return { kind: 'manyToMany' };
  if (backs.length > 1) {
    const names = backs.map((back) => back.name);
    findings.error(
      'AMBIGUOUS_INVERSE',
      draft.place.at,
      `"${draft.name}" may be the other side of ${names.map((name) => `${draft.target}.${name}`).join(' or ')}.`,
      `Write \`${draft.target}[] by ${names[0]}\`, or \`${draft.target}[] linked\` for a many-to-many relation.`,
    );
  }
  return { kind: 'oneToMany', inverse: backs[0]!.name };
}

/** Relations of `target` that hold a key of `entity`. */
function referencesTo(entity: string, target: string, drafts: RelationDrafts): readonly RelationDraft[] {
  return (drafts.get(target) ?? []).filter((draft) => !draft.many && draft.target === entity);
}

function toOne(entity: string, draft: RelationDraft, drafts: RelationDrafts): Pick<Relation, 'kind' | 'inverse'> {
  const kind = draft.one ? 'oneToOne' : 'manyToOne';
  const others = (drafts.get(draft.target) ?? []).filter(
    (other) => other.many && other.target === entity && isPlainList(other),
  );
  const only = referencesTo(draft.target, entity, drafts).length === 1;
  const inverse = others.find((other) => other.inverse === draft.name || (other.inverse === undefined && only));
  return inverse ? { kind, inverse: inverse.name } : { kind };
}

/** May be the other side of a key: neither owned nor a link of its own. */
const isPlainList = (draft: RelationDraft): boolean => !draft.owned && !draft.linked && !draft.object.fields;

function usualOnDelete(kind: Relation['kind'], draft: RelationDraft): Relation['onDelete'] {
  if (kind === 'manyToMany' || draft.owned) return 'cascade';
  return draft.optional ? 'setNull' : 'restrict';
}
