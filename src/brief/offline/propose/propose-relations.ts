import type { Sentence, Word } from '../../reading/reading.js';

/** A thing that a sentence names, known or proposed, with its place among the words. */
export interface Named {
  readonly entity: string;
  readonly from: number;
  readonly to: number;
  readonly plural: boolean;
}

/** `from` refers to one `to`. */
export interface Guess {
  readonly from: string;
  readonly to: string;
  /** Nothing of the kind exists without it: "each inspection belongs to a hive". */
  readonly required: boolean;
}

/** What sentences say about how things hang together: "X has Ys", "Y of an X", "each X belongs to a Y", "Ys per X". */
export function guessRelations(sentences: readonly Sentence[], named: ReadonlyMap<number, readonly Named[]>): Guess[] {
  return [...named].flatMap(([index, things]) => {
    const { words } = sentences[index]!;
    const ordered = [...things].sort((left, right) => left.from - right.from);
    return ordered.flatMap((thing, position) => {
      const next = ordered[position + 1];
      return next ? between(words, thing, ordered.slice(position + 1)) : [];
    });
  });
}

function between(words: readonly Word[], first: Named, others: readonly Named[]): Guess[] {
  const [next] = others;
  const link = words
    .slice(first.to, next!.from)
    .map(({ lower }) => lower)
    .join(' ');
  if (/^(?:has|have|contains?|holds?|owns?|consists? of|includes?|gets?|keeps?)\b/.test(link)) {
    // "A hive has a queen, frames and inspections": each of the list, up to the end of it.
    return listOf(words, others)
      .filter(({ entity }) => entity !== first.entity)
      .map(({ entity, plural }) => ({
        from: plural ? entity : first.entity,
        to: plural ? first.entity : entity,
        required: false,
      }));
  }
  if (next!.entity === first.entity) return [];
  if (link === 'of' && next!.plural && CONTAINER.test(first.entity)) {
    return [{ from: next!.entity, to: first.entity, required: false }];
  }
  if (
    /^(?:belongs? to|(?:is|are) part of|(?:is|are) (?:made|done|written|taken|recorded) (?:on|for|of|at)|hangs? on)\b/.test(
      link,
    )
  ) {
    return [{ from: first.entity, to: next!.entity, required: true }];
  }
  if (
    /^(?:of|for|per|on|in|at|about|from)(?: (?:an?|the|each|every|one|their|its|that|this))?$/.test(link) &&
    !next!.plural
  ) {
    return [{ from: first.entity, to: next!.entity, required: false }];
  }
  return [];
}

/** "Lists of tasks": the tasks are in the list. */
const CONTAINER =
  /(?:List|Set|Group|Collection|Folder|Series|Album|Box|Shelf|Catalog|Catalogue|Fleet|Team|Stack|Batch|Bundle)$/;

function listOf(words: readonly Word[], things: readonly Named[]): Named[] {
  const listed: Named[] = [];
  for (const thing of things) {
    const before = listed.at(-1);
    const link = before ? words.slice(before.to, thing.from).map(({ lower }) => lower) : [];
    if (link.some((word) => !/^(?:and|or|an?|the|its|their|one|many|several|some|of)$/.test(word))) break;
    listed.push(thing);
  }
  return listed;
}
