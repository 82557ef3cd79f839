/**
 * Sentences that are true of every system this product generates, word for word: facts of a protocol, mostly. Everything else on a page
 * is about the system at hand, and a test compares the documents of the examples to hold it to that.
 */
export const STANDARD_STATEMENTS: readonly string[] = [
  'Where 7-bit characters are needed, `document: { diagrams: ascii }` in `blueprint.yaml` draws every picture with them.',
];
