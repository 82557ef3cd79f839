import { describe, expect, it } from 'vitest';

import { readBlueprint } from '../../../../src/blueprint/read.js';
import { writeBlueprint } from '../../../../src/blueprint/write.js';
import type { Block } from '../../../../src/brief/offline/library/block.js';
import { compose } from './support/compose.js';
import { entitiesOf, entityNamed, library, relationEnd, withNeeds } from './support/library.js';

/** Everything that the checks of the language find in a blueprint of the blocks, save for what is not generated yet. */
function findings(blocks: readonly Block[], chosen?: ReadonlySet<string>): string[] {
  const text = writeBlueprint(compose(blocks, chosen));
  return readBlueprint(text, 'blueprint.yaml')
    .diagnostics.filter(({ code }) => code !== 'NOT_GENERATED_YET')
    .map(
      ({ code, message, at }) => `${code} in line ${at.line}: ${message} (${text.split('\n')[at.line - 1]?.trim()})`,
    );
}

/** The entities, what they cannot exist without, and the wholes that they are parts of. */
function closed(names: Iterable<string>, blocks: readonly Block[]): Set<string> {
  const taken = new Set(names);
  const wholes = blocks.flatMap(entitiesOf).flatMap(({ name, entity }) =>
    Object.values(entity.relations ?? {})
      .map(relationEnd)
      .filter(({ owned }) => owned)
      .map(({ target }) => ({ part: target, whole: name })),
  );
  for (const name of taken) {
    const needed = Object.values(entityNamed(name)?.entity.relations ?? {})
      .map(relationEnd)
      .filter(({ required, owned, target }) => required && !owned && target !== 'User');
    for (const { target } of needed) taken.add(target);
    for (const { part, whole } of wholes) if (part === name) taken.add(whole);
  }
  return taken;
}

const coreOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(entitiesOf).flatMap(({ name, entity }) => (entity.core ? [name] : []));

describe.each(library)('a blueprint of the block $id', (block) => {
  const blocks = withNeeds(block);

  it('has no errors with all entities', () => {
    expect(findings(blocks)).toEqual([]);
  });

  it('has no errors with those that are always there', () => {
    expect(findings(blocks, new Set(coreOf(blocks)))).toEqual([]);
  });

  it('has no errors with any one entity more', () => {
    const core = coreOf(blocks);
    for (const { name } of entitiesOf(block).filter(({ entity }) => !entity.core)) {
      expect(findings(blocks, closed([...core, name], blocks))).toEqual([]);
    }
  });
});

describe('a blueprint of all blocks', () => {
  it('has no errors, nor contexts that need each other in a circle', () => {
    expect(findings(library)).toEqual([]);
  });
});
