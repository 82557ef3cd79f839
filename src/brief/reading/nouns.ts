import { EMPTY_NOUNS } from './lexicon.js';
import type { Tagged } from './tags.js';

/** Whether a word looks like the name of a thing that a system keeps: a noun, and none of those that name nothing by themselves. */
export function isThingToKeep(word: Tagged): boolean {
  if (word.tag !== 'noun' || word.lower.length < 3 || word.lower.length > 40) return false;
  if (!/^[a-z]+$/.test(word.lower) || /^[A-Z]{2,6}$/.test(word.text)) return false;
  const { lower } = word;
  const forms = [lower, lower.replace(/s$/, ''), lower.replace(/es$/, ''), lower.replace(/ies$/, 'y')];
  return !forms.some((form) => EMPTY_NOUNS.has(form));
}
