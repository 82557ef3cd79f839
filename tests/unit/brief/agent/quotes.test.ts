import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { overlaps, quoteFinder } from '../../../../src/brief/agent/quotes.js';

const text = 'A library  lends\n  books. It lends\tthem for weeks.';
const find = quoteFinder(text);

describe('a quote', () => {
  it.each([
    ['A library lends', 'A library  lends'],
    ['lends books. It', 'lends\n  books. It'],
    [' lends them ', 'lends\tthem'],
    ['weeks.', 'weeks.'],
  ])('is found whatever the white space: %j', (quote, want) => {
    const found = find(quote);
    expect(found?.text).toBe(want);
    expect(text.slice(found?.start, found?.end)).toBe(want);
  });

  it.each(['a library', 'lendsbooks', 'library lends them', '', '  '])(
    'is not found when the text does not have it: %j',
    (quote) => {
      expect(find(quote)).toBeUndefined();
    },
  );

  it('is found for every passage of every text', () => {
    const words = fc.array(fc.stringMatching(/^[a-z.\u{1F600}]{1,5}$/u), { minLength: 1, maxLength: 20 });
    const blanks = fc.array(fc.constantFrom(' ', '\n', '  \n\t'), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(words, blanks, fc.nat(), fc.nat(), (all, between, from, length) => {
        const whole = all.map((word, index) => `${word}${between[index]}`).join('');
        const first = from % all.length;
        const passage = all.slice(first, first + 1 + (length % (all.length - first)));
        const found = quoteFinder(whole)(passage.join(' '));
        expect(found?.text.split(/\s+/)).toEqual(passage);
        expect(whole.slice(found?.start, found?.end)).toBe(found?.text);
      }),
    );
  });

  it('overlaps another when they share a character', () => {
    const quote = (start: number, end: number) => ({ text: '', start, end });
    expect([overlaps(quote(0, 5), quote(4, 6)), overlaps(quote(0, 5), quote(5, 6))]).toEqual([true, false]);
  });
});
