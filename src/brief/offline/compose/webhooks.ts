import { camelCase } from '../../../text/case.js';
import { actionsOf, emitsOf, placedEntities, type Placed, type System } from './system.js';

/** Organizations choose among these; a list of everything helps nobody. */
const MOST = 12;

/**
 * What the software of customers is told about, when the brief wants webhooks. `mentions` counts how often the brief names each entity:
 * what it speaks of most comes first.
 */
export function webhooksFor(
  system: Pick<System, 'contexts'>,
  mentions: ReadonlyMap<string, number>,
): NonNullable<System['webhooks']> {
  const weight = ({ name }: Placed): number => mentions.get(name) ?? 0;
  const entities = placedEntities(system)
    .filter(({ entity }) => entity.tenancy !== 'global')
    .sort((left, right) => weight(right) - weight(left));
  const emitted = entities.flatMap(({ entity }) =>
    Object.values(actionsOf(entity)).flatMap((action) => emitsOf(action) ?? []),
  );
  const created = entities.map(({ name }) => `${camelCase(name)}.created`);
  const events = emitted.length > 0 ? emitted : created;
  return { events: [...new Set(events)].slice(0, MOST), source: 'brief' };
}
