import { describe, expect, it } from 'vitest';

import { cleanBrief } from '../../../../src/brief/clean.js';
import { libraryOf } from '../../../../src/brief/offline/library/library.js';
import { select } from '../../../../src/brief/offline/select/select.js';
import { read } from '../../../../src/brief/reading/read.js';
import { small } from './small-blocks.js';

const library = libraryOf(small);
const selected = (text: string) => select(read(cleanBrief(text, 'brief.md')).sentences, library);
const told = (text: string) =>
  selected(text).blocks.map(({ block, asked, entities }) => `${block.id}${asked ? '' : '?'}: ${entities.join(' ')}`);

describe('which blocks a brief asks for', () => {
  it.each([
    ['a strong word', 'People pay. Payments are tracked.', ['money: Payment']],
    ['what a block needs comes along', 'We need an online shop.', ['people?: Buyer', 'shop: Order']],
    ['forms of a word', 'Ordered goods, ordering, orders.', ['people?: Buyer', 'shop: Order']],
    ['one weak word is not enough', 'Everything fits in a basket.', []],
    ['two forms of one weak word are one', 'The price matters, and so does pricing.', []],
    ['two weak words side by side', 'A basket shows its price.', ['people?: Buyer', 'shop: Order']],
    ['two weak words far apart', 'A basket here. Nothing there. Nothing there. A price at last.', []],
    ['a phrase that means something else', 'In order to win we plan.', []],
    ['a phrase of one kind beside the word', 'A work order and an order.', ['people?: Buyer', 'shop: Order']],
    ['what is mentioned inside a block', 'Orders with vouchers.', ['people?: Buyer', 'shop: Order Voucher']],
    ['the brief’s own word is a mention', 'Customers and patients.', ['people: Buyer']],
    ['an exact word, also in the plural', 'Bookings of the day.', ['visits: Visit']],
    ['an exact word is not its stem', 'We sell books.', []],
    ['a more precise block is heard instead', 'Bookings in a clinic.', ['clinic: Doctor']],
    ['nothing', 'The sun shines.', []],
  ])('%s', (_, text, want) => {
    expect(told(text)).toEqual(want);
  });

  it.each([
    ['a block', 'An online shop. No payments.', 'money'],
    ['an entity', 'An online shop. Vouchers are out of scope.', 'Voucher'],
    ['a block that is refused as often as it is named', 'Payments? No payments.', 'money'],
  ])('the brief rules out %s', (_, text, want) => {
    const { ruledOut, blocks } = selected(text);
    expect([...ruledOut]).toContain(want);
    expect(blocks.map(({ block }) => block.id)).not.toContain(want);
    expect(blocks.flatMap(({ entities }) => entities)).not.toContain(want);
  });

  it('a block that is ruled out is not brought along either', () => {
    expect(told('An online shop. No customers.')).toEqual(['shop: Order']);
  });

  it('keeps what is spoken of more often than it is refused', () => {
    expect(told('Payments are taken. A payment may fail. No payments on Sundays.')).toEqual(['money: Payment']);
  });

  it('brings the whole of a part, and what a row cannot do without', () => {
    expect(told('Customers have an address.')).toEqual(['people: Buyer Address']);
    expect(told('An order line.')).toEqual(['people?: Buyer', 'shop: Order OrderLine']);
  });
});

describe('a brief of a few lines', () => {
  const parts = (name: string, count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `${name}${'ABCDEFGH'[index]!}`,
        { core: true, fields: { name: 'string(80)' } },
      ]),
    );
  const big = {
    id: 'big',
    summary: 'Much',
    terms: { strong: ['warehouse'] },
    needs: ['more'],
    contexts: {
      big: {
        entities: {
          ...parts('Bin', 6),
          Pallet: { terms: ['pallet'], fields: { code: 'string(20)' }, relations: { boxes: 'Crate[] owned' } },
          Crate: { core: true, fields: { code: 'string(20)' } },
        },
      },
    },
  };
  const more = {
    id: 'more',
    summary: 'More',
    terms: { strong: ['harbour'] },
    contexts: { more: { entities: parts('Ship', 4) } },
  };
  const entities = (text: string) =>
    select(read(cleanBrief(text, 'brief.md')).sentences, libraryOf([big, more])).blocks.flatMap(
      (each) => each.entities,
    );

  it('asks for eight entities at most: what it names, whole, and of the rest first what it asks for', () => {
    expect(entities('A warehouse with pallets.')).toEqual([
      ...['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => `Bin${letter}`),
      'Pallet',
      'Crate',
    ]);
  });

  it('has no such limit when it says more', () => {
    expect(
      entities(`A warehouse with pallets. ${'The sun shines on the sea and on the land. '.repeat(8)}`),
    ).toHaveLength(12);
  });
});
