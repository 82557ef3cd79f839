import { byCodePoint } from '../../text/order.js';

/**
 * TypeScript that is printed per field type: an expression or a type, and the helpers that it needs imported. Field types are
 * the one place where code stands in views: a table by kind reads better than a partial per kind, and the compiler names
 * every table that a new kind is missing from.
 */
export interface Printed {
  readonly code: string;
  readonly uses: readonly string[];
}

/** Code that needs nothing imported. */
export function plain(code: string): Printed {
  return { code, uses: [] };
}

/** A call of a helper; without options, `name()`. */
export function call(name: string, options: Readonly<Record<string, string | number | undefined>> = {}): Printed {
  const given = Object.entries(options).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
  return { code: `${name}(${given.length > 0 ? `{ ${given.join(', ')} }` : ''})`, uses: [name] };
}

/** The code with more around it. */
export function wrap(printed: Printed, around: (code: string) => string): Printed {
  return { ...printed, code: around(printed.code) };
}

/** Names for an import, each once, in the order of the alphabet whatever their case. */
export function importList(names: Iterable<string>): string {
  const bare = (name: string): string => name.replace(/^type /, '').toLowerCase();
  return [...new Set(names)].sort((a, b) => byCodePoint(bare(a), bare(b)) || byCodePoint(a, b)).join(', ');
}
