import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { readBlocks } from '../../../../../src/brief/load.js';
import type { Block } from '../../../../../src/brief/offline/library/block.js';

const folder = fileURLToPath(new URL('../../../../../src/brief/offline/blocks/', import.meta.url));

/** All blocks, as they are shipped. */
export const library: readonly Block[] = readBlocks();

/** Names of the files of the blocks, without their ending. */
export const blockFiles: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => name.slice(0, -'.yaml'.length));

export type BlockEntity = Block['contexts'][string]['entities'][string];

export interface LibraryEntity {
  readonly block: Block;
  readonly context: string;
  readonly name: string;
  readonly entity: BlockEntity;
}

export function entitiesOf(block: Block): LibraryEntity[] {
  return Object.entries(block.contexts).flatMap(([context, { entities }]) =>
    Object.entries(entities).map(([name, entity]) => ({ block, context, name, entity })),
  );
}

export const allEntities: readonly LibraryEntity[] = library.flatMap(entitiesOf);

export const entityNamed = (name: string | undefined): LibraryEntity | undefined =>
  allEntities.find((entity) => entity.name === name);

/** The block and everything it needs, needs first. */
export function withNeeds(block: Block, seen: ReadonlySet<string> = new Set()): Block[] {
  if (seen.has(block.id)) throw new Error(`${block.id} needs itself`);
  const deeper = new Set([...seen, block.id]);
  const needed = (block.needs ?? []).flatMap((id) => {
    const found = library.find((candidate) => candidate.id === id);
    if (!found) throw new Error(`${block.id} needs "${id}", which does not exist`);
    return withNeeds(found, deeper);
  });
  return [...new Set([...needed, block])];
}

type RelationSource = NonNullable<BlockEntity['relations']>[string];

export interface RelationEnd {
  readonly target: string;
  /** It cannot be left out: a row needs the other. */
  readonly required: boolean;
  /** Its key is held by the target. */
  readonly inverse: boolean;
  readonly owned: boolean;
}

/** What a relation line says about its two ends. */
export function relationEnd(source: RelationSource): RelationEnd {
  const line = typeof source === 'string' ? source : source.to;
  const [, target = '', mark = ''] = /^(\w+)(\[\]|\?)?/.exec(line) ?? [];
  const words = line.split(/\s+/).slice(1);
  const owned = words.includes('owned') || (typeof source !== 'string' && source.owned === true);
  const optional = mark === '?' || (typeof source !== 'string' && source.optional === true);
  return {
    target,
    required: owned || (mark !== '[]' && !optional),
    inverse: words.includes('by') || (typeof source !== 'string' && source.inverse !== undefined),
    owned,
  };
}
