import { describe, expect, it } from 'vitest';

import type { PlannedBlueprint } from '../../src/brief/planner.js';
import { readCases, readGold } from './gold.js';
import { blueprintOf } from './planned.js';
import { f1, ratio, score, type Score } from './score.js';
import { detailsOf, tableOf } from './table.js';

const shop = `blueprint: 1
name: shop
scale: { concurrentUsers: 500, tenants: 40 }
constraints: { compliance: [gdpr], engineers: 3 }
roles:
  customer: { grants: ['sales.Order:read:own', 'sales.Order:cancel:own', 'sales.Review:*'] }
  clerk: { grants: ['sales:*'] }
contexts:
  sales:
    entities:
      Order:
        fields: { number: sequence, total: money, quantity: int min 1, status: 'enum(open, paid, cancelled) = open' }
        relations: { buyer: User }
        rules: [total.amount > 0]
        lifecycle:
          pay: open -> paid
          cancel: { from: open, to: cancelled, when: quantity < 10 }
      OrderLine:
        fields: { sku: string(20) unique }
        relations: { order: Order }
      OrderAlert: { fields: { text: string(200) } }
      Review: { fields: { stars: int min 1 max 5 } }
      Gadget: { fields: { name: string(20) } }
`;

function scored(
  gold: string,
  text = shop,
  more: Partial<PlannedBlueprint> = {},
  brief = 'Shops with 500 users.',
): Score {
  const planned: PlannedBlueprint = {
    planner: 'offline',
    text,
    size: { contexts: 1, entities: 2 },
    provenance: [],
    requirements: [],
    assumptions: [],
    openQuestions: [],
    coverage: { covered: 0, partial: 0, open: 0, excluded: 0, notUnderstood: [] },
    degraded: [],
    ...more,
  };
  return score(readGold(`kind: domain\n${gold}`), brief, planned, blueprintOf({ text }));
}

const must = (...entities: string[]) => `entities: { must: [${entities.join(', ')}] }`;

describe('entities', () => {
  it.each([
    ['by name', '{ name: Order }', []],
    ['by another name', '{ name: Purchase, also: [Orders] }', []],
    ['whatever the spelling', '{ name: order-line }', []],
    ['behind the name of what it belongs to', '{ name: Alert }', []],
    ['not behind any other word', '{ name: Line }', []],
    ['as a role', '{ name: Clerk, asRole: [clerk] }', []],
    ['as the organization', '{ name: Shop, asOrganization: true }', []],
    ['or are missing', '{ name: Basket, also: [Cart] }', ['Basket']],
  ])('are found %s', (_, entity, missing) => {
    expect(scored(must(entity)).entities.missing).toEqual(missing);
  });

  it('that nobody asked for cost precision', () => {
    const { precision, entities, size } = scored(
      'entities: { must: [{ name: Order }, { name: Cart }], may: [OrderLine, Review] }',
    );
    expect(precision).toEqual({ found: 3, wanted: 5, missing: ['Gadget', 'OrderAlert'] });
    expect(f1({ entities, precision })).toBeCloseTo((2 * 0.5 * 0.6) / 1.1);
    expect(size).toBe(5);
  });
});

describe('what belongs to entities', () => {
  it('fields count when one of their names is there, or begins one', () => {
    const gold = must(
      '{ name: Order, fields: [[price, total], [num], [weight, mass]] }',
      '{ name: Cart, fields: [[a]] }',
    );
    expect(scored(gold).fields).toEqual({ found: 2, wanted: 4, missing: ['Order.weight', 'Cart.a'] });
  });

  it('relations count in either direction, to users and to alternatives', () => {
    const gold = `${must('{ name: Order }', '{ name: Buyer, asRole: [customer] }')}
relations: [[OrderLine, Order], [Order, OrderLine], [Order, Buyer], [OrderLine, Cart | Order], [Review, Order]]`;
    expect(scored(gold).relations.missing).toEqual(['Review → Order']);
  });

  it.each([
    ['a rule that reads the field', 'mentions: [[total]]', true],
    ['a guard of an action', 'mentions: [[quantity]]', true],
    ['a least value', 'mentions: [[quantity, amount]]', true],
    ['two fields in one rule', 'mentions: [[total], [quantity]]', false],
    ['an action', 'action: [void, cancel]', true],
    ['no such action', 'action: [ship]', false],
    ['a number that counts up', 'unique: [number]', true],
    ['a field that is not unique', 'unique: [total]', false],
  ])('rules: %s', (_, how, want) => {
    const { rules } = scored(`rules: [{ guards: it, entity: Order, ${how} }]`);
    expect(rules.found === 1).toBe(want);
  });

  it('a least and a greatest value are a rule', () => {
    expect(scored('rules: [{ guards: stars, entity: Review, mentions: [[stars]] }]').rules.missing).toEqual([]);
  });
});

describe('what must not be', () => {
  it.each([
    ['everybody reads all orders', '{ role: [customer], entity: Order, action: [read], scope: all, because: x }', 0],
    ['customers may read their own', '{ role: [customer], entity: Order, action: [read], because: x }', 1],
    [
      'an action counts as well',
      '{ role: [buyer, customers], entity: Order, action: [cancel, delete], because: x }',
      1,
    ],
    [
      'a star is all actions',
      '{ role: [customer], entity: Review, action: [read, delete], scope: all, because: x }',
      2,
    ],
    ['a context is all entities', '{ role: [clerk], action: [delete], because: x }', 5],
    ['a role that is not there has no grants', '{ role: [guest], action: [read], because: x }', 0],
  ])('grants: %s', (_, grant, count) => {
    expect(scored(`mustNot: { grants: [${grant}] }`).overGrants).toHaveLength(count);
  });

  it('is said with the permission that the generator derives', () => {
    const gold = 'mustNot: { grants: [{ role: [customer], entity: Order, action: [cancel], because: shops do }] }';
    expect(scored(gold).overGrants).toEqual(['customer has sales.order:cancel:own; shops do']);
  });

  it('entities, words, sizes and laws', () => {
    const { forbidden, inventedCompliance } = scored(
      'maxEntities: 4\nmustNot: { entities: [Gadget, Cart], text: [Total.AMOUNT, nowhere], compliance: [gdpr, hipaa] }',
    );
    expect(forbidden).toEqual(['Gadget', '“Total.AMOUNT”', '5 entities']);
    expect(inventedCompliance).toEqual(['gdpr']);
  });

  it('words may stand in quotes of the brief, secrets nowhere', () => {
    const text = `${shop}requirements: [{ id: R1, quote: a hidden order, status: open, note: No item answers it. }]\n`;
    expect(scored('mustNot: { text: [hidden], secrets: [hidden] }', text).forbidden).toEqual(['“hidden”']);
  });

  it('numbers that nobody said and nobody owns up to', () => {
    expect(scored('').dishonest).toEqual(['scale.tenants = 40', 'constraints.engineers = 3']);
    const assumption = { id: 'A1', text: 'x', source: 'assumption', path: 'scale' } as const;
    const origin = { path: 'constraints.engineers', because: 'x', requirements: [] };
    expect(
      scored('', shop, { assumptions: [assumption], provenance: [{ ...origin, source: 'answer' }] }).dishonest,
    ).toEqual([]);
    expect(
      scored('', shop, { assumptions: [assumption], provenance: [{ ...origin, source: 'brief' }] }).dishonest,
    ).toEqual(['constraints.engineers = 3']);
    expect(scored('', shop, {}, '40 shops, 500 users, three engineers').dishonest).toEqual([]);
  });
});

describe('what the brief states', () => {
  it('numbers, laws, services and webhooks', () => {
    const gold =
      'scale: { concurrentUsers: 500, tenants: 41 }\ncompliance: [gdpr, soc2]\nintegrations: [stripe]\nwebhooks: true';
    expect(scored(gold).stated).toEqual({ found: 2, wanted: 6, missing: ['tenants 41', 'soc2', 'stripe', 'webhooks'] });
  });

  it('requirements are done when they are covered, or left out as asked', () => {
    const quote = { text: 'x', start: 0, end: 1 };
    const requirements = (['covered', 'excluded', 'partial', 'open'] as const).map((status, at) => ({
      id: `R${at}`,
      quote,
      kind: 'function' as const,
      status,
      by: [],
    }));
    expect(ratio(scored('', shop, { requirements }).requirements)).toBe(0.5);
    expect(ratio(scored('').requirements)).toBe(1);
  });
});

describe('the table', () => {
  it('has a line for each brief, the means and the sums', () => {
    const rows = [
      { id: 'shop', kind: 'domain', result: scored(must('{ name: Order }', '{ name: Cart }')) },
      { id: 'game', kind: 'none', result: 'refused, as it should be: NOT_A_BACKEND' },
    ];
    expect(
      tableOf(rows)
        .split('\n')
        .map((line) => line.replace(/ +/g, ' ').trim()),
    ).toEqual([
      'brief kind size recall prec F1 fields relat rules stated reqs grants forbid compl dishon',
      'shop domain 5 50% 20% 29% 100% 100% 100% 100% 100% 0 0 0 2',
      'game none refused, as it should be: NOT_A_BACKEND',
      'mean of 1 5.0 50% 20% 29% 100% 100% 100% 100% 100% 0 0 0 2',
    ]);
    expect(detailsOf(rows).split('\n')).toEqual([
      'shop',
      '  without entities: Cart',
      '  not in the gold list: Gadget; OrderAlert; OrderLine; Review',
      '  dishonest: scale.tenants = 40; constraints.engineers = 3',
    ]);
  });
});

describe('the gold lists', () => {
  const cases = readCases();

  it('are for at least fourteen briefs, of every kind', () => {
    expect(cases.length).toBeGreaterThanOrEqual(14);
    expect(new Set(cases.map(({ gold }) => gold.kind))).toEqual(
      new Set(['domain', 'short', 'exclusions', 'heldOut', 'unknown', 'hostile', 'none']),
    );
  });

  it.each(cases.filter(({ gold }) => gold.kind !== 'none'))('$id: names only what it lists', ({ gold }) => {
    const known = new Set((gold.entities?.must ?? []).map(({ name }) => name).concat(gold.entities?.may ?? []));
    const used = [
      ...(gold.relations ?? []).flat(),
      ...(gold.rules ?? []).map(({ entity }) => entity),
      ...(gold.mustNot?.grants ?? []).flatMap(({ entity }) => entity ?? []),
    ];
    expect(
      used.flatMap((each) => each.split('|').map((name) => name.trim())).filter((name) => !known.has(name)),
    ).toEqual([]);
  });
});
