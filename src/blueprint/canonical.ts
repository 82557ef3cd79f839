import { byCodePoint } from '../text/order.js';
import type { Field } from './model.js';

/**
 * The order of keys in a blueprint carries no meaning, so the order in the output must not come from it. Fields stand as a
 * person would list them: what identifies the row first, then what it is called, then what it must have, what it may have,
 * and its state last. Equals stand by name.
 */
export function inCanonicalOrder(fields: readonly Field[], stateField?: string): Field[] {
  const rank = (field: Field): number => {
    if (field.name === stateField) return 6;
    if (field.type.kind === 'sequence') return 0;
    if (field.unique && !field.optional) return 1;
    const naming = NAMING.indexOf(field.name);
    if (naming >= 0 && !field.optional) return 2 + naming / 10;
    return field.optional ? 5 : 4;
  };
  return [...fields].sort((left, right) => rank(left) - rank(right) || byCodePoint(left.name, right.name));
}

/** Fields that say what a row is called, in the order people expect them. */
const NAMING = ['code', 'name', 'title', 'label', 'firstName', 'lastName', 'email'];

/** Items in the order of their names. */
export function byName<Item extends { readonly name: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((left, right) => byCodePoint(left.name, right.name));
}

/** Dependencies first, then by name. What stands on a cycle, or needs something unknown, comes as if it needed nothing more. */
export function dependenciesFirst<Item extends { readonly name: string; readonly needs: readonly string[] }>(
  items: readonly Item[],
): Item[] {
  const known = new Set(items.map((item) => item.name));
  const waiting = byName(items);
  const done = new Set<string>();
  const ordered: Item[] = [];
  while (waiting.length > 0) {
    const ready = waiting.findIndex((item) => item.needs.every((need) => done.has(need) || !known.has(need)));
    const [next] = waiting.splice(Math.max(ready, 0), 1);
    ordered.push(next!);
    done.add(next!.name);
  }
  return ordered;
}
