/** A place in the blueprint, as the parser reports it. */
export interface Origin {
  readonly line: number;
  readonly column: number;
}

const origins = new WeakMap<object, Origin>();

/**
 * Notes where in the blueprint `words` come from, and returns them unchanged. The note is kept beside the object, not in it: words stay
 * plain data, and what is rendered does not depend on whether anybody asks where a line came from.
 */
export function from<Words extends object>(origin: Origin | undefined, words: Words): Words {
  if (origin) origins.set(words, origin);
  return words;
}

/** What `from` noted about this very object. */
export function originOf(words: unknown): Origin | undefined {
  return typeof words === 'object' && words !== null ? origins.get(words) : undefined;
}
