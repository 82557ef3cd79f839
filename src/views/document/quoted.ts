import { markdownTableCell, oneLine } from '../../text/escape.js';

/** Text of a blueprint as inline code; as plain words where a backtick or a pipe in it would end the code or the cell. */
export function quoted(text: string): string {
  const line = oneLine(text);
  return line === '' || /[`|\\]/.test(line) ? markdownTableCell(line) : `\`${line}\``;
}
