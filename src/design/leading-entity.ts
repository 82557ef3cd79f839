import type { Design, EntityDesign } from './model.js';
import { referrersOf } from './referrers.js';

/**
 * The entity that the rest of the system waits for: the one whose events set off most; else the writable one that others refer to
 * most. Examples and business metrics are about it.
 */
export function leadingEntity({ blueprint, entities }: Pick<Design, 'blueprint' | 'entities'>): EntityDesign {
  const awaited = [
    ...blueprint.reactions.flatMap(({ trigger }) => ('on' in trigger ? trigger.on : [])),
    ...(blueprint.webhooks?.events ?? []),
  ];
  const referrers = referrersOf(entities);
  const weight = ({ entity, names, actions }: EntityDesign): number => {
    const own = new Set(actions.flatMap(({ action }) => action.emits ?? []));
    const consumers = awaited.filter((event) => own.has(event) || event.startsWith(`${names.one}.`)).length;
    return 1000 * consumers + 10 * own.size + actions.length + (referrers.get(entity.name) ?? 0);
  };
  const candidates = entities.filter(({ writable, parent }) => writable && parent === undefined);
  const [first, ...rest] = candidates.length > 0 ? candidates : entities;
  if (!first) throw new Error('A system has an entity.');
  return rest.reduce((best, entity) => (weight(entity) > weight(best) ? entity : best), first);
}
