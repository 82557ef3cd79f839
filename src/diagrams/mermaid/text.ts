import { mermaidLabel, oneLine } from '../../text/escape.js';

/** What stands where there is no text: an empty label is a mistake to Mermaid. */
const NOTHING = '#160;';

/** A quoted label; each text is a line of its own. */
export function quoted(...lines: readonly string[]): string {
  return `"${lines.map(encoded).join('<br/>')}"`;
}

/** Text to the end of a line of the source, where a semicolon would end the statement, and a colon begin another. */
export function unquoted(text: string): string {
  return oneLine(text).split(';').map(encoded).join('#59;').replace(/^:/, '#58;');
}

/** A backslash is taken for an escape in the labels of some diagrams, and for nothing in others. */
function encoded(text: string): string {
  return mermaidLabel(text).slice(1, -1).replaceAll('\\', '#92;') || NOTHING;
}

/** What a screen reader says instead of the picture. */
export function spoken({ title, caption }: { readonly title: string; readonly caption: string }): string[] {
  const plain = (text: string): string =>
    oneLine(
      oneLine(text)
        .replaceAll(';', ',')
        .replaceAll(/[#%"\\{}]/g, ' '),
    ) || NOTHING;
  return [`  accTitle: ${plain(title)}`, `  accDescr: ${plain(caption)}`];
}
