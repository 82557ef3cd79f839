import { describe, expect, it } from 'vitest';

import type { Blueprint, Entity } from '../../../../src/blueprint/model.js';
import { readBlueprint } from '../../../../src/blueprint/read.js';
import { actionCasesOf, guardCaseOf, samplesOf, violationsOf } from '../../../../src/blueprint/samples/index.js';
import { writeBlueprint } from '../../../../src/blueprint/write.js';
import { compose } from './support/compose.js';
import { library } from './support/library.js';

function blueprintOfAll(): Blueprint {
  const { blueprint } = readBlueprint(writeBlueprint(compose(library)), 'blueprint.yaml');
  if (!blueprint) throw new Error('The blueprint of all blocks cannot be read.');
  return blueprint;
}

const entities: readonly Entity[] = blueprintOfAll().contexts.flatMap((context) => context.entities);

const withRules = entities.filter(({ rules }) => rules.length > 0);
const actions = entities.flatMap((entity) =>
  (entity.lifecycle?.actions ?? []).map((action) => ({ name: `${entity.name}.${action.name}`, entity, action })),
);

describe('rules of the blocks', () => {
  it.each(withRules)('$name has samples that keep them', (entity) => {
    expect(samplesOf(entity)).toHaveLength(5);
  });

  it.each(withRules)('$name has no rule that nothing breaks', (entity) => {
    const state = entity.lifecycle?.field ?? '';
    const lists = entity.fields.filter(({ many }) => many).map(({ name }) => name);
    // A rule about a later state holds for every new row, and no sample is a long list.
    const breakable = entity.rules.filter(
      ({ expression: { fields } }) => !fields.includes(state) && !fields.some((name) => lists.includes(name)),
    );
    const broken = violationsOf(entity).map(({ rule }) => rule);
    expect(breakable.map(({ id }) => id).filter((id) => !broken.includes(id))).toEqual([]);
  });
});

/** Between the action before it and this one the row is changed, or time goes by; samples know of neither. */
const LATER = ['LiveEvent.end', 'VolunteerShift.reopen'];

describe('lifecycles of the blocks', () => {
  it.each(actions.filter(({ name }) => !LATER.includes(name)))(
    '$name can be taken from every state that it starts from',
    ({ entity, action }) => {
      expect(actionCasesOf(entity, action).map(({ from }) => from)).toEqual(action.from);
    },
  );

  it.each(actions.filter(({ action }) => action.when))('$name is refused where its guard says so', (each) => {
    expect(guardCaseOf(each.entity, each.action)).toBeDefined();
  });

  it.each(actions.filter(({ action }) => action.when))('$name is not decided by what another action sets', (each) => {
    const set = each.entity.lifecycle!.actions.flatMap(({ sets }) => sets.map(({ field }) => field));
    expect(each.action.when!.fields.filter((field) => set.includes(field))).toEqual([]);
  });
});
