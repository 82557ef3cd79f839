import { describe, expect, it } from 'vitest';

import type { BlueprintSource } from '../../../src/blueprint/schema/blueprint.js';
import { writeBlueprint } from '../../../src/blueprint/write.js';

const least: BlueprintSource = { blueprint: 1, name: 'acme', contexts: {} };
const withFields = (fields: Record<string, string>): BlueprintSource => ({
  ...least,
  contexts: { shop: { entities: { Order: { fields } } } },
});

describe('a written blueprint', () => {
  it('is what a person would write', () => {
    const written = writeBlueprint({
      requirements: [
        { by: ['shop.Order', 'scale.tenants'], id: 'R1', quote: 'Orders: 40 of them' },
        { id: 'R2', quote: 'no payments', status: 'excluded', kind: 'exclusion' },
      ],
      questions: ['Who refunds?'],
      scale: { tenants: 40, concurrentUsers: 900 },
      qualities: { latencyP95Ms: 250 },
      contexts: {
        shop: {
          summary: 'What is sold, and to whom',
          entities: {
            Order: {
              lifecycle: {
                pay: 'open -> paid',
                cancel: { to: 'cancelled', emits: 'order.cancelled', from: ['open', 'paid'] },
              },
              rules: ['size(name) > 2'],
              list: { sort: ['name'], filter: ['status'] },
              relations: { lines: 'OrderLine[] owned' },
              fields: { name: 'string(80)', status: 'enum(open, paid, cancelled) = open' },
              summary: 'Something that was bought.',
            },
            OrderLine: { fields: { quantity: 'int min 1', price: 'money' } },
          },
        },
        stock: { needs: ['shop'] },
      },
      reactions: [{ do: 'shop.Order.cancel', every: '1d' }],
      roles: { clerk: { grants: ['*'] } },
      title: 'Acme',
      name: 'acme',
      blueprint: 1,
      document: { narrative: { summary: 'It sells.' } },
    });
    expect(written).toBe(`blueprint: 1
name: acme
title: Acme

scale: { concurrentUsers: 900, tenants: 40 }
qualities: { latencyP95Ms: 250 }

roles:
  clerk:
    grants: ['*']

contexts:
  shop:
    summary: What is sold, and to whom
    entities:
      Order:
        summary: Something that was bought.
        fields:
          name: string(80)
          status: enum(open, paid, cancelled) = open
        relations:
          lines: OrderLine[] owned
        rules:
          - size(name) > 2
        lifecycle:
          pay: open -> paid
          cancel: { from: [open, paid], to: cancelled, emits: order.cancelled }
        list: { filter: [status], sort: [name] }

      OrderLine:
        fields: { quantity: int min 1, price: money }

  stock:
    needs: [shop]

reactions:
  - { every: 1d, do: shop.Order.cancel }

requirements:
  - { id: R1, quote: 'Orders: 40 of them', by: [shop.Order, scale.tenants] }
  - { id: R2, quote: no payments, kind: exclusion, status: excluded }

questions:
  - Who refunds?

document:
  narrative:
    summary: It sells.
`);
  });

  it('folds a long text between its words', () => {
    const summary = 'word '.repeat(40).trim();
    const lines = writeBlueprint({ ...least, summary }).split('\n');
    expect(lines.slice(2, 4)).toEqual([`summary: ${'word '.repeat(20).trim()}`, `  ${'word '.repeat(20).trim()}`]);
  });

  it('keeps the lines of a text of several', () => {
    expect(writeBlueprint({ ...least, summary: 'One\n\ntwo' })).toContain('summary: |-\n  One\n\n  two\n');
  });

  it.each([
    ['string(9) = "no"', 'string(9) = "no"'],
    ["it's", "it's"],
    ['a: b', "'a: b'"],
    ['a #b', "'a #b'"],
    ["'a", `"'a"`],
    [`'a "b"`, `'''a "b"'`],
    ['10115', "'10115'"],
    ['no', "'no'"],
    ['5m', '5m'],
    ['2026-10-01', "'2026-10-01'"],
    [' a', "' a'"],
    ['', "''"],
    ['\u202Etxt.exe', '"\\u202Etxt.exe"'],
    ['a\u200Bb', '"a\\u200Bb"'],
    ['a\tb', '"a\\tb"'],
    ['a \nb', '"a \\nb"'],
    ['\u{E0041}', '"\\U000E0041"'],
    ['[[[', '"\\x5B\\x5B\\x5B"'],
    ['x[0]', 'x[0]'],
    ['Größe 😀', 'Größe 😀'],
  ])('writes %j as %s', (text, want) => {
    // An empty line of a field is refused; it is written all the same, for whoever reads it to be told.
    expect(writeBlueprint(withFields({ a: text, b: 'string(2)[]' }))).toContain(`          a: ${want}\n`);
  });

  it('may hold more open brackets than a reader would follow', () => {
    const text = writeBlueprint({
      ...least,
      questions: Array.from({ length: 300 }, () => 'What is [this? And {that?'),
    });
    expect(text).not.toMatch(/[[{]th/);
  });
});
