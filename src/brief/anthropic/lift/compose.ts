import { readRelationLine } from '../../../blueprint/build/relation-line.js';
import { LineError } from '../../../blueprint/build/line-error.js';
import type { BlueprintSource } from '../../../blueprint/schema/blueprint.js';
import type { ContextSource } from '../../../blueprint/schema/context.js';
import type { EntitySource } from '../../../blueprint/schema/entity.js';
import type { RoleSource } from '../../../blueprint/schema/role.js';
import { isAdministrator, isNobody, refusedGrant } from './floors.js';
import { liftCross } from './cross.js';
import { liftEntity } from './entity.js';
import { plainText } from './texts.js';
import type { ContextWork, RoleWork, Work } from '../work.js';

/** Everything that the stages gave, as one blueprint. It may have faults; `faults.ts` finds them, `prune.ts` takes them out. */
export function compose(work: Work): BlueprintSource {
  const summary = plainText(work.summary);
  const contexts = Object.fromEntries(work.contexts.map((context) => [context.name, liftContext(context)]));
  return {
    blueprint: 1,
    name: work.name,
    title: work.title,
    ...(summary === '' ? {} : { summary }),
    ...work.stated,
    ...liftedRoles(work),
    contexts: withNeeds(contexts),
    ...(work.cross ? liftCross(work.cross, work.stated) : {}),
  };
}

function liftContext(context: ContextWork): ContextSource & { entities: Record<string, EntitySource> } {
  const summary = plainText(context.summary);
  return {
    ...(summary === '' ? {} : { summary }),
    needs: [...context.needs],
    entities: Object.fromEntries(context.planned.map((planned) => [planned.name, entityOf(context, planned.name)])),
  };
}

/** As the model wrote it; else its substitute; else the least that an entity can be. */
function entityOf(context: ContextWork, name: string): EntitySource {
  const answer = context.entities?.entities.find((entity) => entity.name === name);
  if (!answer) return context.substitutes?.[name] ?? leastEntity(context, name);
  return liftEntity(
    answer,
    context.behaviour?.lifecycles.find(({ entity }) => entity === name),
  );
}

function leastEntity(context: ContextWork, name: string): EntitySource {
  const summary = plainText(context.planned.find((planned) => planned.name === name)?.summary ?? '');
  return {
    ...(summary === '' ? {} : { summary }),
    fields: { name: 'string(120)' },
    list: { sort: ['name'], search: ['name'] },
  };
}

function liftedRoles(work: Work): Pick<BlueprintSource, 'roles'> {
  const roles = work.roles.filter(({ name }) => !isNobody(name));
  if (roles.length === 0) return {};
  return { roles: Object.fromEntries(roles.map((role) => [role.name, liftRole(role, work)])) };
}

function liftRole(role: RoleWork, work: Work): RoleSource {
  const summary = plainText(role.summary);
  const grants = role.administrator && isAdministrator(role.name) ? ['*'] : grantsOf(role.name, work);
  return {
    ...(summary === '' ? {} : { summary }),
    ...(grants.length === 0 ? {} : { grants }),
  };
}

/** Each context speaks for itself; what is beyond them is said once. What the floors refuse is not granted, whoever asked for it. */
function grantsOf(role: string, work: Work): string[] {
  const own = work.contexts.flatMap((context) =>
    grantsFor(role, context.behaviour?.grants).filter((grant) => grant.split(/[.:]/)[0] === context.name),
  );
  const beyond = grantsFor(role, work.cross?.grants).filter(
    (grant) => !work.contexts.some(({ name }) => name === grant.split(/[.:]/)[0]),
  );
  return [...new Set([...own, ...beyond])].filter((grant) => refusedGrant(role, grant) === undefined);
}

function grantsFor(role: string, grants: readonly { role: string; grants: string[] }[] = []): string[] {
  return grants
    .filter((each) => each.role === role)
    .flatMap((each) => each.grants)
    .map((grant) => grant.trim())
    .filter((grant) => grant !== '' && grant.length <= 200);
}

type Contexts = Record<string, ContextSource & { entities: Record<string, EntitySource> }>;

/** What a context refers to it needs, whether the design said so or not. What would close a circle is left out. */
function withNeeds(contexts: Contexts): Contexts {
  const home = new Map(
    Object.entries(contexts).flatMap(([context, { entities }]) => Object.keys(entities).map((name) => [name, context])),
  );
  const needs = new Map(Object.keys(contexts).map((name) => [name, new Set<string>()]));
  const leadsTo = (from: string, to: string): boolean =>
    from === to || [...needs.get(from)!].some((next) => leadsTo(next, to));
  const add = (from: string, to: string | undefined): void => {
    if (to !== undefined && needs.has(to) && !leadsTo(to, from)) needs.get(from)!.add(to);
  };
  for (const [name, context] of Object.entries(contexts)) for (const need of context.needs ?? []) add(name, need);
  for (const [name, { entities }] of Object.entries(contexts)) {
    for (const target of Object.values(entities).flatMap(targetsOf)) add(name, home.get(target));
  }
  return Object.fromEntries(
    Object.entries(contexts).map(([name, { summary, entities }]) => {
      const all = [...needs.get(name)!];
      return [
        name,
        { ...(summary === undefined ? {} : { summary }), ...(all.length === 0 ? {} : { needs: all }), entities },
      ];
    }),
  );
}

function targetsOf({ relations }: EntitySource): string[] {
  return Object.values(relations ?? {}).flatMap((relation) => {
    try {
      return [readRelationLine(typeof relation === 'string' ? relation : relation.to).target];
    } catch (error) {
      if (error instanceof LineError) return [];
      throw error;
    }
  });
}
