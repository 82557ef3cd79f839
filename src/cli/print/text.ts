/** Characters that could move the cursor, change colours or reorder a line of a terminal. */
const ACTIVE = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu;

/** Text from a blueprint or an argument, made inert for a terminal. */
export function inert(text: string): string {
  return text.replace(ACTIVE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The result, for the person or the next program in a pipe. */
export function printResult(text: string): void {
  process.stdout.write(`${inert(text)}\n`);
}

/** The result for machines: one JSON value. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** What is going on, apart from the result. */
export function printProgress(text: string): void {
  process.stderr.write(`${inert(text)}\n`);
}

/** `1 file`, `2 files`, `2 entities`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
