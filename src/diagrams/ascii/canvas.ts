import type { Charset } from '../model.js';

/** Directions in which lines leave a cell. */
const UP = 1;
const DOWN = 2;
const LEFT = 4;
const RIGHT = 8;

/** By the sum of the directions. */
const UNICODE = [' ', '│', '│', '│', '─', '┘', '┐', '┤', '─', '└', '┌', '├', '─', '┴', '┬', '┼'];
const BROKEN_ROW = { unicode: '╌', ascii: '.' } as const;
const BROKEN_COLUMN = { unicode: '╎', ascii: ':' } as const;
const HEADS = {
  unicode: { down: '▼', up: '▲', right: '▶', left: '◀' },
  ascii: { down: 'v', up: '^', right: '>', left: '<' },
} as const;
export type Heading = keyof (typeof HEADS)['unicode'];

interface Cell {
  lines: number;
  broken: boolean;
  text?: string;
}

/** A sheet of squared paper: lines that meet join by themselves, text covers lines. */
export class Canvas {
  private readonly rows: Cell[][] = [];

  constructor(private readonly charset: Charset) {}

  horizontal(y: number, from: number, to: number, broken = false): void {
    const [left, right] = from < to ? [from, to] : [to, from];
    for (let x = left; x <= right; x += 1) {
      this.join(x, y, (x > left ? LEFT : 0) | (x < right ? RIGHT : 0), broken);
    }
  }

  vertical(x: number, from: number, to: number, broken = false): void {
    const [top, bottom] = from < to ? [from, to] : [to, from];
    for (let y = top; y <= bottom; y += 1) {
      this.join(x, y, (y > top ? UP : 0) | (y < bottom ? DOWN : 0), broken);
    }
  }

  frame(x: number, y: number, width: number, height: number, broken = false): void {
    this.horizontal(y, x, x + width - 1, broken);
    this.horizontal(y + height - 1, x, x + width - 1, broken);
    this.vertical(x, y, y + height - 1, broken);
    this.vertical(x + width - 1, y, y + height - 1, broken);
  }

  head(x: number, y: number, heading: Heading): void {
    this.cell(x, y).text = HEADS[this.charset][heading];
  }

  text(x: number, y: number, text: string): void {
    [...text].forEach((letter, index) => {
      this.cell(x + index, y).text = letter;
    });
  }

  /** What is drawn, without blanks at the ends of lines and without empty lines around it. */
  toString(): string {
    const lines = Array.from(this.rows, (row = []) =>
      Array.from(row, (cell) => (cell ? this.letter(cell) : ' '))
        .join('')
        .trimEnd(),
    );
    return lines.join('\n').replace(/^\n+|\n+$/g, '');
  }

  private letter({ lines, broken, text }: Cell): string {
    if (text !== undefined) return text;
    const isRow = lines !== 0 && (lines & (UP | DOWN)) === 0;
    const isColumn = lines !== 0 && (lines & (LEFT | RIGHT)) === 0;
    if (broken && isRow) return BROKEN_ROW[this.charset];
    if (broken && isColumn) return BROKEN_COLUMN[this.charset];
    if (this.charset === 'unicode') return UNICODE[lines] ?? ' ';
    return lines === 0 ? ' ' : isRow ? '-' : isColumn ? '|' : '+';
  }

  private join(x: number, y: number, lines: number, broken: boolean): void {
    const cell = this.cell(x, y);
    cell.broken = cell.lines === 0 ? broken : cell.broken && broken;
    cell.lines |= lines;
  }

  private cell(x: number, y: number): Cell {
    const row = (this.rows[y] ??= []);
    return (row[x] ??= { lines: 0, broken: false });
  }
}
