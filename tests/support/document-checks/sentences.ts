import type { World } from '../documents.js';
import { proseOf, textsOf } from '../markdown.js';

/** Fewer words may be the same by chance, or because there is only one way to say it. */
const LEAST_WORDS = 8;

/** Sentences of running text, the names of the product aside; each with the place where it stands first. */
export function sentencesOf({ design: { product }, pages }: World): ReadonlyMap<string, string> {
  const names = [product.title, product.name, product.scope, product.appRole, product.database];
  const found = new Map<string, string>();
  for (const page of pages) {
    for (const { text, line } of textsOf(page)) {
      const anonymous = names.reduce((soFar, name) => soFar.replaceAll(name, '·'), text);
      for (const sentence of anonymous.split(/(?<=[.!?])\s+(?=\S)/)) {
        const plain = sentence.replaceAll(/\s+/g, ' ').replaceAll('**', '').trim();
        if (wordsOf(plain) >= LEAST_WORDS && !found.has(plain)) found.set(plain, `${page.path}:${line}`);
      }
    }
  }
  return found;
}

/** Inline code and the targets of links are no words. */
function wordsOf(sentence: string): number {
  return proseOf(sentence)
    .split(' ')
    .filter((word) => /\p{L}/u.test(word)).length;
}

/** What two documents say in the same words, and neither a standard statement nor the code itself says. */
export function sharedSentences(a: World, b: World, standard: readonly string[]): string[] {
  const other = sentencesOf(b);
  const code = [...a.files].filter(([path]) => path.endsWith('.ts')).map(([, contents]) => contents);
  return [...sentencesOf(a)]
    .filter(([sentence]) => other.has(sentence) && !standard.includes(sentence))
    .filter(([sentence]) => !code.some((contents) => contents.includes(sentence)))
    .map(([sentence, place]) => `${place} ${sentence}`);
}
