import type { Candidate } from '../propose/candidates.js';
import { indispensable, type Hit, type Selected, type Selection } from './select.js';
import type { Library } from '../library/library.js';

/** An entity that cannot do without more than these belongs to its block, and comes with it or not at all. */
const MOST_BESIDE = 2;

/** A name that a block knows needs less evidence than a word that nobody does: it is counted, owned or in the plural. */
const NAMED = 0.5;

/**
 * A thing that the brief names and treats as one, by the very name of an entity whose block it does not ask for: that entity comes
 * alone, with what its rows cannot exist without.
 */
export function borrow(
  selection: Selection,
  candidates: readonly Candidate[],
  library: Library,
  placesOf: (candidate: Candidate) => readonly { start: number; end: number }[],
): Selection {
  const taken = new Set(selection.blocks.flatMap(({ entities }) => entities));
  const borrowed = new Map<string, Hit[]>();
  for (const candidate of candidates.filter(({ score }) => score >= NAMED)) {
    const places = placesOf(candidate);
    const named = selection.passedOver.filter(({ start, end }) =>
      places.some((place) => start >= place.start && end === place.end),
    );
    const name = named.find(({ target }) => !taken.has(target.name))?.target.name;
    if (name === undefined) continue;
    const beside = closure(name, library, taken);
    if (beside.length > MOST_BESIDE || beside.some((other) => selection.ruledOut.has(other))) continue;
    for (const each of [name, ...beside]) taken.add(each);
    borrowed.set(
      name,
      named.filter(({ target }) => target.name === name),
    );
    for (const each of beside) borrowed.set(each, []);
  }
  if (borrowed.size === 0) return selection;
  return {
    ...selection,
    blocks: withBorrowed(selection.blocks, new Set(borrowed.keys()), library),
    hits: [...selection.hits, ...[...borrowed.values()].flat()],
  };
}

/** What an entity needs besides, directly or not, that is not there yet. */
function closure(name: string, library: Library, taken: ReadonlySet<string>): string[] {
  const needed = new Set<string>();
  const take = (entity: string): void => {
    const home = library.homes.get(entity);
    if (!home || taken.has(entity) || needed.has(entity)) return;
    needed.add(entity);
    indispensable(entity, home, library).forEach(take);
  };
  take(name);
  needed.delete(name);
  return [...needed];
}

function withBorrowed(blocks: readonly Selected[], names: ReadonlySet<string>, library: Library): Selected[] {
  const selected = new Map(blocks.map((each) => [each.block.id, each]));
  return [...library.blocks.values()].flatMap((block): Selected[] => {
    const before = selected.get(block.id);
    const entities = Object.values(block.contexts).flatMap((context) =>
      Object.keys(context.entities).filter((name) => names.has(name) || before?.entities.includes(name)),
    );
    return before || entities.length > 0 ? [{ block, asked: before?.asked ?? false, entities }] : [];
  });
}
