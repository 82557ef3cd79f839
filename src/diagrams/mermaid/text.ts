import { mermaidLabel, oneLine } from '../../text/escape.js';

/** A quoted label; each text is a line of its own. */
export function quoted(...lines: readonly string[]): string {
  return `"${lines.map((line) => mermaidLabel(line).slice(1, -1)).join('<br/>')}"`;
}

/** Text to the end of a line of the source, where a semicolon would end the statement. */
export function unquoted(text: string): string {
  return text
    .split(';')
    .map((part) => mermaidLabel(part).slice(1, -1))
    .join('#59; ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** What a screen reader says instead of the picture. */
export function spoken({ title, caption }: { readonly title: string; readonly caption: string }): string[] {
  const plain = (text: string): string => oneLine(text).replaceAll(';', ',').replaceAll('#', '');
  return [`  accTitle: ${plain(title)}`, `  accDescr: ${plain(caption)}`];
}
