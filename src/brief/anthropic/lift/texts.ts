import { oneLine } from '../../../text/escape.js';

/** Longest sentence that is taken over from a model. */
const LONGEST = 400;

/**
 * A sentence of a model as plain text in one line; empty when it holds what no sentence about a system needs: addresses, commands, code,
 * markup, names of packages. Every place that prints it escapes it too.
 */
export function plainText(text: string, longest = LONGEST): string {
  const line = oneLine(text).normalize('NFC');
  if (line.length > longest * 4 || FOREIGN.some((pattern) => pattern.test(line))) return '';
  return line.length > longest ? `${line.slice(0, longest - 1).replace(/\s+\S*$/, '')}…` : line;
}

const FOREIGN: readonly RegExp[] = [
  /\b[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\b(?:mailto|javascript|data|vbscript):/i,
  /<\/?[a-z!][^>]*>|\{\{|\}\}|\$\{|`|\]\(/i,
  /\b(?:SELECT|INSERT INTO|DELETE FROM|DROP|ALTER|TRUNCATE|UNION)\s+[\w"'*]|;\s*--|\/\*|\*\//,
  /\b(?:sudo|curl|wget|chmod|npx|bash -c|rm -[a-z]+)\s|\b(?:npm|pnpm|yarn|pip|brew|apt|apt-get)\s+(?:i|add|install)\b|&&\s*\w|\|\s*sh\b/,
  /(?:^|\s)@[a-z0-9-]+\/[a-z0-9-]+/,
  /\bsk-[a-z]+-\S|\bBearer\s+\S{16}/i,
];

/** Texts of a list that are fit to print, each once, at most so many. */
export function plainTexts(texts: readonly string[], most: number): string[] {
  return [...new Set(texts.map((text) => plainText(text)).filter((text) => text !== ''))].slice(0, most);
}

/** Whether all figures of a text stand in the brief too. A model may repeat a number, and make none. */
export function hasOnlyFiguresOf(text: string, brief: string): boolean {
  const known = new Set(figuresOf(brief));
  return figuresOf(text).every((figure) => known.has(figure));
}

/** `10,000`, `10 000` and `10000` are one figure. */
function figuresOf(text: string): string[] {
  return [...text.matchAll(/\d+(?:[.,\u00A0 ]\d{3})*(?:[.,]\d+)?/g)].map(([figure]) =>
    figure.replaceAll(/[,\u00A0 ](?=\d{3}(?:\D|$))/g, '').replace(',', '.'),
  );
}
