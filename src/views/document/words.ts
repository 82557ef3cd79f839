import { partOf } from '../../design/parts.js';
import type { PartId } from '../../blueprint/parts.js';

export { amount, counted, headline, number } from '../../design/amount.js';

/** `**generated**` or `**designed**`: whether the repository holds it now. */
export function label(part: PartId): string {
  return `**${partOf(part).state}**`;
}

/** Text as inline code; names and paths only, which hold no backtick. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  const [last = '', ...rest] = [...words].reverse();
  return rest.length === 0 ? last : `${rest.reverse().join(', ')} and ${last}`;
}
