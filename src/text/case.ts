/** The same few hundred names are asked for thousands of times in a run. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 20_000;

/** Words of an identifier in any common case: `orderLine`, `OrderLine`, `order-line`, `order_line`, `HTTPServer2`. */
function wordsOf(name: string): readonly string[] {
  const before = known.get(name);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const words = cut(name);
  known.set(name, words);
  return words;
}

function cut(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `OrderLine` */
export const pascalCase = (name: string): string => wordsOf(name).map(capitalized).join('');

/** `orderLine` */
export const camelCase = (name: string): string =>
  wordsOf(name)
    .map((word, position) => (position === 0 ? word : capitalized(word)))
    .join('');

/** `order-line` */
export const kebabCase = (name: string): string => wordsOf(name).join('-');

/** `order_line` */
export const snakeCase = (name: string): string => wordsOf(name).join('_');

/** `order line` */
export const spacedCase = (name: string): string => wordsOf(name).join(' ');

/** `Order line` */
export const sentenceCase = (name: string): string => capitalized(spacedCase(name));

/** The text with its first letter in upper case; nothing else changes. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
