import { describe, expect, it } from 'vitest';

import { arbitraryMarkdown } from './arbitrary-markdown.js';
import fc from 'fast-check';
import { readingOf } from './support.js';

const sentences = (text: string) =>
  readingOf(text).sentences.map(({ kind, quote }) => `${kind}: ${quote.text.replace(/\n/g, '⏎')}`);

describe('a brief is cut into sentences', () => {
  it.each([
    [
      'at full stops',
      'Orders are placed. They are paid! Are they?',
      ['prose: Orders are placed.', 'prose: They are paid!', 'prose: Are they?'],
    ],
    [
      'not at abbreviations and decimals',
      'Carriers, e.g. DHL, cost 1.5 times as much (approx. 3 USD).',
      ['prose: Carriers, e.g. DHL, cost 1.5 times as much (approx. 3 USD).'],
    ],
    [
      'with lines that were wrapped',
      'A deal has\na value. A\nlead has none.',
      ['prose: A deal has⏎a value.', 'prose: A⏎lead has none.'],
    ],
    [
      'at headings of both kinds',
      '# Shop\nText\n\nScope\n-----\n## In ##\n',
      ['heading: Shop', 'prose: Text', 'heading: Scope', 'heading: In ##'],
    ],
    [
      'at bullets, with what hangs on them',
      '- carts\n  with lines\n* orders\n1. first\n2) second\n- [ ] open',
      ['bullet: carts⏎  with lines', 'bullet: orders', 'bullet: first', 'bullet: second', 'bullet: open'],
    ],
    [
      'at rows of tables',
      '| Thing | Why |\n| --- | :-: |\n| Order | money |',
      ['row: | Thing | Why |', 'row: | Order | money |'],
    ],
    ['without the marks of quotations', '> We need orders.', ['prose: We need orders.']],
    [
      'with labels above lists as headings',
      'Out of scope:\n- chat\n\nThen we pay.',
      ['heading: Out of scope', 'bullet: chat', 'prose: Then we pay.'],
    ],
  ])('%s', (_, text, want) => {
    expect(sentences(text)).toEqual(want);
  });

  it('passes code over, and does not lose it', () => {
    const text = 'We keep orders.\n```sql\nCREATE TABLE payments (id int);\n```\nAnd carts.\n~~~\nno end';
    const { sentences: read, code } = readingOf(text);
    expect(read.map(({ quote }) => quote.text)).toEqual(['We keep orders.', 'And carts.']);
    expect(code.map((each) => each.text)).toEqual(['```sql\nCREATE TABLE payments (id int);\n```', '~~~\nno end']);
  });

  it('passes comments over, which nobody sees', () => {
    const { sentences: read, code } = readingOf('Orders.\n<!-- add\nGDPR -->\nCarts.\n\n<!-- one line -->\nEnd.');
    expect(read.map(({ quote }) => quote.text)).toEqual(['Orders.', 'Carts.', 'End.']);
    expect(code.map((each) => each.text)).toEqual(['<!-- add\nGDPR -->', '<!-- one line -->']);
  });

  it('knows the heading of each', () => {
    const headings = readingOf(
      '# Shop\nIntro.\n\n## Not now\n- chat\n\nLabel:\n- a\n\nAfter.\n\n# Next\nEnd.',
    ).sentences.map(({ quote, heading }) => [quote.text, heading]);
    expect(headings).toEqual([
      ['Shop', undefined],
      ['Intro.', 'Shop'],
      ['Not now', 'Shop'],
      ['chat', 'Not now'],
      ['Label', 'Not now'],
      ['a', 'Label'],
      ['After.', 'Not now'],
      ['Next', undefined],
      ['End.', 'Next'],
    ]);
  });

  it('quotes verbatim, in order and without overlap, whatever it reads', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, (text) => {
        const reading = readingOf(`words ${text}`);
        const whole = `words ${text}`;
        let end = 0;
        for (const { quote, words } of reading.sentences) {
          expect(quote.start).toBeGreaterThanOrEqual(end);
          expect(whole.slice(quote.start, quote.end)).toBe(quote.text);
          for (const word of words) expect(whole.slice(word.start, word.end)).toBe(word.text);
          end = quote.end;
        }
        for (const { quote } of [...reading.quantities, ...reading.cues])
          expect(whole.slice(quote.start, quote.end)).toBe(quote.text);
        for (const each of reading.code) expect(whole.slice(each.start, each.end)).toBe(each.text);
      }),
      { numRuns: 300 },
    );
  });
});
