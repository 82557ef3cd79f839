import type { Sample } from '../../blueprint/samples/index.js';
import type { EntityDesign, FieldDesign, ReferenceDesign } from '../../design/model.js';
import { tsString } from '../../text/escape.js';
import { candidateLiteral } from '../fields/literal.js';
import { referredRow, type RowCounts } from './row-counts.js';

/** One property of a seeded row. */
export interface Cell {
  readonly name: string;
  readonly value: string;
}

/** What the n-th row of an entity holds besides its keys and stamps. */
export function rowCells(
  entity: EntityDesign,
  sample: Sample,
  n: number,
  counts: RowCounts,
  seeded: ReadonlySet<string>,
): Cell[] {
  return [
    ...entity.fields.flatMap((field) =>
      field.field.type.kind === 'sequence'
        ? [{ name: field.name, value: `${n}n` }]
        : fieldCells(field, sample[field.name]),
    ),
    ...entity.references.flatMap((reference) => {
      const row = referredRow(reference, entity, n, counts, seeded);
      return row === undefined ? [] : [{ name: reference.key, value: idOf(reference, row) }];
    }),
  ];
}

/** A value of a sample, which is JSON, in the columns of its field. */
export function fieldCells({ field, columns }: FieldDesign, value: unknown): Cell[] {
  if (value === undefined || value === null) return [];
  if (field.type.kind === 'money') {
    const { amount, currency } = value as { amount: number; currency: string };
    const [amountColumn, currencyColumn] = columns;
    return [
      { name: amountColumn?.name ?? '', value: `${amount}n` },
      { name: currencyColumn?.name ?? '', value: tsString(currency) },
    ];
  }
  return [{ name: columns[0]?.name ?? field.name, value: candidateLiteral(field, value) }];
}

/** The id of the n-th row of what a key points at; see `seeding.ts` in packages/database. */
export function idOf({ target, tenantScoped }: Pick<ReferenceDesign, 'target' | 'tenantScoped'>, n: number): string {
  if (target === 'User') return `member(${n})`;
  return `${tenantScoped ? 'id' : 'sharedId'}('${target}', ${n})`;
}
