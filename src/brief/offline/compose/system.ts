import type { BlueprintSource } from '../../../blueprint/schema/blueprint.js';
import type { ContextSource } from '../../../blueprint/schema/context.js';
import type { EntitySource } from '../../../blueprint/schema/entity.js';
import type { IntegrationSource } from '../../../blueprint/schema/integration.js';
import type { ActionSource } from '../../../blueprint/schema/lifecycle.js';
import type { ReactionSource } from '../../../blueprint/schema/reaction.js';
import type { RelationSource } from '../../../blueprint/schema/relation.js';
import type { ReportSource } from '../../../blueprint/schema/report.js';
import type { RoleSource } from '../../../blueprint/schema/role.js';
import { camelCase } from '../../../text/case.js';

export type Named<Value> = Readonly<Record<string, Value>>;

export interface SystemContext extends Omit<ContextSource, 'entities'> {
  readonly entities: Named<EntitySource>;
}

/** The parts of a blueprint that blocks give. Steps take one and give another; none changes what it was given. */
export interface System {
  readonly contexts: Named<SystemContext>;
  readonly roles: Named<RoleSource>;
  readonly reactions: readonly ReactionSource[];
  readonly integrations: Named<IntegrationSource>;
  readonly reports: Named<ReportSource>;
  readonly webhooks?: BlueprintSource['webhooks'];
}

export interface Placed {
  readonly context: string;
  readonly name: string;
  readonly entity: EntitySource;
}

export function placedEntities({ contexts }: Pick<System, 'contexts'>): Placed[] {
  return Object.entries(contexts).flatMap(([context, { entities }]) =>
    Object.entries(entities).map(([name, entity]) => ({ context, name, entity })),
  );
}

/** Entities by name. */
export function entitiesByName(system: Pick<System, 'contexts'>): Map<string, Placed> {
  return new Map(placedEntities(system).map((placed) => [placed.name, placed]));
}

/** The same contexts with every entity changed; without those that become nothing, and contexts left empty. */
export function mapEntities(
  contexts: System['contexts'],
  change: (placed: Placed) => EntitySource | undefined,
): Named<SystemContext> {
  const changed = Object.entries(contexts).map(([context, { entities, ...rest }]): [string, SystemContext] => [
    context,
    {
      ...rest,
      entities: pick(
        Object.entries(entities).map(([name, entity]) => [name, change({ context, name, entity })] as const),
      ),
    },
  ]);
  return Object.fromEntries(changed.filter(([, { entities }]) => Object.keys(entities).length > 0));
}

/** An object of the entries that have a value. */
export function pick<Value>(entries: Iterable<readonly [string, Value | undefined]>): Record<string, Value> {
  const kept: Record<string, Value> = {};
  for (const [key, value] of entries) if (value !== undefined) kept[key] = value;
  return kept;
}

export function relationsOf(entity: EntitySource): [string, RelationSource][] {
  return Object.entries(entity.relations ?? {});
}

type Actions = Named<ActionSource>;

/** Lifecycle actions, in whichever form the lifecycle was written. */
export function actionsOf({ lifecycle }: EntitySource): Actions {
  if (lifecycle === undefined) return {};
  const { actions } = lifecycle as { actions?: unknown };
  const isLong = typeof actions === 'object' && actions !== null && !('from' in actions);
  return (isLong ? actions : lifecycle) as Actions;
}

/** The same entity with every action changed. */
export function mapActions(entity: EntitySource, change: (action: ActionSource) => ActionSource): EntitySource {
  const before = actionsOf(entity);
  if (Object.keys(before).length === 0) return entity;
  const actions = Object.fromEntries(Object.entries(before).map(([name, action]) => [name, change(action)]));
  const lifecycle = before === entity.lifecycle ? actions : { ...entity.lifecycle, actions };
  return { ...entity, lifecycle };
}

export const emitsOf = (action: ActionSource): string | undefined =>
  typeof action === 'string' ? undefined : action.emits;

export const rolesOf = (action: ActionSource): readonly string[] => {
  if (typeof action === 'string' || action.roles === undefined) return [];
  return typeof action.roles === 'string' ? [action.roles] : action.roles;
};

/** Events of one entity: the life of its rows, and what its actions emit. */
export function eventsOf({ name, entity }: Placed): string[] {
  const rows = ['created', 'updated', 'deleted'].map((change) => `${camelCase(name)}.${change}`);
  return [...rows, ...Object.values(actionsOf(entity)).flatMap((action) => emitsOf(action) ?? [])];
}
