import type { Charset, DependenciesDiagram } from '../model.js';
import { columns, MAX_COLUMNS, padded, shortened } from './text.js';

/** A matrix: rows may use the columns that are marked. All marks lie below the diagonal, so nothing uses itself in a circle. */
export function drawDependencies({ nodes, uses }: DependenciesDiagram, charset: Charset): string {
  const marks = charset === 'unicode' ? { self: '■', uses: '●', none: '·' } : { self: '#', uses: 'x', none: '.' };
  const digits = String(nodes.length).length;
  const cell = digits + 2;
  const titleWidth = Math.min(30, Math.max(...nodes.map(({ title }) => columns(title))));
  const room = MAX_COLUMNS - digits - titleWidth - 8 - cell * nodes.length;
  const aboutWidth = Math.max(0, Math.min(room, Math.max(...nodes.map(({ about }) => columns(about)))));
  const rows = nodes.map(({ id, title, about }, row) => {
    const cells = nodes.map((other, column) => {
      if (column === row) return marks.self;
      return uses.some(({ from, to }) => from === id && to === other.id) ? marks.uses : marks.none;
    });
    const words = [
      String(row + 1).padStart(digits),
      padded(shortened(title, titleWidth, charset), titleWidth),
      ...(aboutWidth < 8 ? [] : [padded(shortened(about, aboutWidth, charset), aboutWidth)]),
    ].join('  ');
    return { words, cells: cells.map((mark) => mark.padStart(cell)).join('') };
  });
  const head = nodes.map((_, index) => String(index + 1).padStart(cell)).join('');
  const wordsWidth = columns(rows[0]?.words ?? '');
  const bar = charset === 'unicode' ? '│' : '|';
  const rule = (charset === 'unicode' ? '─' : '-').repeat(wordsWidth + 1);
  const cross = charset === 'unicode' ? '┼' : '+';
  const ruleRight = (charset === 'unicode' ? '─' : '-').repeat(columns(head) + 1);
  const legend = [
    ...(uses.length > 0 ? [`${marks.uses} the row may use the column`] : []),
    `${marks.self} itself`,
    ...(nodes.length > 1 ? [`${marks.none} refused by the linter`] : []),
  ].join('   ');
  return [
    `${padded('', wordsWidth)} ${bar}${head}`,
    `${rule}${cross}${ruleRight}`,
    ...rows.map(({ words, cells }) => `${words} ${bar}${cells}`),
    '',
    legend,
  ].join('\n');
}
