import type { EntityDesign, RoleDesign } from '../model.js';
import { type EntityField, fieldsWhere, moneyFields, type SecurityInput } from './subject.js';

/** Amounts that somebody chooses for rows of their own. */
export interface OwnAmounts {
  /** The most telling first. Empty where nobody does. */
  readonly fields: readonly EntityField[];
  readonly roles: readonly string[];
  /** An amount that those roles cannot write, and that theirs could be compared with: of a price list, for instance. */
  readonly reference?: EntityField;
  /** Whether one of the roles sees little besides its own rows, as a customer does. */
  readonly outsiders: boolean;
}

type Source = Pick<SecurityInput, 'entities' | 'roles' | 'permissions'>;

/** Money that a role may set which creates its own rows only. Rules bind amounts to each other, not to a price. */
export function ownAmounts(design: Source): OwnAmounts {
  const all = moneyFields(design).filter(
    ({ entity, field }) => field.settable.create && ownCreators(design, entity).length > 0,
  );
  const price = all.find(({ field }) => /price/i.test(field.name)) ?? all.find(isPrice);
  const fields = price
    ? [price, ...all.filter((one) => one !== price && sameAggregate(one.entity, price.entity))]
    : all;
  const roles = design.roles.filter(({ name }) =>
    fields.some(({ entity }) => ownCreators(design, entity).includes(name)),
  );
  const reference = fieldsWhere(
    design,
    (field, entity) => isPriceList({ entity, field }) && roles.every((role) => !mayWrite(role, entity)),
  )[0];
  return {
    fields,
    roles: roles.map(({ name }) => name),
    outsiders: roles.some((role) => sharedContexts(design, role) <= 1),
    ...(reference && { reference }),
  };
}

function isPrice({ field }: EntityField): boolean {
  return /price|fee|rate/i.test(field.name);
}

function isPriceList({ entity, field }: EntityField): boolean {
  return (
    field.field.type.kind === 'money' && (/price|tariff|rate/i.test(entity.names.one) || isPrice({ entity, field }))
  );
}

function sameAggregate(one: EntityDesign, other: EntityDesign): boolean {
  return one === other || one.parent?.target === other.entity.name || other.parent?.target === one.entity.name;
}

function ownCreators({ roles }: Pick<Source, 'roles'>, { permissions }: EntityDesign): string[] {
  return roles
    .filter(({ grants }) =>
      grants.some(({ permission, scope }) => permission === permissions.create && scope === 'own'),
    )
    .map(({ name }) => name);
}

function mayWrite({ grants }: RoleDesign, { permissions }: EntityDesign): boolean {
  return grants.some(({ permission }) => permission === permissions.create || permission === permissions.update);
}

/** Contexts of which a role sees more than its own rows. */
function sharedContexts({ permissions }: Source, { grants }: RoleDesign): number {
  const wide = new Set(grants.filter(({ scope }) => scope === 'all').map(({ permission }) => permission));
  return new Set(permissions.filter(({ key }) => wide.has(key)).map(({ context }) => context)).size;
}
