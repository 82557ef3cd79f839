import { camelCase, kebabCase, pascalCase, snakeCase } from '../../text/case.js';
import { plural, singular } from '../../text/plural.js';
import { OUR_MODELS, OUR_ROUTES, OUR_TABLES } from '../../text/reserved.js';
import type { Position } from '../diagnostic.js';
import type { Findings } from '../findings.js';
import type { Blueprint, Entity, Relation } from '../model.js';
import { entitiesOf, type Check } from './support.js';

/**
 * A name that something in the output will carry, and what it is made for. Two things of one kind with one name would be found by
 * the compiler or the database of the generated repository; here they are found before anything is written.
 */
interface Claim {
  readonly name: string;
  readonly what: string;
  readonly at: Position;
}

export const checkCollisions: Check = (blueprint, findings) => {
  reportTwins(models(blueprint), findings);
  reportTwins([...ours(), ...tables(blueprint)], findings);
  reportTwins(constraints(blueprint), findings);
  for (const entity of entitiesOf(blueprint)) {
    reportTwins(members(entity, blueprint), findings);
    reportTwins(subRoutes(entity), findings);
    checkRoute(entity, findings);
  }
};

/** Claims that differ by case only are twins too: neither file systems nor people tell them apart. */
function reportTwins(claims: readonly Claim[], findings: Findings): void {
  const first = new Map<string, Claim>();
  for (const claim of claims) {
    const key = claim.name.toLowerCase();
    const other = first.get(key);
    if (!other) first.set(key, claim);
    else if (other.what !== claim.what) {
      const [later, earlier] = isAfter(claim.at, other.at) ? [claim, other] : [other, claim];
      if (isReported(later.at, findings)) continue;
      findings.error(
        'COLLISION',
        later.at,
        `${capitalized(later.what)} and ${earlier.what} would both be called "${later.name}".`,
        'Rename one of the two.',
      );
    }
  }
}

/** One fault is told once: two models of one name would have two tables of one name. */
const isReported = ({ line, column }: Position, findings: Findings): boolean =>
  findings.all.some(({ at }) => at.line === line && at.column === column);

const isAfter = (left: Position, right: Position): boolean =>
  left.line > right.line || (left.line === right.line && left.column > right.column);

const NOWHERE: Position = { line: 0, column: 0 };

function ours(): Claim[] {
  return [...OUR_TABLES].map((name) => ({ name, what: 'a table of every generated database', at: NOWHERE }));
}

function tables(blueprint: Blueprint): Claim[] {
  return [
    ...entitiesOf(blueprint).map((entity) => ({
      name: tableOf(entity.name),
      what: `the table of ${entity.name}`,
      at: entity.at,
    })),
    ...links(blueprint).map(({ model, what, relation }) => ({
      name: tableOf(model),
      what: `the table of ${what}`,
      at: relation.at,
    })),
  ];
}

/** Indexes and constraints are named after table and column, and share one namespace in PostgreSQL. */
function constraints(blueprint: Blueprint): Claim[] {
  const entities = new Map(entitiesOf(blueprint).map((entity) => [pascalCase(entity.name), entity]));
  return [...entities.values()].flatMap((entity) =>
    [...entity.fields, ...entity.relations].map(({ name, at }) => ({
      name: `${tableOf(entity.name)}_${snakeCase(name)}`,
      what: `the constraint of ${entity.name}.${name}`,
      at,
    })),
  );
}

const tableOf = (name: string): string => snakeCase(plural(pascalCase(name)));

function models(blueprint: Blueprint): Claim[] {
  return [
    ...[...OUR_MODELS].map((name) => ({ name, what: 'a model of every generated repository', at: NOWHERE })),
    ...links(blueprint).map(({ model, what, relation }) => ({ name: model, what, at: relation.at })),
    ...entitiesOf(blueprint)
      .filter((entity) => !OUR_MODELS.has(entity.name))
      .map((entity) => ({ name: entity.name, what: `the entity ${entity.name}`, at: entity.at })),
  ];
}

function links(blueprint: Blueprint): { model: string; what: string; relation: Relation }[] {
  return entitiesOf(blueprint).flatMap((entity) =>
    entity.relations
      .filter((relation) => relation.kind === 'manyToMany')
      .map((relation) => ({
        model: entity.name + pascalCase(singular(relation.name)),
        what: `the connection ${entity.name}.${relation.name}`,
        relation,
      })),
  );
}

/** Everything that is a property of an entity: in the API, in the Prisma model, as a column. */
function members(entity: Entity, blueprint: Blueprint): Claim[] {
  const others = entitiesOf(blueprint);
  return [
    ...entity.fields.flatMap((field) => {
      const what = `the field ${entity.name}.${field.name}`;
      const parts = field.type.kind === 'money' ? ['Amount', 'Currency'] : [];
      return [field.name, ...parts.map((part) => field.name + part)].map((name) => ({ name, what, at: field.at }));
    }),
    ...entity.relations.flatMap((relation) => {
      const what = `the relation ${entity.name}.${relation.name}`;
      return [relation.name, ...keysOf(relation)].map((name) => ({ name, what, at: relation.at }));
    }),
    ...others.flatMap((other) =>
      other.relations.filter(({ target }) => target === entity.name).flatMap((relation) => inverseOf(other, relation)),
    ),
  ];
}

function keysOf(relation: Relation): string[] {
  if (relation.kind === 'oneToMany') return [];
  return relation.kind === 'manyToMany' ? [`${singular(relation.name)}Ids`] : [`${relation.name}Id`];
}

/** What the other side of a relation is called on its target when nobody wrote it. */
function inverseOf(source: Entity, relation: Relation): Claim[] {
  const what = `the other side of ${source.name}.${relation.name}`;
  const one = camelCase(source.name);
  if (relation.owned) return [one, `${one}Id`].map((name) => ({ name, what, at: relation.at }));
  if (relation.kind === 'oneToMany' || relation.inverse !== undefined) return [];
  const name = `${relation.kind === 'oneToOne' ? one : plural(one)}By${pascalCase(relation.name)}`;
  return [{ name, what, at: relation.at }];
}

/** `/orders/:id/lines` and `/orders/:id/cancel`. */
function subRoutes(entity: Entity): Claim[] {
  return [
    ...entity.relations
      .filter((relation) => relation.owned)
      .map((relation) => ({
        name: kebabCase(relation.name),
        what: `the route of ${entity.name}.${relation.name}`,
        at: relation.at,
      })),
    ...(entity.lifecycle?.actions ?? []).map((action) => ({
      name: kebabCase(action.name),
      what: `the route of the action ${action.name}`,
      at: action.at,
    })),
  ];
}

function checkRoute(entity: Entity, findings: Findings): void {
  const route = kebabCase(plural(entity.name));
  if (!OUR_ROUTES.has(route) || OUR_MODELS.has(entity.name)) return;
  findings.error(
    'COLLISION',
    entity.at,
    `The route of ${entity.name} would be /${route}, which every generated API has already.`,
    `Call it "${entity.name}Entry", for instance.`,
  );
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
