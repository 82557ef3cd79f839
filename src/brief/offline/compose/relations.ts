import type { EntitySource } from '../../../blueprint/schema/entity.js';
import type { RelationSource } from '../../../blueprint/schema/relation.js';
import { without } from '../../../text/without.js';
import { lineOf } from '../library/library.js';
import { entitiesByName, mapEntities, pick, placedEntities, relationsOf, type Placed, type System } from './system.js';

type Contexts = System['contexts'];

/** Contexts whose relations all lead somewhere, in an order of contexts without circles. */
export function connect(contexts: Contexts): Contexts {
  const present = withoutUnknownTargets(contexts);
  const layered = withoutCircles(present);
  const sided = withoutLostInverses(layered, contexts);
  return withNeeds(withoutEmptyEntities(sided));
}

type Keep = (placed: Placed, name: string, relation: RelationSource) => boolean;

function filterRelations(contexts: Contexts, keep: Keep): Contexts {
  return mapEntities(contexts, (placed) => {
    const relations = relationsOf(placed.entity);
    const kept = relations.filter(([name, relation]) => keep(placed, name, relation));
    return kept.length === relations.length ? placed.entity : withMembers(placed.entity, Object.fromEntries(kept));
  });
}

/** The entity with these relations alone; what speaks of the others goes with them. */
function withMembers(entity: EntitySource, relations: Readonly<Record<string, RelationSource>>): EntitySource {
  const { relations: before = {}, owner, list, ...rest } = entity;
  const isKept = (name: string): boolean => name in relations || !(name in before);
  return {
    ...rest,
    ...(Object.keys(relations).length === 0 ? {} : { relations }),
    ...(owner === undefined || !isKept(owner) ? {} : { owner }),
    ...(list === undefined
      ? {}
      : { list: pick(Object.entries(list).map(([key, names]) => [key, names?.filter(isKept)])) }),
  };
}

function withoutUnknownTargets(contexts: Contexts): Contexts {
  const known = entitiesByName({ contexts });
  return filterRelations(contexts, (_, __, relation) => {
    const { target } = lineOf(relation);
    return target === 'User' || known.has(target);
  });
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly key: string;
  readonly required: boolean;
}

/**
 * Contexts may not need each other in a circle. Relations are taken in one by one, required ones first; one that would close a
 * circle is left out.
 */
function withoutCircles(contexts: Contexts): Contexts {
  const edges = edgesOf(contexts);
  const needs = new Map<string, Set<string>>();
  const refused = new Set<string>();
  for (const { from, to, key } of [
    ...edges.filter((edge) => edge.required),
    ...edges.filter((edge) => !edge.required),
  ]) {
    if (reaches(to, from, needs)) refused.add(key);
    else needs.set(from, (needs.get(from) ?? new Set()).add(to));
  }
  if (refused.size === 0) return contexts;
  return filterRelations(contexts, (placed, name) => !refused.has(`${placed.name}.${name}`));
}

function edgesOf(contexts: Contexts): Edge[] {
  const known = entitiesByName({ contexts });
  return placedEntities({ contexts }).flatMap((placed) =>
    relationsOf(placed.entity).flatMap(([name, relation]) => {
      const line = lineOf(relation);
      const to = known.get(line.target)?.context;
      if (to === undefined || to === placed.context || isInverse(placed, relation, known)) return [];
      return { from: placed.context, to, key: `${placed.name}.${name}`, required: !line.optional && !line.many };
    }),
  );
}

function reaches(start: string, goal: string, needs: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set<string>();
  const waiting = [start];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name === goal) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    waiting.push(...(needs.get(name) ?? []));
  }
  return false;
}

/** Whether a relation to many is the other side of a key that its target holds. */
function isInverse(placed: Placed, relation: RelationSource, known: ReadonlyMap<string, Placed>): boolean {
  const { many, owned, linked, target, inverse } = lineOf(relation);
  if (!many || owned || linked || (typeof relation === 'object' && relation.fields)) return false;
  if (inverse !== undefined || (typeof relation === 'object' && relation.inverse !== undefined)) return true;
  return backsOf(placed.name, known.get(target)?.entity).length > 0;
}

function backsOf(name: string, target: EntitySource | undefined): string[] {
  if (!target) return [];
  return relationsOf(target).flatMap(([back, relation]) => {
    const line = lineOf(relation);
    return !line.many && line.target === name ? [back] : [];
  });
}

/** A list that was the other side of a key goes when the key does; it would be read as a relation of its own. */
function withoutLostInverses(contexts: Contexts, before: Contexts): Contexts {
  const known = entitiesByName({ contexts });
  const original = entitiesByName({ contexts: before });
  return filterRelations(contexts, (placed, _, relation) => {
    if (!isInverse(placed, relation, original)) return true;
    const { target, inverse } = lineOf(relation);
    // A list of another context's rows is a filter there; contexts would need each other for it.
    if (known.get(target)?.context !== placed.context) return false;
    const wanted = inverse ?? (typeof relation === 'object' ? relation.inverse : undefined);
    const backs = backsOf(placed.name, known.get(target)?.entity);
    return wanted === undefined ? backs.length > 0 : backs.includes(wanted);
  });
}

/** An entity that only connected what is not there holds nothing. */
function withoutEmptyEntities(contexts: Contexts): Contexts {
  const kept = mapEntities(contexts, ({ entity }) => {
    const holdsKey = relationsOf(entity).some(([, relation]) => !lineOf(relation).many);
    return holdsKey || Object.keys(entity.fields ?? {}).length > 0 ? entity : undefined;
  });
  const count = (all: Contexts): number => placedEntities({ contexts: all }).length;
  return count(kept) === count(contexts) ? contexts : withoutEmptyEntities(withoutUnknownTargets(kept));
}

/** `needs` as the relations have it. */
export function withNeeds(contexts: Contexts): Contexts {
  const needs = new Map<string, Set<string>>();
  for (const { from, to } of edgesOf(contexts)) needs.set(from, (needs.get(from) ?? new Set()).add(to));
  return Object.fromEntries(
    Object.entries(contexts).map(([name, { entities, ...rest }]) => {
      const needed = [...(needs.get(name) ?? [])].sort();
      return [name, { ...without(rest, 'needs'), ...(needed.length > 0 ? { needs: needed } : {}), entities }];
    }),
  );
}
