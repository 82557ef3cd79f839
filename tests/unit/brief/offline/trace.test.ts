import { describe, expect, it } from 'vitest';

import { planOffline } from '../../../support/offline-plans.js';
import { small } from './small-blocks.js';

const requirementsOf = async (text: string) =>
  (await planOffline(text, small)).draft.requirements.map(({ quote, kind, status, by }) =>
    `${kind} ${status} “${quote.text}” ${by.join(' ')}`.trim(),
  );

describe('requirements', () => {
  it.each([
    ['Customers place orders.', ['function covered “Customers place orders.” shop.Order']],
    [
      'Orders are kept. They can be paid with a voucher.',
      [
        'function covered “Orders are kept.” shop.Order',
        'function covered “They can be paid with a voucher.” shop.Order.pay shop.Voucher',
      ],
    ],
    ['An online shop; no payments.', ['function covered “An online shop” shop', 'exclusion excluded “no payments.”']],
    [
      'An online shop. 10,000 concurrent users, and the GDPR applies.',
      [
        'function covered “An online shop.” shop',
        'quality covered “10,000 concurrent users” scale.concurrentUsers',
        'constraint covered “and the GDPR applies.” constraints.compliance',
      ],
    ],
    [
      'Orders are sold. Drones must circle above meteorites.',
      ['function covered “Orders are sold.” shop.Order', 'function open “Drones must circle above meteorites.”'],
    ],
  ])('%s', async (text, want) => {
    const told = await requirementsOf(text);
    for (const line of want) expect(told.some((one) => one.startsWith(line))).toBe(true);
    expect(told).toHaveLength(want.length);
  });

  it('are numbered in the order of the brief, and say what is missing', async () => {
    const { draft } = await planOffline('Orders. Drones must circle above meteorites. No payments.', small);
    expect(draft.requirements.map(({ id }) => id)).toEqual(['R1', 'R2', 'R3']);
    expect(draft.requirements[1]).toMatchObject({ status: 'open', by: [] });
    expect(draft.requirements[1]!.note).toMatch(/drones/);
  });

  it('are no greetings; what says something and means nothing known is listed', async () => {
    const { draft } = await planOffline('Hello! Orders are kept. Zeppelins over Wuppertal. Thank you.', small);
    expect(draft.requirements.map(({ quote, status }) => `${quote.text} ${status}`)).toEqual([
      'Orders are kept. covered',
      'Zeppelins over Wuppertal. open',
    ]);
    expect(draft.notUnderstood).toEqual(['Zeppelins over Wuppertal.']);
  });

  it.each([
    ['who is only named does not act', 'Buyers juggle and somersault with orders.', 'partial', 'juggle'],
    ['a number that nothing knows', 'An order has at most 17 lines.', 'partial', '17'],
    ['a limit that no rule sets', 'An order is never placed.', 'partial', 'never'],
    ['a limit that a role sets', 'Only guards block buyers.', 'covered', ''],
  ])('are not answered by what is merely named: %s', async (_, text, status, word) => {
    const { draft } = await planOffline(`Orders of customers. ${text}`, small);
    expect(draft.requirements.at(-1)).toMatchObject({ quote: { text }, status });
    expect(draft.requirements.at(-1)!.note ?? '').toContain(word);
  });

  it('stand in the file, with the questions and assumptions', async () => {
    const { planned } = await planOffline('Customers place\norders. No payments.', small);
    expect(planned.text).toContain('quote: Customers place orders.');
    expect(planned.text).toContain('An order has a total.');
    expect(planned.coverage).toMatchObject({ covered: 1, excluded: 1, open: 0 });
  });
});
