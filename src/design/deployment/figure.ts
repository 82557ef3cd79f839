import type { Basis, Fact, Unit } from '../fact.js';

/** A figure of the deployment; its id begins with `deployment.`. */
export function figure(
  id: string,
  label: string,
  value: number,
  unit: Unit,
  basis: Basis,
  { text, from = [], source }: { readonly text: string; readonly from?: readonly Fact[]; readonly source?: string },
): Fact {
  const reason = { text, ...(from.length > 0 && { from: from.map((fact) => fact.id) }), ...(source && { source }) };
  return { id: `deployment.${id}`, label, value, unit, basis, because: [reason] };
}
