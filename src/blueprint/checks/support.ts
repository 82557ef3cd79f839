import type { Position } from '../diagnostic.js';
import type { Findings } from '../findings.js';
import type { Blueprint, Entity, Item } from '../model.js';

/** One rule over a whole blueprint. */
export type Check = (blueprint: Blueprint, findings: Findings) => void;

export function entitiesOf(blueprint: Blueprint): Entity[] {
  return blueprint.contexts.flatMap((context) => context.entities);
}

export function entityNamed(blueprint: Blueprint, name: string): Entity | undefined {
  return entitiesOf(blueprint).find((entity) => entity.name === name);
}

/** Where a part of an item stands; the item itself where the part has no place of its own. */
export function placeOf(item: Pick<Item, 'at' | 'places'>, ...parts: readonly string[]): Position {
  for (const part of parts) {
    const place = item.places?.[part];
    if (place) return place;
  }
  return item.at;
}

/** Events that lifecycles emit. */
export function emittedEvents(blueprint: Blueprint): string[] {
  return entitiesOf(blueprint).flatMap(
    (entity) => entity.lifecycle?.actions.flatMap((action) => action.emits ?? []) ?? [],
  );
}
