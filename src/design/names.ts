import { createHash } from 'node:crypto';
import type { Blueprint } from '../blueprint/model.js';
import { camelCase, kebabCase, pascalCase, snakeCase, spacedCase } from '../text/case.js';
import { plural } from '../text/plural.js';
import type { EntityNames, ProductNames } from './model.js';

/** PostgreSQL cuts identifiers after 63 bytes (NAMEDATALEN - 1); all our names are ASCII, so bytes are characters. */
const MAX_IDENTIFIER = 63;

export function productNames(blueprint: Blueprint): ProductNames {
  const database = snakeCase(blueprint.name);
  return {
    name: blueprint.name,
    title: blueprint.title,
    summary: blueprint.summary,
    scope: `@${blueprint.name}`,
    database,
    appRole: `${database}_app`,
  };
}

/** All forms of an entity's PascalCase name; the checks refuse names that are their own plural. */
export function entityNames(name: string): EntityNames {
  const One = pascalCase(name);
  const Many = plural(One);
  return {
    one: camelCase(One),
    One,
    many: camelCase(Many),
    Many,
    CODE: snakeCase(One).toUpperCase(),
    fileOne: kebabCase(One),
    fileMany: kebabCase(Many),
    textOne: spacedCase(One),
    textMany: spacedCase(Many),
    article: /^(?!uni|use|eu|one)[aeiou]/.test(spacedCase(One)) ? 'an' : 'a',
  };
}

/**
 * A PostgreSQL identifier of the parts. One that is too long is cut and ends with six hex digits of its SHA-256, so that two
 * names with the same beginning stay two names.
 */
export function identifier(...parts: readonly string[]): string {
  const full = parts.join('_');
  if (full.length <= MAX_IDENTIFIER) return full;
  const hash = createHash('sha256').update(full).digest('hex').slice(0, 6);
  return `${full.slice(0, MAX_IDENTIFIER - 7)}_${hash}`;
}

export function tableName(entity: string): string {
  return identifier(snakeCase(plural(pascalCase(entity))));
}
