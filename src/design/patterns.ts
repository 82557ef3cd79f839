/**
 * Whether a pattern means the same to ECMAScript and to PostgreSQL (POSIX advanced regular expressions, see
 * https://www.postgresql.org/docs/current/functions-matching.html): literals, character classes, anchors, groups, alternatives,
 * greedy counts and `\d`. Every other pattern is checked by the API alone.
 */
export function isPortablePattern(pattern: string): boolean {
  const withoutEscapes = pattern.replace(/\\[d.+*?()[\]{}|^$/-]/g, '');
  return !withoutEscapes.includes('\\') && !withoutEscapes.includes('(?') && !/[*+?}][?+]/.test(withoutEscapes);
}
