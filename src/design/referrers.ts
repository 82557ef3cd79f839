import type { EntityDesign } from './model.js';

const known = new WeakMap<readonly EntityDesign[], ReadonlyMap<string, number>>();

/** How many references point at each entity, by its name. Counted once for a system, since most pages of the document ask. */
export function referrersOf(entities: readonly EntityDesign[]): ReadonlyMap<string, number> {
  const before = known.get(entities);
  if (before) return before;
  const counts = new Map<string, number>();
  for (const { references } of entities) {
    for (const { target } of references) counts.set(target, (counts.get(target) ?? 0) + 1);
  }
  known.set(entities, counts);
  return counts;
}
