import { describe, expect, it } from 'vitest';

import { clean, shortened, wrap } from '../../../src/diagrams/ascii/text.js';
import { asciiOf } from '../../../src/diagrams/draw.js';
import { tiny } from './tiny.js';

describe('a diagram in characters', () => {
  it.each(Object.entries(tiny))('of kind %s looks as it was approved', async (name, diagram) => {
    await expect(`${asciiOf(diagram, 'unicode')}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
    await expect(`${asciiOf(diagram, 'ascii')}\n`).toMatchFileSnapshot(`golden/${name}.7-bit.txt`);
  });

  it('refuses an arrow that leads nowhere', () => {
    const diagram = {
      kind: 'tiers',
      title: 'Lost',
      caption: '',
      tiers: [{ title: '', boxes: [{ id: 'a', title: 'A', lines: [] }] }],
      arrows: [{ from: 'a', to: 'b', label: '' }],
    } as const;
    expect(() => asciiOf(diagram, 'unicode')).toThrow('leads to no box');
  });

  it('lists arrows for which there is no room instead of drawing them', () => {
    const ids = Array.from({ length: 16 }, (_, index) => `step${index}`);
    const diagram = {
      kind: 'tiers',
      title: 'Long',
      caption: '',
      tiers: ids.map((id) => ({ title: '', boxes: [{ id, title: id, lines: [] }] })),
      arrows: ids.slice(0, 12).map((from) => ({ from, to: 'step15', label: 'skips' })),
    } as const;
    expect(asciiOf(diagram, 'unicode')).toContain('step0 → step15: skips');
    expect(asciiOf(diagram, 'ascii')).toContain('step0 -> step15: skips');
  });
});

describe('text of a diagram', () => {
  it.each([
    ['Ünïcode → 7-bit', 'unicode', 'Ünïcode → 7-bit'],
    ['Ünïcode → 7-bit…', 'ascii', 'Unicode -> 7-bit...'],
    ['two\nlines\tand a `fence`', 'unicode', "two lines and a 'fence'"],
    ['価格 ≤ 3', 'ascii', '?? <= 3'],
    ['\u202Ehidden\u200B', 'unicode', 'hidden'],
  ] as const)('%j in %s is %j', (given, charset, want) => {
    expect(clean(given, charset)).toBe(want);
  });

  it.each([
    ['a few words', 5, ['a few', 'words']],
    ['apps/api/src/modules', 10, ['apps/api/', 'src/', 'modules']],
    ['𝒜𝒷𝒸𝒹', 2, ['𝒜𝒷', '𝒸𝒹']],
    ['', 5, ['']],
  ] as const)('%j in %i columns is wrapped to %j', (given, width, want) => {
    expect(wrap(given, width)).toEqual(want);
  });

  it('is shortened with a sign that there is more', () => {
    expect(shortened('a long name', 8, 'unicode')).toBe('a long…');
    expect(shortened('a long name', 8, 'ascii')).toBe('a lon...');
    expect(shortened('short', 8, 'ascii')).toBe('short');
  });
});
