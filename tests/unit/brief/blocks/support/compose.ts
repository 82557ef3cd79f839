import type { BlueprintSource } from '../../../../../src/blueprint/schema/blueprint.js';
import type { Block } from '../../../../../src/brief/offline/block.js';
import { camelCase } from '../../../../../src/text/case.js';
import { allEntities, entitiesOf, relationEnd, type BlockEntity } from './library.js';

/**
 * A blueprint of all entities of the blocks, put together in the most straightforward way. What refers to an entity of a block that is
 * not there is left out; what refers to nothing that any block has stays, so that the checks of the language find it.
 */
export function compose(blocks: readonly Block[]): BlueprintSource {
  const present = new Set(blocks.flatMap(entitiesOf).map(({ name }) => name));
  const absent = new Set(allEntities.map(({ name }) => name).filter((name) => !present.has(name)));
  const absentContexts = new Set(allEntities.map(({ context }) => context));
  for (const { context } of blocks.flatMap(entitiesOf)) absentContexts.delete(context);
  const integrations = joined(blocks, 'integrations');
  return {
    blueprint: 1,
    name: 'acme',
    roles: rolesOf(blocks, absent, absentContexts),
    contexts: contextsOf(blocks, absent),
    reactions: blocks.flatMap((block) => block.reactions ?? []).filter((reaction) => stands(reaction, blocks, absent)),
    integrations,
    reports: Object.fromEntries(
      Object.entries(joined(blocks, 'reports')).filter(([, report]) => groupsByWhatIsThere(report, blocks, absent)),
    ),
    assumptions: blocks
      .flatMap((block) => block.assumptions ?? [])
      .map((text, index) => ({ id: `A${index + 1}`, text, source: 'assumption' as const })),
  };
}

function contextsOf(blocks: readonly Block[], absent: ReadonlySet<string>): BlueprintSource['contexts'] {
  return Object.fromEntries(
    blocks.flatMap((block) =>
      Object.entries(block.contexts).map(([name, context]) => {
        const entities = Object.fromEntries(
          Object.entries(context.entities).map(([entity, source]) => [entity, withoutAbsent(source, absent)]),
        );
        return [name, { summary: context.summary, needs: needsOf(name, Object.values(entities)), entities }];
      }),
    ),
  );
}

function withoutAbsent({ core, terms, names, ...entity }: BlockEntity, absent: ReadonlySet<string>): BlockEntity {
  void [core, terms, names];
  const dropped = droppedRelations(entity, absent);
  const kept = (list: readonly string[] | undefined): string[] | undefined =>
    list?.filter((name) => !dropped.includes(name));
  return {
    ...entity,
    relations: without(entity.relations, dropped),
    ...(entity.list
      ? { list: { ...entity.list, ...(entity.list.filter ? { filter: kept(entity.list.filter) } : {}) } }
      : {}),
  };
}

const droppedRelations = (entity: BlockEntity, absent: ReadonlySet<string>): string[] =>
  Object.entries(entity.relations ?? {}).flatMap(([name, relation]) =>
    absent.has(relationEnd(relation).target) ? [name] : [],
  );

function without<Value>(record: Record<string, Value> | undefined, names: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => !names.includes(name)));
}

/** Contexts of the entities that the relations lead to. */
export function needsOf(context: string, entities: readonly BlockEntity[]): string[] {
  const targets = entities.flatMap((entity) =>
    Object.values(entity.relations ?? {})
      .map(relationEnd)
      .filter((end) => !end.inverse),
  );
  const contexts = targets.flatMap(({ target }) => allEntities.find(({ name }) => name === target)?.context ?? []);
  return [...new Set(contexts)].filter((name) => name !== context).sort();
}

function rolesOf(
  blocks: readonly Block[],
  absent: ReadonlySet<string>,
  absentContexts: ReadonlySet<string>,
): BlueprintSource['roles'] {
  const names = [...new Set(blocks.flatMap((block) => Object.keys(block.roles ?? {})))];
  return Object.fromEntries(
    names.map((name) => {
      const roles = blocks.flatMap((block) => block.roles?.[name] ?? []);
      const grants = [...new Set(roles.flatMap((role) => role.grants ?? []))].filter((grant) => {
        const [context = '', entity] = (grant.split(':')[0] ?? '').split('.');
        return !absentContexts.has(context) && !absent.has(entity ?? '');
      });
      return [name, { summary: roles[0]?.summary, grants }];
    }),
  );
}

type Reaction = NonNullable<Block['reactions']>[number];

function stands(reaction: Reaction, blocks: readonly Block[], absent: ReadonlySet<string>): boolean {
  const emitter = entityOfEvent(reaction.on);
  if (emitter && absent.has(emitter.name)) return false;
  if (reaction.do && absent.has(reaction.do.split('.')[1] ?? '')) return false;
  const system = reaction.call?.split('.')[0];
  const integrations = joined(blocks, 'integrations');
  if (system && !(system in integrations)) return !hasIntegration(system);
  if (reaction.notify && emitter && droppedRelations(emitter.entity, absent).includes(reaction.notify)) return false;
  const target = reaction.do === undefined ? emitter : entityNamed(reaction.do.split('.')[1]);
  const named = target ? droppedRelations(target.entity, absent) : [];
  return !named.some((name) => new RegExp(`(?<![.\\w])${name}\\b`).test(reaction.where ?? ''));
}

const hasIntegration = (name: string): boolean =>
  allEntities.some(({ block }) => Object.keys(block.integrations ?? {}).includes(name));

const entityNamed = (name: string | undefined) => allEntities.find((entity) => entity.name === name);

/** `order.paid` tells of an Order. */
export const entityOfEvent = (event: string | undefined) =>
  allEntities.find(({ name }) => event?.split('.')[0] === camelCase(name));

function groupsByWhatIsThere(
  report: NonNullable<Block['reports']>[string],
  blocks: readonly Block[],
  absent: ReadonlySet<string>,
): boolean {
  const entity = blocks.flatMap(entitiesOf).find(({ name }) => name === report.from)?.entity;
  const dropped = entity ? droppedRelations(entity, absent) : [];
  return !absent.has(report.from) && ![report.group ?? []].flat().some((part) => dropped.includes(part));
}

type Joinable = 'integrations' | 'reports';

/** The same name in several blocks is the same thing; what its blocks say of it is joined by the last. */
function joined<Key extends Joinable>(blocks: readonly Block[], key: Key): NonNullable<BlueprintSource[Key]> {
  const entries = blocks.flatMap((block) =>
    Object.entries(block[key] ?? {}).map(([name, { terms, ...item }]: [string, Record<string, unknown>]) => {
      void terms;
      const { core, ...rest } = item;
      void core;
      return [name, rest] as const;
    }),
  );
  return Object.fromEntries(entries) as NonNullable<BlueprintSource[Key]>;
}
