import type { IntegrationSource } from '../../../blueprint/schema/integration.js';
import type { ReactionSource } from '../../../blueprint/schema/reaction.js';
import { without } from '../../../text/without.js';
import type { Selected, Selection } from '../select/select.js';
import {
  actionsOf,
  entitiesByName,
  eventsOf,
  pick,
  relationsOf,
  type Named,
  type Placed,
  type System,
} from './system.js';

type Base = Pick<System, 'contexts' | 'roles'>;
type Automation = Pick<System, 'reactions' | 'integrations'>;

/** Reactions of which everything is there, and the integrations that they call or that the brief names. */
export function automate(system: Base, selection: Selection): Automation {
  const offered = offeredIntegrations(selection);
  const reactions = fitReactions(
    system,
    selection.blocks.flatMap(({ block }) => block.reactions ?? []),
    offered,
    selection,
  );
  const called = new Set(reactions.flatMap(({ call, on }) => [integrationIn(call), integrationIn(on)]));
  const mentioned = mentionedIntegrations(selection);
  const integrations = Object.entries(offered).map(([name, integration]): [string, IntegrationSource | undefined] => {
    if (mentioned.has(name)) return [name, { ...integration, source: 'brief' }];
    return [name, called.has(name) ? { ...integration, source: 'assumption' } : undefined];
  });
  return { reactions, integrations: pick(integrations) };
}

const integrationIn = (text: string | undefined): string | undefined => text?.split('.')[0];

const mentionedIntegrations = ({ hits }: Selection): ReadonlySet<string> =>
  new Set(hits.flatMap(({ target }) => (target.kind === 'integration' ? [target.name] : [])));

function offeredIntegrations({ blocks, ruledOut }: Selection): Named<IntegrationSource> {
  const offered: Record<string, IntegrationSource> = {};
  for (const { block } of blocks) {
    for (const [name, termed] of Object.entries(block.integrations ?? {})) {
      const integration = without(termed, 'terms');
      if (ruledOut.has(name) || ruledOut.has(integration.kind)) continue;
      const receives = [...new Set([...(offered[name]?.receives ?? []), ...(integration.receives ?? [])])];
      offered[name] = { ...integration, ...offered[name], ...(receives.length > 0 ? { receives } : {}) };
    }
  }
  return offered;
}

/** Whoever drops a reaction may drop the event that another one waits for. */
function fitReactions(
  system: Base,
  reactions: readonly ReactionSource[],
  offered: Named<IntegrationSource>,
  selection: Selection,
): ReactionSource[] {
  const byEvent = new Map(
    [...entitiesByName(system).values()].flatMap((placed) => eventsOf(placed).map((event) => [event, placed])),
  );
  const known = new Set([
    ...byEvent.keys(),
    ...reactions.flatMap(({ emit }) => emit ?? []),
    ...Object.entries(offered).flatMap(([name, { receives = [] }]) => receives.map((event) => `${name}.${event}`)),
  ]);
  const lost = lostRelations(system, selection.blocks);
  const kept = reactions.filter((reaction) => {
    const { on } = reaction;
    if (on !== undefined && !known.has(on)) return false;
    const source = on === undefined ? undefined : byEvent.get(on);
    return hasEffect(reaction, system, source, offered, lost) && readsWhatIsThere(reaction, system, source, lost);
  });
  return kept.length === reactions.length ? kept : fitReactions(system, kept, offered, selection);
}

function hasEffect(
  { do: action, notify, call }: ReactionSource,
  system: Base,
  source: Placed | undefined,
  offered: Named<IntegrationSource>,
  lost: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (action !== undefined) return targetOf(action, system) !== undefined;
  if (call !== undefined) return (integrationIn(call) ?? '') in offered;
  if (notify === undefined) return true;
  // Who was one person must not become everybody of a role of the same name.
  if (source && lost.get(source.name)?.has(notify)) return false;
  return (
    notify in system.roles || (source !== undefined && relationsOf(source.entity).some(([name]) => name === notify))
  );
}

function targetOf(action: string, system: Base): Placed | undefined {
  const [context, entity = '', name = ''] = action.split('.');
  const placed = entitiesByName(system).get(entity);
  return placed && placed.context === context && name in actionsOf(placed.entity) ? placed : undefined;
}

/** Relations that an entity has in its block and not here, by entity. */
function lostRelations(system: Base, blocks: readonly Selected[]): ReadonlyMap<string, ReadonlySet<string>> {
  const here = entitiesByName(system);
  return new Map(
    blocks.flatMap(({ block }) =>
      Object.values(block.contexts).flatMap(({ entities }) =>
        Object.entries(entities).map(([name, { relations = {} }]) => {
          const kept = here.get(name)?.entity.relations ?? {};
          return [name, new Set(Object.keys(relations).filter((relation) => !(relation in kept)))] as const;
        }),
      ),
    ),
  );
}

/** A condition may name relations of what is acted on, and of what the event tells about. */
function readsWhatIsThere(
  { where, do: action }: ReactionSource,
  system: Base,
  source: Placed | undefined,
  lost: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (where === undefined) return true;
  const target = action === undefined ? source : targetOf(action, system);
  return namesIn(where).every(({ ofEvent, name }) => {
    const read = ofEvent ? source : target;
    return read === undefined || !lost.get(read.name)?.has(name);
  });
}

/** Names in an expression, outside its texts. */
export function namesIn(expression: string): { ofEvent: boolean; name: string }[] {
  const bare = expression.replaceAll(/'[^']*'|"[^"]*"/g, "''");
  return [...bare.matchAll(/(?<![\w.])(?:(event)\.)?([A-Za-z_]\w*)/g)].map((match) => ({
    ofEvent: match[1] !== undefined,
    name: match[2]!,
  }));
}
