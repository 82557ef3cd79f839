import { LineError } from '../../../blueprint/build/line-error.js';
import { readFieldLine, type FieldLine } from '../../../blueprint/build/field-line.js';
import { readRelationLine } from '../../../blueprint/build/relation-line.js';
import type { FieldKind } from '../../../blueprint/model.js';
import type { EntitySource } from '../../../blueprint/schema/entity.js';
import { LIST_PARAMETERS } from '../../../text/reserved.js';

const FILTERED: ReadonlySet<FieldKind> = new Set<FieldKind>(['enum', 'boolean']);
const SORTED: ReadonlySet<FieldKind> = new Set<FieldKind>(['date', 'datetime', 'sequence', 'int', 'decimal']);
const SEARCHED: ReadonlySet<FieldKind> = new Set<FieldKind>(['string', 'email', 'slug']);

/**
 * How a list of an entity can be filtered, sorted and searched, by the types of its fields; every filter costs an index, so there are few.
 * Nobody is asked for it.
 */
export function listOf(
  fields: Readonly<Record<string, string>>,
  relations: Readonly<Record<string, string>>,
): EntitySource['list'] {
  const read = Object.entries(fields).flatMap(([name, line]) => {
    const field = tried(() => readFieldLine(line));
    return field && !field.many && !field.words.has('private') ? [{ name, ...field }] : [];
  });
  const of = (kinds: ReadonlySet<FieldKind>): string[] =>
    read.filter(({ type }) => kinds.has(type.kind)).map(({ name }: FieldLine & { name: string }) => name);
  const keys = Object.entries(relations).flatMap(([name, line]) =>
    tried(() => readRelationLine(line))?.many === false ? [name] : [],
  );
  const list = {
    filter: [...of(FILTERED).slice(0, 3), ...keys.slice(0, 3)].filter((name) => !LIST_PARAMETERS.has(name)),
    sort: of(SORTED).slice(0, 3),
    search: of(SEARCHED).slice(0, 3),
  };
  const filled = Object.entries(list).filter(([, names]) => names.length > 0);
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
}

function tried<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof LineError) return undefined;
    throw error;
  }
}
