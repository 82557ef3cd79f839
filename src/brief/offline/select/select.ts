import { groupBy } from '../../../text/group.js';
import type { Sentence } from '../../reading/reading.js';
import type { Block } from '../library/block.js';
import { lineOf, type Home, type Library, type Target } from '../library/library.js';
import type { Match } from '../library/terms.js';
import { exactTerm } from '../trace/vocabulary.js';

export type Hit = Match<Target>;

/** A block that the plan takes from, and what it takes. */
export interface Selected {
  readonly block: Block;
  /** False where another block needs it. */
  readonly asked: boolean;
  /** In the order of the block. */
  readonly entities: readonly string[];
}

export interface Selection {
  /** By id. */
  readonly blocks: readonly Selected[];
  /** What the brief says in the words of a selected block; nothing of what is ruled out. */
  readonly hits: readonly Hit[];
  /** Entities that the brief names by their very names, although it does not ask for their blocks. */
  readonly passedOver: readonly Hit[];
  /** What the brief rules out: ids of blocks, names of entities, integrations and roles. */
  readonly ruledOut: ReadonlySet<string>;
  /** The words that rule it out. */
  readonly refusals: readonly Hit[];
}

/** Which blocks a brief asks for, and which of their entities: what is core, what is mentioned, and what these cannot do without. */
export function select(sentences: readonly Sentence[], library: Library): Selection {
  const hits = meantAsSaid(library.index.matches(sentences));
  const { ruledOut, refusals } = refused(hits);
  const granted = hits.filter(
    ({ negated, target }) => !negated && !ruledOut.has(target.block) && !ruledOut.has(target.name),
  );
  const asked = preciseOnly(
    askedBlocks(
      granted,
      sentences.reduce((sum, { words }) => sum + words.length, 0),
    ),
    library,
  );
  const ids = withNeeds(asked, library, ruledOut);
  const unheard = new Set([...ids].filter((id) => yields(id, asked, library)));
  const spoken = granted.filter(({ target }) => ids.has(target.block) && !unheard.has(target.block));
  const entities = slimmed(entitiesOf(ids, spoken, library, ruledOut), spoken, asked, library, isShort(sentences));
  const blocks = [...library.blocks.values()]
    .filter(({ id }) => ids.has(id))
    .map((block) => ({
      block,
      asked: asked.has(block.id),
      entities: Object.values(block.contexts).flatMap((context) =>
        Object.keys(context.entities).filter((name) => entities.has(name)),
      ),
    }));
  return {
    blocks,
    hits: spoken,
    passedOver: granted.filter((hit) => isByName(hit) && !spoken.includes(hit)),
    ruledOut,
    refusals,
  };
}

/** By its own name, or by one that a brief may give it; not by a word that merely goes with it. */
const isByName = ({ target, text }: Hit): boolean =>
  target.kind === 'entity' && (target.as !== undefined || text === exactTerm(target.name));

/** Words in a longer phrase mean that phrase; in a `not` phrase of a block they do not mean the block. */
function meantAsSaid(hits: readonly Hit[]): Hit[] {
  const bySentence = groupBy(hits, ({ sentence }) => sentence);
  return hits.filter((hit) => {
    if (hit.target.kind === 'not') return false;
    return !bySentence.get(hit.sentence)!.some((other) => {
      const contains = other.from <= hit.from && other.to >= hit.to;
      if (other.target.kind === 'not') return other.target.block === hit.target.block && contains;
      return contains && other.to - other.from > hit.to - hit.from && other.target.block !== hit.target.block;
    });
  });
}

/** Something is ruled out when it is not spoken of more often than it is refused. */
function refused(hits: readonly Hit[]): { ruledOut: Set<string>; refusals: Hit[] } {
  const balance = new Map<string, { for: number; against: Hit[] }>();
  for (const hit of hits) {
    const { kind, block, name } = hit.target;
    if (kind === 'weak' || kind === 'report') continue;
    const key = kind === 'strong' ? block : name;
    const entry = balance.get(key) ?? { for: 0, against: [] };
    if (hit.negated) entry.against.push(hit);
    else entry.for += 1;
    balance.set(key, entry);
  }
  const lost = [...balance].filter(([, each]) => each.against.length > 0 && each.against.length >= each.for);
  return { ruledOut: new Set(lost.map(([key]) => key)), refusals: lost.flatMap(([, { against }]) => against) };
}

/** In a brief of more words, two that may mean a block are easily met by chance. */
const LONG = 120;

/** Blocks of which a strong term is said, or enough different weak ones, two of them in sentences side by side. */
function askedBlocks(hits: readonly Hit[], length: number): Set<string> {
  const asked = new Set<string>();
  const fewest = length > LONG ? 3 : 2;
  for (const [block, own] of groupBy(hits, ({ target }) => target.block)) {
    const weak = own.filter(({ target }) => target.kind === 'weak');
    const isStrong = own.some(({ target }) => target.kind === 'strong');
    const areMany = new Set(weak.map(({ key }) => key)).size >= fewest;
    if (isStrong || (areMany && weak.some((hit) => weak.some((other) => areTogether(hit, other))))) asked.add(block);
  }
  return asked;
}

const areTogether = (hit: Hit, other: Hit): boolean =>
  hit.key !== other.key && Math.abs(hit.sentence - other.sentence) <= 1;

/** Where a more precise block says the same, the general one is not asked. */
function preciseOnly(asked: ReadonlySet<string>, library: Library): Set<string> {
  return new Set([...asked].filter((id) => !yields(id, asked, library)));
}

const yields = (id: string, asked: ReadonlySet<string>, library: Library): boolean =>
  library.blocks.get(id)?.yieldsTo?.some((other) => other !== id && asked.has(other)) ?? false;

function withNeeds(asked: ReadonlySet<string>, library: Library, ruledOut: ReadonlySet<string>): Set<string> {
  const ids = new Set<string>();
  const take = (id: string): void => {
    const block = library.blocks.get(id);
    if (!block || ids.has(id) || ruledOut.has(id)) return;
    ids.add(id);
    block.needs?.forEach(take);
  };
  asked.forEach(take);
  return ids;
}

function entitiesOf(
  ids: ReadonlySet<string>,
  hits: readonly Hit[],
  library: Library,
  ruledOut: ReadonlySet<string>,
): Set<string> {
  const taken = new Set<string>();
  const take = (name: string): void => {
    const home = library.homes.get(name);
    if (!home || !ids.has(home.block) || taken.has(name) || ruledOut.has(name)) return;
    taken.add(name);
    indispensable(name, home, library).forEach(take);
  };
  for (const { target } of hits) if (target.kind === 'entity') take(target.name);
  for (const [name, { block, entity }] of library.homes) if (entity.core && ids.has(block)) take(name);
  return taken;
}

const wordsIn = (sentences: readonly Sentence[]): number => sentences.reduce((sum, { words }) => sum + words.length, 0);

/** A brief of a few lines asks for a small system. */
const SHORT = 60;
export const MOST_OF_A_SHORT_BRIEF = 8;

export const isShort = (sentences: readonly Sentence[]): boolean => wordsIn(sentences) <= SHORT;

/** For a short brief, without core entities that nothing in it names or needs: first those of blocks that only came along. */
function slimmed(
  taken: ReadonlySet<string>,
  hits: readonly Hit[],
  asked: ReadonlySet<string>,
  library: Library,
  short: boolean,
): ReadonlySet<string> {
  if (!short || taken.size <= MOST_OF_A_SHORT_BRIEF) return taken;
  const named = new Set(hits.flatMap(({ target }) => (target.kind === 'entity' ? [target.name] : [])));
  const kept = new Set<string>();
  const keep = (name: string): void => {
    const home = library.homes.get(name);
    if (!home || !taken.has(name) || kept.has(name)) return;
    kept.add(name);
    indispensable(name, home, library).forEach(keep);
    // An order without its lines is no order: what the brief names comes whole, the rest as far as there is room.
    for (const [part, whole] of library.wholes) {
      const isCore = whole === name && library.homes.get(part)?.entity.core === true;
      if (isCore && (named.has(name) || kept.size < MOST_OF_A_SHORT_BRIEF)) keep(part);
    }
  };
  named.forEach(keep);
  const blockOf = (name: string): string => library.homes.get(name)?.block ?? '';
  // Every block that is asked for has one entity at least; the others come as far as there is room.
  for (const block of asked) {
    const own = [...taken].filter((name) => blockOf(name) === block);
    if (!own.some((name) => kept.has(name)) && own[0] !== undefined) keep(own[0]);
  }
  const rest = [...taken].filter((name) => !kept.has(name));
  const ordered = [
    ...rest.filter((name) => asked.has(blockOf(name))),
    ...rest.filter((name) => !asked.has(blockOf(name))),
  ];
  for (const name of ordered) if (kept.size < MOST_OF_A_SHORT_BRIEF) keep(name);
  return kept;
}

/** What a row of the entity cannot exist without, and the whole that it is part of. */
export function indispensable(name: string, { entity }: Home, library: Library): string[] {
  const whole = library.wholes.get(name);
  const required = Object.values(entity.relations ?? {})
    .map(lineOf)
    .filter(({ many, optional }) => !many && !optional)
    .map(({ target }) => target);
  return [...(whole === undefined ? [] : [whole]), ...required];
}
