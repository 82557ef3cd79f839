import { oneLine } from '../../text/escape.js';
import type { Charset } from '../model.js';

/** Widest line of a diagram: what a page, a terminal and a review tool show without wrapping. */
export const MAX_COLUMNS = 120;

/** Columns of a text: one for each code point. */
export function columns(text: string): number {
  return [...text].length;
}

/** What 7-bit text has for the signs that people write. */
const SIGNS: Readonly<Record<string, string>> = {
  '→': '->',
  '←': '<-',
  '–': '-',
  '—': '-',
  '…': '...',
  '×': 'x',
  '·': '-',
  '≤': '<=',
  '≥': '>=',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '●': '*',
  '◉': '(*)',
  '≠': '!=',
};

/** Text of a label in one line, in the characters that may be used. A backtick would end the fence that diagrams stand in. */
export function clean(text: string, charset: Charset): string {
  const line = oneLine(text).normalize('NFC').replaceAll('`', "'");
  if (charset === 'unicode') return line;
  return line
    .replaceAll(/[^\x20-\x7e]/gu, (sign) => SIGNS[sign] ?? sign)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]/gu, '?');
}

/** Lines of at most `width` columns, broken between words, or inside one that is longer. Never empty. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => pieces(one, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (columns(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A word in pieces that fit, broken after a sign where one is near the end. */
function pieces(word: string, width: number): string[] {
  const letters = [...word];
  if (letters.length <= width) return [word];
  const head = letters.slice(0, width).join('');
  const sign = Math.max(...['/', '.', '-', '_', ':', ','].map((one) => head.lastIndexOf(one))) + 1;
  const cut = sign > width / 3 ? [...head.slice(0, sign)].length : width;
  return [letters.slice(0, cut).join(''), ...pieces(letters.slice(cut).join(''), width)];
}

/** The text, or its beginning with a sign that there is more. */
export function shortened(text: string, width: number, charset: Charset): string {
  if (columns(text) <= width) return text;
  const more = charset === 'ascii' ? '...' : '…';
  return `${[...text]
    .slice(0, width - columns(more))
    .join('')
    .trimEnd()}${more}`;
}

export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

export function centred(text: string, width: number): string {
  return padded(' '.repeat(Math.max(0, Math.floor((width - columns(text)) / 2))) + text, width);
}
