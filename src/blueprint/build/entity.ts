import { byName, inCanonicalOrder } from '../canonical.js';
import type { Position } from '../diagnostic.js';
import type { Findings } from '../findings.js';
import type { Entity, ListOptions } from '../model.js';
import type { Place } from '../place.js';
import type { EntitySource } from '../schema/entity.js';
import { buildFields } from './field.js';
import { buildLifecycle } from './lifecycle.js';
import { resolveRelations, type RelationDrafts } from './relation.js';
import { buildRules } from './rule.js';

export interface EntityDraft {
  readonly name: string;
  readonly context: string;
  readonly source: EntitySource;
  readonly place: Place;
}

export function buildEntity(draft: EntityDraft, drafts: RelationDrafts, findings: Findings): Entity {
  const { name, context, source, place } = draft;
  const { fields, broken } = buildFields(source.fields, place.child('fields'), findings);
  const scope = { entity: name, fields, broken, relations: Object.keys(source.relations ?? {}), findings };
  const lifecycle = buildLifecycle(source.lifecycle, place.child('lifecycle'), scope);
  return {
    name,
    context,
    tenancy: source.tenancy ?? 'tenant',
    fields: inCanonicalOrder(fields, lifecycle?.field),
    relations: byName(resolveRelations(name, drafts, findings)),
    rules: buildRules(source.rules, place.child('rules'), scope),
    list: listOptions(source.list),
    ...(lifecycle === undefined ? {} : { lifecycle }),
    ...(source.summary === undefined ? {} : { summary: source.summary }),
    ...(source.owner === undefined ? {} : { owner: source.owner }),
    ...(source.source === undefined ? {} : { source: source.source }),
    at: place.at,
    places: placesOf(source, place),
  };
}

function listOptions(source: EntitySource['list']): ListOptions {
  return { filter: source?.filter ?? [], sort: source?.sort ?? [], search: source?.search ?? [] };
}

function placesOf(source: EntitySource, place: Place): Record<string, Position> {
  const places: Record<string, Position> = {};
  if (source.owner !== undefined) places.owner = place.child('owner').valueAt;
  if (source.tenancy !== undefined) places.tenancy = place.child('tenancy').valueAt;
  for (const purpose of ['filter', 'sort', 'search'] as const) {
    source.list?.[purpose]?.forEach((_, index) => {
      places[`list.${purpose}.${index}`] = place.descend(['list', purpose, index]).valueAt;
    });
  }
  return places;
}
