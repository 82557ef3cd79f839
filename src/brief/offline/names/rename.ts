import type { EntitySource } from '../../../blueprint/schema/entity.js';
import type { ReactionSource } from '../../../blueprint/schema/reaction.js';
import type { RelationSource } from '../../../blueprint/schema/relation.js';
import type { ReportSource } from '../../../blueprint/schema/report.js';
import type { RoleSource } from '../../../blueprint/schema/role.js';
import { camelCase } from '../../../text/case.js';
import { plural } from '../../../text/plural.js';
import { reservedFieldName } from '../../../text/reserved.js';
import { lineOf } from '../library/library.js';
import { renameEvent, renameSlug, reword, type Renaming } from './names.js';
import {
  eventsOf,
  mapActions,
  placedEntities,
  relationsOf,
  rolesOf,
  type System,
  type SystemContext,
} from '../compose/system.js';

type Words = ReadonlyMap<string, string>;

/** New names of relations, by the old name of their entity and their own. */
type RelationNames = ReadonlyMap<string, Words>;

const none: Words = new Map();

/** The system with new names wherever the old ones are spoken of. */
export function rename(system: System, renaming: Renaming): System {
  const { entities } = renaming;
  if (entities.size === 0) return system;
  const relations = relationNames(system, entities);
  const own = new Map(
    placedEntities(system).map(({ name, entity }) => [name, new Set(relationsOf(entity).map(([key]) => key))]),
  );
  const emitters = new Map(
    placedEntities(system).flatMap((placed) => eventsOf(placed).map((event) => [event, placed.name])),
  );
  return {
    ...system,
    contexts: Object.fromEntries(
      Object.entries(system.contexts).map(([name, context]) => [
        renaming.contexts.get(name) ?? name,
        renameContext(context, renaming, relations),
      ]),
    ),
    roles: Object.fromEntries(
      Object.entries(system.roles).map(([name, role]) => [
        renaming.roles.get(name) ?? name,
        renameGrants(role, renaming),
      ]),
    ),
    reactions: system.reactions.map((reaction) => renameReaction(reaction, renaming, relations, emitters, own)),
    reports: Object.fromEntries(
      Object.entries(system.reports).map(([name, report]) => [
        renameSlug(name, entities),
        renameReport(report, entities, relations.get(report.from) ?? none),
      ]),
    ),
    ...(system.webhooks === undefined
      ? {}
      : {
          webhooks: { ...system.webhooks, events: system.webhooks.events.map((event) => renameEvent(event, entities)) },
        }),
  };
}

/** A relation that is called like the entity it leads to, or like several of them, changes with it. */
function relationNames(system: System, entities: Words): RelationNames {
  return new Map(
    placedEntities(system).map(({ name, entity }) => {
      const members = new Set(Object.keys({ ...entity.fields, ...entity.relations }));
      const renamed = new Map<string, string>();
      for (const [relation, source] of relationsOf(entity)) {
        const { target } = lineOf(source);
        const better = entities.get(target);
        if (better === undefined) continue;
        const one = camelCase(target);
        const wanted =
          relation === one ? camelCase(better) : relation === plural(one) ? plural(camelCase(better)) : relation;
        if (members.has(wanted) || reservedFieldName(wanted) !== undefined) continue;
        members.add(wanted);
        renamed.set(relation, wanted);
      }
      return [name, renamed];
    }),
  );
}

function renameContext(context: SystemContext, renaming: Renaming, relations: RelationNames): SystemContext {
  const { needs, entities, ...rest } = context;
  return {
    ...rest,
    ...(needs === undefined ? {} : { needs: needs.map((need) => renaming.contexts.get(need) ?? need).sort() }),
    entities: Object.fromEntries(
      Object.entries(entities).map(([name, entity]) => [
        renaming.entities.get(name) ?? name,
        renameEntity(name, entity, renaming, relations),
      ]),
    ),
  };
}

function renameEntity(
  name: string,
  entity: EntitySource,
  { entities, roles }: Renaming,
  relations: RelationNames,
): EntitySource {
  const own = relations.get(name) ?? none;
  const better = entities.get(name);
  const prose = (text: string): string => (better === undefined ? text : reword(text, name, better));
  const renamed: EntitySource = { ...entity };
  if (entity.summary !== undefined) renamed.summary = prose(entity.summary);
  if (entity.relations) {
    renamed.relations = Object.fromEntries(
      Object.entries(entity.relations).map(([relation, source]) => [
        own.get(relation) ?? relation,
        renameRelation(source, entities, relations),
      ]),
    );
  }
  if (entity.list?.filter) {
    renamed.list = { ...entity.list, filter: entity.list.filter.map((member) => own.get(member) ?? member) };
  }
  if (entity.rules) {
    renamed.rules = entity.rules.map((rule) =>
      typeof rule === 'string' || rule.message === undefined ? rule : { ...rule, message: prose(rule.message) },
    );
  }
  return mapActions(renamed, (action) => {
    if (typeof action === 'string') return action;
    return {
      ...action,
      ...(action.emits === undefined ? {} : { emits: renameEvent(action.emits, entities) }),
      ...(action.summary === undefined ? {} : { summary: prose(action.summary) }),
      ...(action.roles === undefined ? {} : { roles: rolesOf(action).map((role) => roles.get(role) ?? role) }),
    };
  });
}

function renameRelation(source: RelationSource, entities: Words, relations: RelationNames): RelationSource {
  const { target } = lineOf(source);
  const back = (name: string): string => relations.get(target)?.get(name) ?? name;
  const line = (typeof source === 'string' ? source : source.to)
    .replace(/^\s*\w+/, (found) => entities.get(found.trim()) ?? found)
    .replace(/\bby (\w+)/, (_, name: string) => `by ${back(name)}`);
  if (typeof source === 'string') return line;
  return { ...source, to: line, ...(source.inverse === undefined ? {} : { inverse: back(source.inverse) }) };
}

function renameGrants(role: RoleSource, { entities, contexts }: Renaming): RoleSource {
  const grants = role.grants?.map((grant) =>
    grant.replace(/^([^.:]+)(?:\.([^.:]+))?:/, (_, context: string, entity: string | undefined) => {
      const place = contexts.get(context) ?? context;
      return entity === undefined ? `${place}:` : `${place}.${entities.get(entity) ?? entity}:`;
    }),
  );
  return { ...role, ...(grants === undefined ? {} : { grants }) };
}

function renameReaction(
  reaction: ReactionSource,
  { entities, contexts, roles }: Renaming,
  relations: RelationNames,
  emitters: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, ReadonlySet<string>>,
): ReactionSource {
  const { on, emit, do: action, notify, where, template } = reaction;
  const [context = '', entity = '', name = ''] = action?.split('.') ?? [];
  const related = own.get(emitters.get(on ?? '') ?? '') ?? new Set<string>();
  const source = on === undefined ? none : (relations.get(emitters.get(on) ?? '') ?? none);
  const target = action === undefined ? source : (relations.get(entity) ?? none);
  return {
    ...reaction,
    ...(on === undefined ? {} : { on: renameEvent(on, entities) }),
    ...(emit === undefined ? {} : { emit: renameEvent(emit, entities) }),
    ...(action === undefined
      ? {}
      : { do: `${contexts.get(context) ?? context}.${entities.get(entity) ?? entity}.${name}` }),
    ...(notify === undefined
      ? {}
      : { notify: source.get(notify) ?? (related.has(notify) ? notify : (roles.get(notify) ?? notify)) }),
    ...(template === undefined ? {} : { template: renameSlug(template, entities) }),
    ...(where === undefined ? {} : { where: renameNames(where, target, source) }),
  };
}

function renameReport(report: ReportSource, entities: Words, own: Words): ReportSource {
  const names = (text: string): string => renameNames(text, own, none);
  const each = (value: string | string[]): string | string[] =>
    typeof value === 'string' ? names(value) : value.map(names);
  return {
    ...report,
    from: entities.get(report.from) ?? report.from,
    ...(report.where === undefined ? {} : { where: names(report.where) }),
    ...(report.group === undefined ? {} : { group: each(report.group) }),
    measure: each(report.measure),
  };
}

/** An expression with new names of relations, outside its texts. */
function renameNames(expression: string, own: Words, ofEvent: Words): string {
  if (own.size === 0 && ofEvent.size === 0) return expression;
  return expression.replace(
    /'[^']*'|"[^"]*"|(?<![\w.])(event\.)?([A-Za-z_]\w*)/g,
    (found, event: string | undefined, name: string | undefined) => {
      if (name === undefined) return found;
      return event === undefined ? (own.get(name) ?? name) : event + (ofEvent.get(name) ?? name);
    },
  );
}
