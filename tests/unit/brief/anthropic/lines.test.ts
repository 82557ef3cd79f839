import { describe, expect, it } from 'vitest';

import { readNamedLine, readNamedTransition, readScalar } from '../../../../src/brief/anthropic/lift/lines.js';
import { listOf } from '../../../../src/brief/anthropic/lift/lists.js';

describe('a line of an answer', () => {
  it.each([
    ['price: money min 0', { name: 'price', line: 'money min 0' }],
    [' status :  enum(a, b) = a ', { name: 'status', line: 'enum(a, b) = a' }],
    ['"title": string(20)', { name: 'title', line: 'string(20)' }],
    ['code: string(3) pattern "^a:b$"', { name: 'code', line: 'string(3) pattern "^a:b$"' }],
    ['price money', undefined],
    ['__proto__: int', undefined],
    ['first name: string(20)', undefined],
    ['price:', undefined],
    [`a: ${'x'.repeat(1001)}`, undefined],
  ])('%j is read as %j', (text, want) => {
    expect(readNamedLine(text)).toEqual(want);
  });

  it.each([
    ['win: open -> won', { name: 'win', from: ['open'], to: 'won' }],
    ['cancel: pending, paid -> cancelled', { name: 'cancel', from: ['pending', 'paid'], to: 'cancelled' }],
    ['cancel: paid paid -> cancelled', { name: 'cancel', from: ['paid'], to: 'cancelled' }],
    ['open -> won', undefined],
    ['win: -> won', undefined],
    ['win: open -> won lost', undefined],
  ])('%j is the transition %j', (text, want) => {
    expect(readNamedTransition(text)).toEqual(want);
  });

  it.each([
    ['now', 'now'],
    ['true', true],
    ['-12.5', -12.5],
    ['1250 EUR', { amount: 1250, currency: 'EUR' }],
    ['"two words"', 'two words'],
    ['null', null],
    ['1e999', '1e999'],
  ])('%j is the constant %j', (text, want) => {
    expect(readScalar(text)).toEqual(want);
  });
});

describe('lists of an entity', () => {
  it('are filtered, sorted and searched by what has the type for it', () => {
    const fields = {
      title: 'string(200)',
      secret: 'string(20) private',
      notes: 'richtext?',
      dueOn: 'date?',
      price: 'money',
      status: 'enum(a, b) = a',
      tags: 'string(9)[]',
      limit: 'boolean = true',
      broken: 'nothing at all',
    };
    expect(listOf(fields, { owner: 'User?', lines: 'Line[] owned' })).toEqual({
      filter: ['status', 'owner'],
      sort: ['dueOn'],
      search: ['title'],
    });
  });

  it('are plain where nothing has', () => {
    expect(listOf({ body: 'json' }, {})).toBeUndefined();
  });
});
