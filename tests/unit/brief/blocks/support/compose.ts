import type { BlueprintSource } from '../../../../../src/blueprint/schema/blueprint.js';
import type { Block } from '../../../../../src/brief/offline/library/block.js';
import { camelCase } from '../../../../../src/text/case.js';
import { allEntities, entitiesOf, entityNamed, library, relationEnd, type BlockEntity } from './library.js';

type Reaction = NonNullable<Block['reactions']>[number];
type Report = NonNullable<Block['reports']>[string];
type Integration = NonNullable<Block['integrations']>[string];

/**
 * A blueprint of the chosen entities of the blocks, put together in the most straightforward way: of all of them, unless `chosen` says
 * otherwise. What refers to something that a block has, but that was not chosen, is left out; what refers to nothing that any block
 * has stays, so that the checks of the language find it.
 */
export function compose(blocks: readonly Block[], chosen?: ReadonlySet<string>): BlueprintSource {
  const entities = blocks.flatMap(entitiesOf).filter(({ name }) => chosen?.has(name) ?? true);
  const present = new Set(entities.map(({ name }) => name));
  const absent = new Set(allEntities.map(({ name }) => name).filter((name) => !present.has(name)));
  const contexts = new Set(entities.map(({ context }) => context));
  const absentContexts = new Set(allEntities.map(({ context }) => context).filter((name) => !contexts.has(name)));
  const roles = rolesOf(blocks, absent, absentContexts);
  const integrations = Object.fromEntries(blocks.flatMap((block) => Object.entries(block.integrations ?? {})));
  const there: There = { absent, roles: Object.keys(roles), integrations: Object.keys(integrations) };
  return {
    blueprint: 1,
    name: 'acme',
    roles,
    contexts: contextsOf(blocks, present, absent),
    reactions: blocks.flatMap((block) => block.reactions ?? []).filter((reaction) => stands(reaction, there)),
    integrations: mapValues(integrations, (integration: Integration) => omit(integration, 'terms')),
    reports: mapValues(
      Object.fromEntries(
        blocks.flatMap((block) => Object.entries(block.reports ?? {})).filter(([, report]) => isThere(report, absent)),
      ),
      (report: Report) => omit(report, 'terms', 'core'),
    ),
    assumptions: blocks
      .flatMap((block) => block.assumptions ?? [])
      .map((text, index) => ({ id: `A${index + 1}`, text, source: 'assumption' as const })),
  };
}

interface There {
  readonly absent: ReadonlySet<string>;
  readonly roles: readonly string[];
  readonly integrations: readonly string[];
}

function contextsOf(
  blocks: readonly Block[],
  present: ReadonlySet<string>,
  absent: ReadonlySet<string>,
): BlueprintSource['contexts'] {
  return Object.fromEntries(
    blocks.flatMap((block) =>
      Object.entries(block.contexts).flatMap(([name, { entities: all, ...context }]) => {
        const chosen = Object.entries(all).filter(([entity]) => present.has(entity));
        if (chosen.length === 0) return [];
        const entities = Object.fromEntries(chosen.map(([entity, source]) => [entity, without(source, absent)]));
        return [[name, { ...context, needs: needsOf(name, Object.values(entities)), entities }]];
      }),
    ),
  );
}

function without(source: BlockEntity, absent: ReadonlySet<string>): BlockEntity {
  const { list, relations, ...entity } = omit(source, 'core', 'terms', 'names');
  const dropped = droppedRelations(source, absent);
  return {
    ...entity,
    relations: Object.fromEntries(Object.entries(relations ?? {}).filter(([name]) => !dropped.includes(name))),
    list: { ...list, filter: (list?.filter ?? []).filter((name) => !dropped.includes(name)) },
  };
}

function droppedRelations(entity: BlockEntity, absent: ReadonlySet<string>): string[] {
  return Object.entries(entity.relations ?? {}).flatMap(([name, relation]) =>
    absent.has(relationEnd(relation).target) ? [name] : [],
  );
}

/** Contexts of the entities that relations of a context lead to. */
export function needsOf(context: string, entities: readonly BlockEntity[]): string[] {
  const ends = entities.flatMap((entity) => Object.values(entity.relations ?? {}).map(relationEnd));
  const contexts = ends.flatMap(({ target, inverse }) => (inverse ? [] : (entityNamed(target)?.context ?? [])));
  return [...new Set(contexts)].filter((name) => name !== context).sort();
}

function rolesOf(
  blocks: readonly Block[],
  absent: ReadonlySet<string>,
  absentContexts: ReadonlySet<string>,
): NonNullable<BlueprintSource['roles']> {
  const names = [...new Set(blocks.flatMap((block) => Object.keys(block.roles ?? {})))];
  return Object.fromEntries(
    names.map((name) => {
      const roles = blocks.flatMap((block) => block.roles?.[name] ?? []);
      const grants = [...new Set(roles.flatMap((role) => role.grants ?? []))].filter((grant) => {
        const [context = '', entity = ''] = (grant.split(':')[0] ?? '').split('.');
        return !absentContexts.has(context) && !absent.has(entity) && !onlyOf(grant, absent);
      });
      return [name, { summary: roles[0]?.summary, grants }];
    }),
  );
}

/** A grant on an action of a whole context stands for the entities that have it; without them it stands for nothing. */
function onlyOf(grant: string, absent: ReadonlySet<string>): boolean {
  const [context = '', action = ''] = grant.split(':');
  const having = allEntities.filter((each) => each.context === context && action in actionsOf(each.entity));
  return having.length > 0 && having.every(({ name }) => absent.has(name));
}

export function actionsOf(entity: BlockEntity): Record<string, unknown> {
  const { lifecycle } = entity;
  if (lifecycle === undefined) return {};
  return 'actions' in lifecycle && typeof lifecycle.actions === 'object' && !('from' in lifecycle.actions)
    ? lifecycle.actions
    : lifecycle;
}

function stands({ on, do: action, call, notify, where = '' }: Reaction, there: There): boolean {
  const emitter = entityOfEvent(on);
  const actor = entityNamed(action?.split('.')[1]);
  if ([emitter, actor].some((each) => each && there.absent.has(each.name))) return false;
  const system = call?.split('.')[0] ?? (emitter ? undefined : on?.split('.')[0]);
  if (system !== undefined && !there.integrations.includes(system)) return !isIntegration(system);
  const dropped = (each: typeof emitter): string[] => (each ? droppedRelations(each.entity, there.absent) : []);
  if (notify !== undefined && !(notify in (emitter?.entity.relations ?? {}))) return there.roles.includes(notify);
  if (notify !== undefined && dropped(emitter).includes(notify)) return false;
  const ownNames = dropped(actor ?? emitter).map((name) => new RegExp(String.raw`(?<![.\w])${name}\b`));
  const eventNames = dropped(emitter).map((name) => new RegExp(String.raw`\bevent\.${name}\b`));
  return ![...ownNames, ...eventNames].some((name) => name.test(where));
}

const isIntegration = (name: string): boolean => library.some((block) => name in (block.integrations ?? {}));

/** `order.paid` tells of an Order. */
export const entityOfEvent = (event: string | undefined) =>
  allEntities.find(({ name }) => event?.split('.')[0] === camelCase(name));

function isThere(report: Report, absent: ReadonlySet<string>): boolean {
  const entity = entityNamed(report.from)?.entity;
  const dropped = entity ? droppedRelations(entity, absent) : [];
  return !absent.has(report.from) && ![report.group ?? []].flat().some((part) => dropped.includes(part));
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

function omit<Value extends object, Key extends keyof Value>(value: Value, ...keys: readonly Key[]): Omit<Value, Key> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as Key))) as Omit<Value, Key>;
}
