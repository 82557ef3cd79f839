import { describe, expect, it } from 'vitest';

import { alignLines } from '../../../src/render/align.js';
import { formatText } from '../../../src/render/format.js';

/** Pairs of a formatted line and the rendered line it is said to come from. */
async function aligned(path: string, rendered: string): Promise<[string, string][]> {
  const formatted = await formatText(path, rendered);
  if (!('text' in formatted)) throw new Error(formatted.fault.message);
  const before = rendered.split('\n');
  const map = alignLines(rendered, formatted.text);
  const lines = formatted.text.trimEnd().split('\n');
  return lines.map((line, index) => [line.trim(), (before[map[index] ?? -1] ?? '?').trim()]);
}

describe('a formatted line leads back to the rendered line', () => {
  it('when lines are joined, split and re-quoted', async () => {
    const rendered = [
      'import {a,',
      '  b} from "x";',
      'export const list = [{ name: "first", summary: "a long text that does not fit into the width" }, { name: "second", summary: "more" }]',
      '',
      '',
      'function f(x)',
      '{ return x',
      '}',
    ].join('\n');
    expect(await aligned('a.ts', rendered)).toEqual([
      ["import { a, b } from 'x';", 'import {a,'],
      ['export const list = [', rendered.split('\n')[2]],
      ["{ name: 'first', summary: 'a long text that does not fit into the width' },", rendered.split('\n')[2]],
      ["{ name: 'second', summary: 'more' },", rendered.split('\n')[2]],
      ['];', rendered.split('\n')[2]],
      ['', 'function f(x)'],
      ['function f(x) {', 'function f(x)'],
      ['return x;', '{ return x'],
      ['}', '}'],
    ]);
  });

  it('in Markdown, where tables are filled up', async () => {
    const rendered = [
      '# Title',
      '| name | meaning |',
      '|-|-|',
      '| a | the first of all the letters |',
      '* the first',
      '* the second',
    ].join('\n');
    expect(await aligned('a.md', rendered)).toEqual([
      ['# Title', '# Title'],
      ['', '| name | meaning |'],
      ['| name | meaning                      |', '| name | meaning |'],
      ['| ---- | ---------------------------- |', '|-|-|'],
      ['| a    | the first of all the letters |', '| a | the first of all the letters |'],
      ['', '* the first'],
      ['- the first', '* the first'],
      ['- the second', '* the second'],
    ]);
  });

  it('and stays in order, whatever the formatter did', async () => {
    const lines = Array.from(
      { length: 300 },
      (_, index) => `const value${index} = [ "${index}", ${index % 3 ? '{a:1}' : '(x)'} ]`,
    );
    const pairs = await aligned('a.ts', lines.join('\n'));
    expect(pairs.filter(([after, before]) => /value\d+/.exec(after)?.[0] !== /value\d+/.exec(before)?.[0])).toEqual([]);
  });
});
