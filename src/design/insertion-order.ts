import type { Entity } from '../blueprint/model.js';
import type { ReferenceDesign } from './model.js';
import { referencesOf, type EntityIndex } from './references.js';

/**
 * The entities in an order in which rows can be inserted: the target of a reference before its source. Required references
 * are always kept (the checks refuse cycles of them); optional ones as far as they form no cycle.
 */
export function insertionOrder(entities: readonly Entity[], index: EntityIndex): Entity[] {
  const references = new Map(entities.map((entity) => [entity, referencesOf(entity, index)]));
  const placed = new Set<string>();
  const remaining = new Set(entities);

  const isPlaced = (entity: Entity) => (reference: ReferenceDesign) =>
    placed.has(reference.target) || reference.target === entity.name || !index.byName.has(reference.target);
  const ready = (entity: Entity): boolean => (references.get(entity) ?? []).every(isPlaced(entity));
  const insertable = (entity: Entity): boolean =>
    (references.get(entity) ?? []).filter((reference) => !reference.optional).every(isPlaced(entity));

  const ordered: Entity[] = [];
  while (remaining.size > 0) {
    const candidates = [...remaining];
    const next = candidates.find(ready) ?? candidates.find(insertable) ?? candidates[0];
    if (!next) break;
    remaining.delete(next);
    placed.add(next.name);
    ordered.push(next);
  }
  return ordered;
}
