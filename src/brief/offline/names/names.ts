import { camelCase, kebabCase, spacedCase } from '../../../text/case.js';
import { byCodePoint } from '../../../text/order.js';
import { plural } from '../../../text/plural.js';
import { reservedContextName } from '../../../text/reserved.js';
import { isFreeName, tableOf, takenTables } from '../compose/entity-names.js';
import type { Hit } from '../select/select.js';
import { placedEntities, type System } from '../compose/system.js';
import { exactTerm } from '../trace/vocabulary.js';

/** New names by old ones. */
export interface Renaming {
  readonly entities: ReadonlyMap<string, string>;
  /** A context that bears the name of an entity changes with it. */
  readonly contexts: ReadonlyMap<string, string>;
  /** So does a role. */
  readonly roles: ReadonlyMap<string, string>;
}

/** Entities that the brief calls otherwise than their block does, and never by the block's name. */
export function renamingFor(system: Pick<System, 'contexts' | 'roles'>, hits: readonly Hit[]): Renaming {
  const taken = takenTables(system);
  const entities = new Map<string, string>();
  for (const { name } of placedEntities(system)) {
    const wanted = ownWord(name, hits);
    if (wanted === undefined || wanted === name || !isFreeName(wanted, taken)) continue;
    entities.set(name, wanted);
    taken.add(tableOf(wanted));
  }
  return { entities, contexts: contextNames(system, entities), roles: roleNames(system, entities) };
}

/** The name that the brief uses most, the first by letters among equals; nothing when it uses the block's own. */
function ownWord(name: string, hits: readonly Hit[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { target, text } of hits) {
    if (target.kind !== 'entity' || target.name !== name) continue;
    if (target.as !== undefined) counts.set(target.as, (counts.get(target.as) ?? 0) + 1);
    else if (text === exactTerm(name)) return undefined;
  }
  const [first] = [...counts].sort(([a, left], [b, right]) => right - left || byCodePoint(a, b));
  return first?.[0];
}

function contextNames(
  { contexts }: Pick<System, 'contexts'>,
  entities: ReadonlyMap<string, string>,
): Map<string, string> {
  const renamed = new Map<string, string>();
  const taken = new Set(Object.keys(contexts));
  for (const [old, name] of entities) {
    const [before, after] = [kebabCase(plural(old)), kebabCase(plural(name))];
    if (!(before in contexts) || taken.has(after) || reservedContextName(after) !== undefined) continue;
    renamed.set(before, after);
    taken.add(after);
  }
  return renamed;
}

function roleNames({ roles }: Pick<System, 'roles'>, entities: ReadonlyMap<string, string>): Map<string, string> {
  const renamed = new Map<string, string>();
  for (const [old, name] of entities) {
    const [before, after] = [kebabCase(old), kebabCase(name)];
    if (before in roles && !(after in roles) && after !== 'owner') renamed.set(before, after);
  }
  return renamed;
}

/** A text about the entity with its new name: `An appointment ends` → `A session ends`. */
export function reword(text: string, old: string, name: string): string {
  const [one, many] = [spacedCase(old), plural(spacedCase(old))];
  const pattern = new RegExp(`\\b(?:(an?) )?(${many}|${one})\\b`, 'gi');
  return text.replace(pattern, (_, article: string | undefined, found: string) => {
    const word = found.toLowerCase() === many ? plural(spacedCase(name)) : spacedCase(name);
    const capital = /^[A-Z]/.test(found) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    if (article === undefined) return capital;
    const fitting = /^[aeio]/i.test(word) ? 'an' : 'a';
    return `${article.startsWith('A') ? fitting.charAt(0).toUpperCase() + fitting.slice(1) : fitting} ${capital}`;
  });
}

/** `product.published` of a product that is called book → `book.published`. */
export function renameEvent(event: string, entities: ReadonlyMap<string, string>): string {
  const [first = '', ...rest] = event.split('.');
  for (const [old, name] of entities) if (first === camelCase(old)) return [camelCase(name), ...rest].join('.');
  return event;
}

/** `products-by-status` → `books-by-status`. */
export function renameSlug(slug: string, entities: ReadonlyMap<string, string>): string {
  let renamed = slug;
  for (const [old, name] of entities) {
    for (const form of [plural, (word: string) => word]) {
      const [before, after] = [kebabCase(form(old)), kebabCase(form(name))];
      renamed = renamed.replace(new RegExp(`(^|-)${before}(?=-|$)`, 'g'), `$1${after}`);
    }
  }
  return renamed;
}
