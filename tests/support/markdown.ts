/**
 * As much of Markdown as the document is written in: headings, fences, tables, lists and paragraphs, one after the other. The pages are
 * formatted by the tool, so that every block has one form only.
 */

export interface Heading {
  readonly level: number;
  readonly text: string;
  /** The anchor that GitHub gives it. */
  readonly slug: string;
  readonly line: number;
}

interface Placed {
  readonly line: number;
  /** The nearest heading above. */
  readonly heading: string;
}

export interface Fence extends Placed {
  readonly language: string;
  readonly code: string;
  /** The paragraph right above it. */
  readonly lead: string;
}

export interface Table extends Placed {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A paragraph, an item of a list or a quotation, in one line. */
export interface Prose extends Placed {
  readonly text: string;
}

export interface Page {
  readonly path: string;
  readonly text: string;
  readonly headings: readonly Heading[];
  readonly fences: readonly Fence[];
  readonly tables: readonly Table[];
  readonly prose: readonly Prose[];
  /** Ids that HTML gives beside the headings. */
  readonly anchors: readonly string[];
}

export function parsePage(path: string, text: string): Page {
  const headings: Heading[] = [];
  const fences: Fence[] = [];
  const tables: Table[] = [];
  const prose: Prose[] = [];
  const slugs = new Map<string, number>();
  const lines = text.split('\n');
  let lastProse = '';
  const here = (line: number): Placed => ({ line: line + 1, heading: headings.at(-1)?.text ?? '' });

  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const fence = /^ *(`{3,}|~{3,})(\S*)/.exec(line);
    const heading = /^(#{1,6}) (.*)$/.exec(line);
    if (fence) {
      const end = lines.findIndex((other, index) => index > at && other.trim() === fence[1]);
      const indent = line.length - line.trimStart().length;
      const code = lines.slice(at + 1, end).map((inner) => inner.slice(indent));
      fences.push({ ...here(at), language: fence[2] ?? '', code: code.join('\n'), lead: lastProse });
      lastProse = '';
      at = end;
    } else if (heading) {
      const title = heading[2] ?? '';
      lastProse = '';
      headings.push({ level: heading[1]?.length ?? 0, text: title, slug: uniqueSlug(title, slugs), line: at + 1 });
    } else if (line.startsWith('|')) {
      const end = endOf(lines, at, (other) => other.startsWith('|'));
      const [head = [], , ...rows] = lines.slice(at, end).map(cellsOf);
      lastProse = '';
      tables.push({ ...here(at), head, rows });
      at = end - 1;
    } else if (line.trim() !== '' && !/^ *<\/?\w[^>]*>$/.test(line)) {
      const end = endOf(
        lines,
        at + 1,
        (other) => other.trim() !== '' && !/^ *(?:[-*+]|\d+\.) |^[|#]|^ *(?:`{3}|~{3})/.test(other),
      );
      const joined = lines
        .slice(at, end)
        .map((part) => part.trim().replace(/^>\s?/, ''))
        .join(' ');
      lastProse = joined.replace(/^(?:[-*+]|\d+\.) /, '');
      prose.push({ ...here(at), text: lastProse });
      at = end - 1;
    }
  }
  const anchors = [...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id = '']) => id);
  return { path, text, headings, fences, tables, prose, anchors };
}

function endOf(lines: readonly string[], from: number, continues: (line: string) => boolean): number {
  let end = from;
  while (end < lines.length && continues(lines[end] ?? '')) end += 1;
  return end;
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\|/, '')
    .replace(/\|\s*$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** GitHub's: lower case, letters, digits, `-` and `_` only, blanks as `-`, and a number behind a second one of the same text. */
export function slugOf(title: string): string {
  return withoutMarks(title)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

function uniqueSlug(title: string, used: Map<string, number>): string {
  const slug = slugOf(title);
  const times = used.get(slug) ?? 0;
  used.set(slug, times + 1);
  return times === 0 ? slug : `${slug}-${times}`;
}

function withoutMarks(text: string): string {
  return text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\\(.)/g, '$1')
    .replaceAll(/[`*]/g, '');
}

/** What a reader reads as prose: without inline code, without the targets of links, without emphasis. */
export function proseOf(text: string): string {
  return text
    .replaceAll(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '`')
    .replaceAll(/!?\[((?:[^\]\\]|\\.)*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<https?:[^>]*>/g, '')
    .replaceAll('**', '')
    .replaceAll(/\\(.)/g, '$1');
}

/** Texts of inline code. */
export function codesOf(text: string): string[] {
  return [...text.matchAll(/(`+)(?!`)([\s\S]*?)(?<!`)\1(?!`)/g)].map(([, , code = '']) => code.trim());
}

/** Targets of links, where they stand. */
export function linksOf(page: Page): { readonly target: string; readonly line: number }[] {
  const found: { target: string; line: number }[] = [];
  let inFence = false;
  page.text.split('\n').forEach((line, index) => {
    if (/^ *(?:`{3,}|~{3,})/.test(line)) inFence = !inFence;
    if (inFence) return;
    const text = line.replaceAll(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, (code) => 'x'.repeat(code.length));
    for (const [, target = ''] of text.matchAll(/(?<!\\)\]\(<?([^)\s>]*)>?\)/g))
      found.push({ target, line: index + 1 });
  });
  return found;
}

/** Every piece of running text of a page: paragraphs, items and cells of tables, each with its line; but for some columns. */
export function textsOf(page: Page, leftOut: (title: string) => boolean = () => false): Prose[] {
  const cells = page.tables.flatMap(({ head, rows, line, heading }) =>
    rows.flatMap((row, index) =>
      row
        .filter((_, column) => !leftOut(head[column] ?? ''))
        .map((text) => ({ text, line: line + 2 + index, heading })),
    ),
  );
  return [...page.prose, ...cells].sort((a, b) => a.line - b.line);
}
