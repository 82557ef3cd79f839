import type { BlueprintSource } from '../../../blueprint/schema/blueprint.js';
import { spacedCase } from '../../../text/case.js';
import { wordsOf } from '../../reading/words.js';

/** Stems of all words that an item of a blueprint is made of: names, values, messages, conditions. */
export type WordsOfItem = (reference: string) => ReadonlySet<string>;

/** The words of items by their references, each item read once. A member has the words of its whole entity. */
export function itemWords(blueprint: BlueprintSource): WordsOfItem {
  const known = new Map<string, ReadonlySet<string>>();
  return (reference) => {
    const key = itemOf(reference, blueprint);
    let words = known.get(key);
    if (!words) {
      words = new Set(textsOf(key, blueprint).flatMap((text) => wordsOf(spacedCase(text)).map(({ stem }) => stem)));
      known.set(key, words);
    }
    return words;
  };
}

/** `sales.Deal.win` is told by `sales.Deal`. */
function itemOf(reference: string, { contexts }: BlueprintSource): string {
  const [first = '', second = ''] = reference.split('.');
  return second === '' || contexts[first]?.entities?.[second] === undefined ? reference : `${first}.${second}`;
}

function textsOf(reference: string, blueprint: BlueprintSource): string[] {
  const [first = '', second = ''] = reference.split('.');
  const context = blueprint.contexts[first];
  const entity = context?.entities?.[second];
  if (entity) {
    const { reactions = [] } = blueprint;
    const own = `${first}.${second}.`;
    return [second, ...textsIn(entity), ...reactions.filter((each) => each.do?.startsWith(own)).flatMap(textsIn)];
  }
  if (context) return [first, context.summary ?? '', ...Object.keys(context.entities ?? {})];
  const section = (blueprint as unknown as Readonly<Record<string, unknown>>)[first];
  const item = (section as Readonly<Record<string, unknown>> | undefined)?.[second];
  return [second, ...textsIn(item)];
}

/** All keys and texts of a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [key, ...textsIn(part)]);
}
