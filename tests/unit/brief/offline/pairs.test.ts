import { describe, expect, it } from 'vitest';

import { readBlueprint } from '../../../../src/blueprint/read.js';
import type { BlueprintSource } from '../../../../src/blueprint/schema/blueprint.js';
import { writeBlueprint } from '../../../../src/blueprint/write.js';
import type { Block } from '../../../../src/brief/offline/library/block.js';
import { compose } from '../../../../src/brief/offline/compose/compose.js';
import { libraryOf, lineOf } from '../../../../src/brief/offline/library/library.js';
import { allBlocks } from '../../../support/offline-plans.js';

const library = libraryOf(allBlocks());
const ids = [...library.blocks.keys()];

/** Errors of the system that these blocks make with all their entities, or with the core ones alone. */
function errorsOf(asked: readonly string[], all: boolean): string[] {
  const taken = new Set<string>();
  const take = (id: string): void => {
    const block = library.blocks.get(id);
    if (!block || taken.has(id)) return;
    taken.add(id);
    block.needs?.forEach(take);
  };
  asked.forEach(take);
  const blocks = ids
    .filter((id) => taken.has(id))
    .map((id) => library.blocks.get(id)!)
    .map((block) => ({ block, asked: asked.includes(block.id), entities: entitiesIn(block, all) }));
  const selection = { blocks, hits: [], passedOver: [], ruledOut: new Set<string>(), refusals: [] };
  const system = compose(selection, { webhooks: true, reports: true, leader: 'manager' });
  const text = writeBlueprint({ blueprint: 1, name: 'blocks', ...system } as unknown as BlueprintSource);
  return readBlueprint(text, 'blueprint.yaml')
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code} ${message}`);
}

const entitiesIn = ({ contexts }: Block, all: boolean): string[] =>
  Object.values(contexts).flatMap(({ entities }) =>
    Object.entries(entities).flatMap(([name, { core }]) => (all || core ? [name] : [])),
  );

/** Blocks of which one speaks of an entity of the other; all others have nothing to do with each other. */
function neighbours(): [string, string][] {
  const spoken = new Map(
    [...library.blocks.values()].map(({ id, contexts }) => [
      id,
      new Set(
        Object.values(contexts)
          .flatMap(({ entities }) => Object.values(entities))
          .flatMap(({ relations = {} }) => Object.values(relations).map((relation) => lineOf(relation).target))
          .flatMap((target) => library.homes.get(target)?.block ?? []),
      ),
    ]),
  );
  return ids.flatMap((left, index) =>
    ids.slice(index + 1).flatMap((right): [string, string][] => {
      const isNear = spoken.get(left)!.has(right) || spoken.get(right)!.has(left);
      return isNear ? [[left, right]] : [];
    }),
  );
}

describe('blocks make a blueprint without errors', () => {
  it.each(ids)('%s alone, with its core', (id) => {
    expect(errorsOf([id], false)).toEqual([]);
  });

  it('every two that know each other', () => {
    const faults = neighbours().flatMap((pair) => errorsOf(pair, true).map((error) => `${pair.join(' + ')}: ${error}`));
    expect(faults).toEqual([]);
  }, 120_000);

  it('all together', () => {
    expect(errorsOf(ids, true)).toEqual([]);
    expect(errorsOf(ids, false)).toEqual([]);
  }, 60_000);
});
