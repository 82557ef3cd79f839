import { describe, expect, it } from 'vitest';
import { parseBlueprint } from '../../../src/blueprint/parse.js';
import { readBlueprint } from '../../../src/blueprint/read.js';
import { aBlueprint, aShop } from '../../support/blueprints.js';

describe('a file that is too large', () => {
  it('is refused before it is read', () => {
    const { blueprint, diagnostics } = parseBlueprint(`blueprint: 1\n# ${'x'.repeat(5 * 1024 * 1024)}`, 'big.yaml');
    expect(blueprint).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['FILE_TOO_LARGE']);
  });
});

describe('hostile nesting', () => {
  it.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(100_000)],
    ['dashes', `${'- '.repeat(50_000)}x`],
    ['indentation', Array.from({ length: 2000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['quotes', '"'.repeat(20_000)],
    ['empty maps', '{}'.repeat(50_000)],
    ['one key', 'a: b\n'.repeat(10_000)],
    ['aliases', `a: &a [x,x,x]\n${Array.from({ length: 20 }, (_, i) => `b${i}: [*a,*a,*a]`).join('\n')}`],
  ])('of %s is refused in no time', (_, text) => {
    const before = performance.now();
    const { blueprint, diagnostics } = readBlueprint(text, 'bomb.yaml');
    expect(blueprint).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

describe('what is left out of a blueprint', () => {
  it('is filled in, and what was assumed is named', () => {
    const blueprint = parseBlueprint('blueprint: 1\nname: north-star\ncontexts: {}\n', 'b').blueprint!;
    expect(blueprint).toMatchObject({ title: 'North star', tenancy: 'shared', roles: [], reports: [], stack: {} });
    expect(blueprint.scale.assumed).toEqual(['concurrentUsers', 'tenants', 'growth']);
  });
});

describe('fields', () => {
  const wordsOf = (line: string): unknown =>
    JSON.parse(
      JSON.stringify(fieldOf(line), (key, value: unknown) => (key === 'at' || key === 'places' ? undefined : value)),
    );
  const fieldOf = (line: string) => aShop(`Thing:\n  fields:\n    x: ${line}`).contexts[0]!.entities[0]!.fields[0]!;

  it('are written as a line or as keys, with one meaning', () => {
    const line = wordsOf('string(8)? unique immutable private personal min 2 max 8 pattern "^[A-Z]+$" example ABC');
    const keys = wordsOf(
      '{ type: string(8), optional: true, unique: true, immutable: true, private: true, personal: true, min: 2, max: 8, pattern: "^[A-Z]+$", example: ABC }',
    );
    expect(line).toEqual(keys);
  });

  it.each([
    ['int = 5', 5],
    ['boolean = true', true],
    ['string(9) = true', 'true'],
    ['string(9) = "two words"', 'two words'],
    ['money = 250 EUR', { amount: 250, currency: 'EUR' }],
    ['decimal(4, 2) = -1.5', -1.5],
    ['datetime = now', 'now'],
    ['enum(a, b) = b', 'b'],
    ['{ type: money, default: { amount: 250, currency: EUR } }', { amount: 250, currency: 'EUR' }],
    ['{ type: string(9), default: 12 }', '12'],
  ])('%s', (line, value) => {
    expect(fieldOf(line).default).toEqual(value);
  });

  it('of type sequence are unique and never change', () => {
    expect(fieldOf('sequence')).toMatchObject({ unique: true, immutable: true });
  });
});

describe('relations', () => {
  const relationsOf = (entities: string) =>
    Object.fromEntries(
      aShop(entities).contexts[0]!.entities.flatMap((entity) =>
        entity.relations.map((relation) => [`${entity.name}.${relation.name}`, relation]),
      ),
    );

  it('take their kind from both sides', () => {
    const relations = relationsOf(`
Customer:
  fields: { name: text }
  relations:
    orders: Order[]
    tags: Tag[]
    friends: Customer[] linked
    mentor: Customer?
    account: User? one
Order:
  relations:
    customer: Customer
    lines: OrderLine[] owned
    extras: { to: 'Tag[]', fields: { note: text } }
OrderLine: { fields: { quantity: int } }
Tag: { fields: { label: text } }`);
    expect(relations['Customer.orders']).toMatchObject({ kind: 'oneToMany', owned: false, inverse: 'customer' });
    expect(relations['Order.customer']).toMatchObject({ kind: 'manyToOne', inverse: 'orders', onDelete: 'restrict' });
    expect(relations['Customer.tags']).toMatchObject({ kind: 'manyToMany', onDelete: 'cascade' });
    expect(relations['Customer.friends']).toMatchObject({ kind: 'manyToMany', target: 'Customer' });
    expect(relations['Customer.mentor']).toMatchObject({ kind: 'manyToOne', optional: true, onDelete: 'setNull' });
    expect(relations['Customer.account']).toMatchObject({ kind: 'oneToOne', target: 'User' });
    expect(relations['Order.lines']).toMatchObject({ kind: 'oneToMany', owned: true, onDelete: 'cascade' });
    expect(relations['Order.extras']).toMatchObject({ kind: 'manyToMany', fields: [{ name: 'note' }] });
  });

  it('between one pair are told apart by `by`', () => {
    const relations = relationsOf(`
Order:
  relations: { billing: Address, shipping: Address }
Address:
  fields: { city: text }
  relations:
    billed: Order[] by billing
    shipped: Order[] by shipping`);
    expect(relations['Address.billed']!.inverse).toBe('billing');
    expect(relations['Order.shipping']!.inverse).toBe('shipped');
    expect(relations['Order.billing']!.inverse).toBe('billed');
  });
});

describe('canonical order', () => {
  it('puts what identifies a row first and its state last', () => {
    const blueprint = aShop(`
Order:
  fields:
    status: enum(open, done) = open
    note: text?
    total: money
    name: text
    email: email unique
    number: sequence
    count: int
  lifecycle: { finish: open -> done }`);
    const names = blueprint.contexts[0]!.entities[0]!.fields.map(({ name }) => name);
    expect(names).toEqual(['number', 'email', 'name', 'count', 'total', 'note', 'status']);
  });

  it('puts contexts after what they need', () => {
    const blueprint = aBlueprint(`contexts:
  a: { needs: [c] }
  b: { entities: { Thing: { fields: { name: text } } } }
  c: { needs: [b] }`);
    expect(blueprint.contexts.map(({ name }) => name)).toEqual(['b', 'c', 'a']);
  });
});

describe('rules', () => {
  it('get an id and a message from what they say, whatever their place', () => {
    const entity = aShop('Order:\n  fields: { total: money, count: int }\n  rules: [total.amount >= 0, count != 7]')
      .contexts[0]!.entities[0]!;
    expect(entity.rules.map(({ id, message }) => [id, message])).toEqual([
      ['count-is-not-7', 'Count must not be 7.'],
      ['total-amount-at-least-0', 'Total amount must be at least 0.'],
    ]);
  });
});
