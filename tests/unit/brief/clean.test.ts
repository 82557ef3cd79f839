import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cleanBrief, MAX_BRIEF_BYTES } from '../../../src/brief/clean.js';

const clean = (text: string) => cleanBrief(text, 'brief.md').text;

describe('a brief is made safe to read', () => {
  it.each([
    ['combining letters are joined', 'cafe\u0301', 'caf\u00e9'],
    ['every line break is one', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['control characters go, tabs stay', 'a\u0000b\u001b[31m\tc\u007f', 'ab[31m\tc'],
    ['text that turns its direction is straight', 'a\u202eb\u2066c\u200f', 'abc'],
    ['zero-width characters go', 'pay\u200bments\u2060 \u00adx', 'payments x'],
    ['tag characters, which spell unseen words, go', 'order\u{e0049}\u{e0067}\u{e006e}', 'order'],
    ['variation selectors, which can hide bytes, go', 'a\ufe0f\u{e0101}b', 'ab'],
    ['the byte order mark goes', '\ufeffOrders', 'Orders'],
    ['half a pair goes', 'a\ud800b', 'ab'],
    ['emoji and other scripts stay', 'ordre 😀 中文', 'ordre 😀 中文'],
    ['other separators of lines are spaces', 'a\u2028b\u0085c\fd', 'a b c d'],
  ])('%s', (_, text, want) => {
    expect(clean(text)).toBe(want);
  });

  it('hides nothing between lines: a secret keeps the line it came in', () => {
    const { text, secrets } = cleanBrief('One\r\ntwo\r\nDB_PASSWORD=tr0ub4dor&3\r\n', 'brief.md');
    expect(text).toBe('One\ntwo\nDB_PASSWORD=[secret removed]\n');
    expect(secrets).toEqual([{ kind: 'password or key', line: 3 }]);
  });

  it('finds a secret that is split by unseen characters', () => {
    expect(clean('AKIA\u200bIOSFODNN7\u2060EXAMPLE')).toBe('[secret removed]');
  });

  it.each(['', ' \n\t', '\u200b\u202e', '---\n***\n'])('refuses %j, which has no words', (text) => {
    expect(() => cleanBrief(text, 'standard input')).toThrow(expect.objectContaining({ code: 'BRIEF_EMPTY' }));
  });

  it('counts bytes, not characters, and says what to leave out', () => {
    expect(clean('a'.repeat(MAX_BRIEF_BYTES))).toHaveLength(MAX_BRIEF_BYTES);
    expect(() => clean('é'.repeat(MAX_BRIEF_BYTES / 2 + 1))).toThrow(
      expect.objectContaining({
        code: 'BRIEF_TOO_LARGE',
        message: 'The brief (brief.md) has 257 KiB; at most 256 KiB are read.',
        options: { hint: expect.stringContaining('Leave out logs') as string },
      }),
    );
  });

  it('is done after once, and has nothing unseen, whatever comes in', () => {
    const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (text) => {
        const once = clean(`word ${text}`);
        expect(clean(once)).toBe(once);
        expect(
          unseen.test(
            once.replace(
              /[\n\t]|[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]|\u{110bd}|\u{110cd}|[\u{13430}-\u{1343f}]|[\u{1bca0}-\u{1bca3}]/gu,
              '',
            ),
          ),
        ).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
