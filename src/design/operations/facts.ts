import type { Position } from '../../blueprint/diagnostic.js';
import type { Basis, Fact, Reason, Unit } from '../fact.js';

type Head = readonly [id: string, label: string];

/** A figure of the operation of the system; its id begins with `operations.`. */
export function figure(
  [id, label]: Head,
  value: number,
  unit: Unit,
  basis: Basis,
  text: string,
  more: Omit<Reason, 'text'> = {},
): Fact {
  return { id: `operations.${id}`, label, value, unit, basis, because: [{ text, ...more }] };
}

/** What the blueprint says, else what we hold the system to. */
export function givenOr(
  head: Head,
  given: { readonly value: number | undefined; readonly key: string; readonly at?: Position | undefined },
  otherwise: { readonly value: number; readonly because: string },
  unit: Unit,
): Fact {
  const { value, key, at } = given;
  return value === undefined
    ? figure(head, otherwise.value, unit, 'target', `${otherwise.because} The blueprint does not say ${key}.`)
    : figure(head, value, unit, 'given', `The blueprint says ${key}.`, at && { at });
}

/** Minutes of the 30 days that an error budget is counted over. */
export const BUDGET_DAYS = 30;
export const BUDGET_MINUTES = BUDGET_DAYS * 24 * 60;
