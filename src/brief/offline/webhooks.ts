import { camelCase } from '../../text/case.js';
import { actionsOf, emitsOf, placedEntities, type Placed, type System } from './system.js';

/** Organizations choose among these; a list of everything helps nobody. */
const MOST = 12;

/** What the software of customers is told about, when the brief wants webhooks: what the brief speaks of first. */
export function webhooksFor(system: Pick<System, 'contexts'>): NonNullable<System['webhooks']> {
  const entities = placedEntities(system).filter(({ entity }) => entity.tenancy !== 'global');
  const ordered = [...entities.filter(isMentioned), ...entities.filter((placed) => !isMentioned(placed))];
  const emitted = ordered.flatMap(({ entity }) =>
    Object.values(actionsOf(entity)).flatMap((action) => emitsOf(action) ?? []),
  );
  const created = ordered.map(({ name }) => `${camelCase(name)}.created`);
  const events = emitted.length > 0 ? emitted : created;
  return { events: [...new Set(events)].slice(0, MOST), source: 'brief' };
}

const isMentioned = ({ entity }: Placed): boolean => entity.source === 'brief';
