import type { Sample } from '../../blueprint/samples/index.js';
import type { FieldDesign } from '../../design/model.js';

/** The values of a field's columns, as a statement's parameters take them. */
export function columnValues({ name, field, columns }: FieldDesign, sample: Sample): unknown[] {
  const value = sample[name] ?? null;
  if (field.type.kind !== 'money') return columns.map(() => value);
  const money = value as { readonly amount: number; readonly currency: string } | null;
  return columns.map(({ prismaType }) => money && (prismaType === 'BigInt' ? money.amount : money.currency));
}
