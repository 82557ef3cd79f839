import type { Design, EntityDesign, LinkDesign, ReferenceDesign } from '../../design/model.js';
import { identifier } from '../../design/names.js';
import { pascalCase, snakeCase, spacedCase } from '../../text/case.js';

import { entityNamed, type Incoming, incomingReferences } from './lookup.js';

/** An entity that another one is part of, with the key by which the part names it. */
export interface Ancestor {
  readonly entity: EntityDesign;
  readonly reference: ReferenceDesign;
}

/** What the entity is part of, nearest first. Empty for a root. */
export function ancestorsOf(entity: EntityDesign, design: Design): Ancestor[] {
  const { parent } = entity;
  const above = parent && entityNamed(parent.target, design);
  return parent && above ? [{ entity: above, reference: parent }, ...ancestorsOf(above, design)] : [];
}

/** The root of the aggregate says whose the parts are. */
export function rootOf(entity: EntityDesign, design: Design): EntityDesign {
  return ancestorsOf(entity, design).at(-1)?.entity ?? entity;
}

/** References that clients set: all but the one to the parent, which stands in the path. */
export function ownReferences(entity: EntityDesign): ReferenceDesign[] {
  return entity.references.filter(({ relation }) => relation !== undefined);
}

/** References that forbid to delete a row of this entity while they point at it. */
export function restrictingReferences(entity: EntityDesign, design: Design): Incoming[] {
  return incomingReferences(entity, design).filter(({ reference }) => reference.onDelete === 'restrict');
}

/** Names of an error about one field, reference or link: `ProductSkuTaken` with the code `PRODUCT_SKU_TAKEN`. */
export interface ErrorNames {
  readonly error: string;
  readonly code: string;
}

export function errorNames({ names }: EntityDesign, subject: string, outcome: 'Taken' | 'Unknown'): ErrorNames {
  return {
    error: `${names.One}${pascalCase(subject)}${outcome}`,
    code: `${names.CODE}_${snakeCase(subject)}_${outcome}`.toUpperCase(),
  };
}

/** What a client is told about a value that is taken: the fields of a unique constraint, and the error about it. */
export interface TakenError extends ErrorNames {
  readonly constraint: string;
  readonly key: string;
  readonly text: string;
}

export function takenErrors(entity: EntityDesign): TakenError[] {
  return entity.uniques.map(({ name, fields: [key = ''] }) => {
    const reference = entity.references.find((each) => each.key === key);
    const subject = reference?.name ?? key;
    return { ...errorNames(entity, subject, 'Taken'), constraint: name, key, text: spacedCase(subject) };
  });
}

/** What a client is told about a key that leads nowhere. */
export interface UnknownError extends ErrorNames {
  readonly constraint: string;
  readonly key: string;
  readonly text: string;
  readonly several: boolean;
}

export function unknownErrors(entity: EntityDesign): UnknownError[] {
  return [
    ...ownReferences(entity).map(({ name, key, constraint }) => ({
      ...errorNames(entity, name, 'Unknown'),
      constraint,
      key,
      text: spacedCase(name),
      several: false,
    })),
    ...entity.links.map((link) => ({
      ...errorNames(entity, link.name, 'Unknown'),
      constraint: linkConstraint(link),
      key: link.key,
      text: spacedCase(link.name),
      several: true,
    })),
  ];
}

/** Foreign key from the join table to the target. */
function linkConstraint({ table, targetColumn }: LinkDesign): string {
  return identifier(table, targetColumn, 'fkey');
}
