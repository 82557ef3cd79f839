import type { Basis, Fact, Unit } from '../fact.js';

/** A figure that a decision computes for itself; its id begins with `decisions.`. */
export function figure(
  id: string,
  label: string,
  value: number,
  unit: Unit,
  because: { readonly text: string; readonly from?: readonly Fact<unknown>[]; readonly basis?: Basis },
): Fact {
  const { text, from = [], basis = 'modelled' } = because;
  const reason = { text, ...(from.length > 0 && { from: from.map((fact) => fact.id) }) };
  return { id: `decisions.${id}`, label, value: rounded(value), unit, basis, because: [reason] };
}

/** Two digits of a small figure are enough to compare it; whole numbers stay as they are. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(value < 100 ? 2 : 3));
}
