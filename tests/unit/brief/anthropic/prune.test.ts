import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { BlueprintSource } from '../../../../src/blueprint/schema/blueprint.js';
import type { EntitySource } from '../../../../src/blueprint/schema/entity.js';
import { faultsOf, ownerOf, sentenceOf } from '../../../../src/brief/anthropic/lift/faults.js';
import { prune } from '../../../../src/brief/anthropic/lift/prune.js';

const deal: EntitySource = {
  fields: { title: 'string(200)', value: 'money', status: 'enum(open, won) = open' },
  relations: { account: 'Account', owner: 'User?' },
  rules: ['value.amount >= 0'],
  lifecycle: { win: { from: 'open', to: 'won', when: 'value.amount > 0', emits: 'deal.won' } },
  list: { filter: ['status'] },
};

function blueprint(change: Partial<EntitySource> = {}, more: Partial<BlueprintSource> = {}): BlueprintSource {
  return {
    blueprint: 1,
    name: 'crm',
    roles: { admin: { grants: ['*'] }, rep: { grants: ['sales.Deal:read:own', 'sales:create'] } },
    contexts: { sales: { entities: { Account: { fields: { name: 'string(120)' } }, Deal: { ...deal, ...change } } } },
    ...more,
  };
}

const dealOf = (source: BlueprintSource) => source.contexts.sales!.entities!.Deal!;

describe('a fault', () => {
  it.each<[string, BlueprintSource, string, object]>([
    [
      'a field',
      blueprint({ fields: { ...deal.fields, age: 'number' } }),
      'Deal.fields.age',
      { stage: 'entities', context: 'sales' },
    ],
    ['a rule', blueprint({ rules: ['nothing > 0'] }), 'Deal.rules.0', { stage: 'entities', context: 'sales' }],
    [
      'an action',
      blueprint({ lifecycle: { win: 'open -> nowhere' } }),
      'Deal.lifecycle.win',
      { stage: 'behaviour', context: 'sales' },
    ],
    [
      'a grant of a context',
      blueprint({}, { roles: { rep: { grants: ['sales.Nobody:read'] } } }),
      'roles.rep.grants.0',
      { stage: 'behaviour', context: 'sales' },
    ],
    [
      'a grant beyond',
      blueprint({}, { roles: { rep: { grants: ['nowhere:read'] } } }),
      'roles.rep.grants.0',
      { stage: 'cross' },
    ],
    [
      'a reaction',
      blueprint({}, { reactions: [{ on: 'deal.lost', emit: 'x.y' }] }),
      'reactions.0.on',
      { stage: 'cross' },
    ],
    [
      'a context',
      blueprint({}, { roles: {}, contexts: { users: { entities: { Deal: { fields: { a: 'int' } } } } } }),
      'users',
      { stage: 'design' },
    ],
  ])('of %s is told with its place, and belongs to who wrote it', (_, source, place, owner) => {
    const [fault] = faultsOf(source);
    expect(sentenceOf(fault!)).toMatch(new RegExp(`^${place}: .*\\.`));
    expect(ownerOf(fault!.path, source)).toEqual(owner);
  });

  it('is not found where there is none', () => expect(faultsOf(blueprint())).toEqual([]));
});

describe('what is wrong', () => {
  it.each<[string, Partial<EntitySource>, (entity: EntitySource) => unknown, unknown]>([
    [
      'a wrong default leaves the field',
      { fields: { ...deal.fields, n: 'int personal = many' } },
      ({ fields }) => fields!.n,
      'int personal',
    ],
    [
      'an unknown type takes the field',
      { fields: { ...deal.fields, n: 'number' } },
      ({ fields }) => fields!.n,
      undefined,
    ],
    ['an unknown target takes the relation', { relations: { x: 'Nobody' } }, ({ relations }) => relations, {}],
    [
      'a wrong rule takes the rule',
      { rules: ['value.amount >= 0', 'value > 0'] },
      ({ rules }) => rules,
      ['value.amount >= 0'],
    ],
    [
      'a wrong condition takes the action, not the condition',
      { lifecycle: { win: { from: 'open', to: 'won', when: 'who > 0' } } },
      ({ lifecycle }) => lifecycle,
      undefined,
    ],
    [
      'an unknown role takes the action, not the role',
      { lifecycle: { win: { from: 'open', to: 'won', roles: ['king'] } } },
      ({ lifecycle }) => lifecycle,
      undefined,
    ],
    [
      'a wrong value to set takes that alone',
      { lifecycle: { win: { from: 'open', to: 'won', sets: { value: 'x', title: 'y' } } } },
      ({ lifecycle }) => (lifecycle as unknown as { win: { sets: object } }).win.sets,
      { title: 'y' },
    ],
    [
      'a state that is never reached takes the lifecycle',
      { fields: { ...deal.fields, status: 'enum(open, won, lost) = open' } },
      ({ lifecycle }) => lifecycle,
      undefined,
    ],
    [
      'an entity without fields gets a name',
      { fields: {}, relations: {}, rules: [], lifecycle: {}, list: {} },
      ({ fields }) => fields,
      { name: 'string(120)' },
    ],
    ['an owner that is none goes', { owner: 'boss' }, ({ owner }) => owner, undefined],
  ])('is taken out with the least that helps: %s', (_, change, part, want) => {
    const pruned = prune(blueprint(change))!;
    expect(part(dealOf(pruned.blueprint))).toEqual(want);
    expect(pruned.removed.length).toBeGreaterThan(0);
    expect(faultsOf(pruned.blueprint)).toEqual([]);
  });

  it('makes one of the relations optional where required ones form a circle', () => {
    const entities = { A: { relations: { b: 'B' } }, B: { relations: { a: 'A restrict' } } };
    const { blueprint: left } = prune(blueprint({}, { roles: {}, contexts: { sales: { entities } } }))!;
    expect(JSON.stringify(left.contexts)).toMatch(/"[AB]\?"/);
    expect(faultsOf(left)).toEqual([]);
  });

  it('never lets anybody do more: grants only go', () => {
    const grant = fc.constantFrom(
      'sales:read',
      'sales.Deal:win',
      'sales.Deal:fly',
      'nowhere:*',
      'sales.Deal:read:all',
      'a b',
    );
    fc.assert(
      fc.property(fc.uniqueArray(grant), fc.uniqueArray(grant), (rep, clerk) => {
        const roles = { rep: { grants: rep }, clerk: { grants: clerk } };
        const pruned = prune(blueprint({}, { roles }))!;
        expect(faultsOf(pruned.blueprint)).toEqual([]);
        for (const [name, { grants }] of Object.entries(roles)) {
          const left = pruned.blueprint.roles?.[name]?.grants ?? [];
          expect(grants).toEqual(expect.arrayContaining(left));
          for (const fine of (['sales:read', 'sales.Deal:win'] as const).filter((each) => grants.includes(each)))
            expect(left).toContain(fine);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('changes nothing of what it was given', () => {
    const source = blueprint({ rules: ['nothing > 0'] });
    const before = structuredClone(source);
    prune(source);
    expect(source).toEqual(before);
  });
});
