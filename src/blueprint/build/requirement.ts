import type { Requirement } from '../model.js';
import type { Place } from '../place.js';
import type { RequirementSource } from '../schema/requirement.js';
import { withoutUndefined } from './defined.js';

export function buildRequirements(sources: readonly RequirementSource[] | undefined, place: Place): Requirement[] {
  return (sources ?? []).map((source, index) => {
    const here = place.child(index);
    const by = source.by ?? [];
    return {
      ...withoutUndefined(source),
      kind: source.kind ?? 'function',
      status: source.status ?? 'covered',
      by,
      at: here.child('id').valueAt,
      places: {
        ...(here.has('by') ? { by: here.child('by').at } : {}),
        ...Object.fromEntries(by.map((_, position) => [`by.${position}`, here.descend(['by', position]).valueAt])),
      },
    };
  });
}
