/**
 * One escaper per place that text of a blueprint is printed in. Each returns a text that is inert there whatever it was given, with its
 * quotes where the place has quotes. Names that the language checks (identifiers, enum values) need none.
 */

/**
 * Characters that nobody sees but tools obey: controls, bidirectional overrides, zero-width characters, language tags, variation
 * selectors of ideographs, private-use characters and noncharacters.
 */
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{NChar}\u{E0100}-\u{E01EF}]/gu;

/** The text without invisible characters, its line ends as `\n`, halves of surrogate pairs replaced. */
export function visible(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(invisible, '')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

/** The same in one line: every run of white space is one blank. */
export function oneLine(text: string): string {
  return visible(text).replaceAll(/\s+/g, ' ').trim();
}

/** A TypeScript string literal, with the quotes that Prettier would choose. */
export function tsString(text: string): string {
  const clean = visible(text);
  const quote = count(clean, "'") > count(clean, '"') ? '"' : "'";
  const body = clean.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replaceAll('\n', '\\n');
  return `${quote}${body}${quote}`;
}

/** What a tool would take for an instruction when a comment begins with it, e.g. `@ts-nocheck` or `eslint-disable`. */
const directive = /^(?:[@#<!/]|(?:eslint|prettier|oxfmt|oxlint|biome|c8|v8|istanbul|globals?|exported)\b)/i;

/** One line for a comment in TypeScript, Prisma, SQL, YAML or a shell script. */
export function comment(text: string): string {
  const line = oneLine(text).replaceAll('*/', '* /').replaceAll('/*', '/ *');
  return directive.test(line) ? `“${line}”` : line;
}

/** A PostgreSQL string literal, also inside a dollar-quoted body. */
export function sqlString(text: string): string {
  const clean = visible(text).replaceAll("'", "''");
  const needsEscapes = /[\\\n]|\$\w*\$/.test(clean);
  if (!needsEscapes) return `'${clean}'`;
  return `E'${clean.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('$', '\\x24')}'`;
}

/** A quoted PostgreSQL identifier. */
export function sqlIdentifier(text: string): string {
  return `"${oneLine(text).replaceAll('"', '""')}"`;
}

/** A quoted YAML scalar. */
export function yamlString(text: string): string {
  const clean = visible(text);
  return /[\\\n']/.test(clean) ? JSON.stringify(clean) : `'${clean}'`;
}

/** A JSON string. */
export function jsonString(text: string): string {
  return JSON.stringify(visible(text));
}

/** A string of the Prisma schema language. */
export function prismaString(text: string): string {
  return JSON.stringify(visible(text));
}

/** Web and mail addresses, which some renderers of Markdown make links of. */
const address = /(?:\b(?:https?|ftp):\/\/|\bwww\.|\bmailto:|\bxmpp:)[^\s`]*|[^\s`@]+@[^\s`@]+/gi;

/** One line of Markdown that reads as the text given: no link, no heading, no HTML, no emphasis. Addresses are shown as code. */
export function markdownText(text: string): string {
  const line = oneLine(text);
  let escaped = '';
  let end = 0;
  for (const match of line.matchAll(address)) {
    escaped += `${escapeMarkdown(line.slice(end, match.index))}\`${match[0]}\``;
    end = match.index + match[0].length;
  }
  escaped += escapeMarkdown(line.slice(end));
  // What makes a list, a heading or a rule of a line stands at its start.
  return escaped.replace(/^(\d+)([.)])/, '$1\\$2').replace(/^([#+\-=>~:|])/, '\\$1');
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{[\]<>~|&$]/g, '\\$&');
}

/** The same for a cell of a table. */
export function markdownTableCell(text: string): string {
  return markdownText(text).replaceAll(/(?<!\\)\|/g, '\\|');
}

/** One word of a POSIX shell. */
export function shellWord(text: string): string {
  const line = oneLine(text);
  return /^[\w@%+=:,./-]+$/.test(line) ? line : `'${line.replaceAll("'", `'\\''`)}'`;
}

/** A quoted value of a Dockerfile's `ENV` or `LABEL`. */
export function dockerfile(text: string): string {
  return `"${oneLine(text).replaceAll(/[\\"$]/g, '\\$&')}"`;
}

/** A value of a `.env` file. Its readers agree on few escapes: an apostrophe that no quote can hold becomes a typographic one. */
export function envValue(text: string): string {
  const line = oneLine(text);
  if (/^[\w.:/@+,=-]*$/.test(line)) return line;
  if (line.includes("'") && !/["$\\`]/.test(line)) return `"${line}"`;
  return `'${line.replaceAll("'", '’')}'`;
}

/** A quoted label of a Mermaid diagram. */
export function mermaidLabel(text: string): string {
  const codes: Record<string, string> = {
    '"': '#quot;',
    '#': '#35;',
    '<': '#lt;',
    '>': '#gt;',
    '&': '#amp;',
    '`': '#96;',
    '%': '#37;',
  };
  return `"${oneLine(text).replaceAll(/["#<>&`%]/g, (character) => codes[character] ?? '')}"`;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
