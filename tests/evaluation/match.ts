import type { Blueprint, Entity } from '../../src/blueprint/model.js';
import { singular } from '../../src/text/plural.js';
import type { Gold, GoldEntity } from './gold.js';

/** How a thing of the gold list is found in a blueprint. */
export interface Matches {
  /** The entities of the blueprint that stand for a gold entity, or one of several (`A | B`). */
  readonly entitiesOf: (reference: string) => readonly Entity[];
  /** Found as an entity, a role or the organization. */
  readonly isFound: (entity: GoldEntity) => boolean;
  /** Names of relation targets that stand for a gold entity. */
  readonly targetsOf: (reference: string) => readonly string[];
  /** Whether the gold list knows an entity of the blueprint. */
  readonly isKnown: (entity: Entity) => boolean;
}

/** `OrderLines` and `order-line` are one name. */
export function plain(name: string): string {
  return singular(name)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

export function matchesOf(gold: Gold, blueprint: Blueprint): Matches {
  const entities = blueprint.contexts.flatMap((context) => context.entities);
  const must = gold.entities?.must ?? [];
  const named = (name: string): readonly string[] => {
    const known = must.find((each) => plain(each.name) === plain(name));
    return (known ? [known.name, ...(known.also ?? [])] : [name]).map(plain);
  };
  const alternatives = (reference: string) => reference.split('|').map((name) => name.trim());
  // `DeviceAlert` is an alert where there are devices; a purchase order is no order, because nothing is called a purchase.
  const owners = new Set([
    ...entities.map(({ name }) => plain(name)),
    ...blueprint.contexts.map(({ name }) => plain(name)),
  ]);
  const isOwned = (name: string, thing: string) => name.endsWith(thing) && owners.has(name.slice(0, -thing.length));
  const entitiesOf = (reference: string) => {
    const wanted = alternatives(reference).flatMap(named);
    const exact = entities.filter(({ name }) => wanted.includes(plain(name)));
    const things = alternatives(reference).map(plain);
    return exact.length > 0
      ? exact
      : entities.filter(({ name }) => things.some((thing) => isOwned(plain(name), thing)));
  };
  const hasRole = ({ asRole = [] }: GoldEntity) =>
    blueprint.roles.some((role) => asRole.map(plain).includes(plain(role.name)));
  const isOrganization = ({ asOrganization }: GoldEntity) => asOrganization === true && blueprint.tenancy === 'shared';
  const known = new Set(
    [...must.flatMap(({ name, also = [] }) => [name, ...also]), ...(gold.entities?.may ?? [])].map(plain),
  );
  const foundBy = new Set(must.flatMap((each) => entitiesOf(each.name).map(({ name }) => name)));
  return {
    entitiesOf,
    isFound: (entity) => entitiesOf(entity.name).length > 0 || hasRole(entity) || isOrganization(entity),
    targetsOf: (reference) => [
      ...entitiesOf(reference).map(({ name }) => name),
      ...must.flatMap((entity) =>
        alternatives(reference).includes(entity.name)
          ? [...(hasRole(entity) ? ['User'] : []), ...(isOrganization(entity) ? ['Organization'] : [])]
          : [],
      ),
    ],
    isKnown: ({ name }) => known.has(plain(name)) || foundBy.has(name),
  };
}
