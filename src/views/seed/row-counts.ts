import type { EntityDesign, ReferenceDesign } from '../../design/model.js';

/** Rows of each entity that a new database starts with: enough to see lists, filters and references work. */
const SEEDED_ROWS = 3;

/** How many rows of each entity the seed writes, by entity name; `User` are the members of an organization, one per role. */
export type RowCounts = ReadonlyMap<string, number>;

/** In the order of insertion, so that what a row refers to is counted before it. */
export function rowCounts(entities: readonly EntityDesign[], roles: number): RowCounts {
  const counts = new Map([['User', roles]]);
  for (const entity of entities) {
    const limits = entity.references
      .filter((reference) => !reference.optional)
      .map((reference) => mostRows(reference, counts.get(reference.target) ?? 0));
    counts.set(entity.entity.name, Math.min(distinctSamples(entity).length, SEEDED_ROWS, ...limits));
  }
  return counts;
}

/** Which row of the target the n-th row refers to; undefined where an optional reference stays empty. */
export function referredRow(
  reference: ReferenceDesign,
  source: EntityDesign,
  n: number,
  counts: RowCounts,
  seeded: ReadonlySet<string>,
): number | undefined {
  // A tree: every row below the one before it.
  if (reference.target === source.entity.name) return n > 1 ? n - 1 : undefined;
  const count = counts.get(reference.target) ?? 0;
  if (count === 0 || !seeded.has(reference.target) || n > mostRows(reference, count)) return undefined;
  return ((n - 1) % count) + 1;
}

/** The samples that differ in every unique field; types with few values repeat themselves. */
export function distinctSamples({ samples, uniques, fields }: EntityDesign): EntityDesign['samples'] {
  const keys = uniques.map((unique) =>
    fields.filter(({ name }) => unique.fields.includes(name)).map(({ name }) => name),
  );
  const seen = new Set<string>();
  return samples.filter((sample) => {
    const values = keys
      .filter((names) => names.length > 0 && names.every((name) => sample[name] !== undefined && sample[name] !== null))
      .map((names) => JSON.stringify([names, names.map((name) => sample[name])]));
    if (values.some((value) => seen.has(value))) return false;
    for (const value of values) seen.add(value);
    return true;
  });
}

function mostRows({ unique }: ReferenceDesign, targetCount: number): number {
  if (targetCount === 0) return 0;
  return unique ? targetCount : Number.POSITIVE_INFINITY;
}
