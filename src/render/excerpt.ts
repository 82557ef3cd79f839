import { z } from 'zod';

/** Files that can be quoted, rendered when they are asked for. */
export interface QuotableFiles {
  /** Of every file of the repository, sorted. */
  readonly paths: readonly string[];
  /** What a file will hold. Rejects for a path that nothing writes. */
  read(path: string): Promise<string>;
}

/** Lines of a file, cut out and shown; never typed again. The words of the partial `document/excerpt`. */
export const excerptWords = z.object({
  path: z.string(),
  language: z.string(),
  /** `12–20` */
  lines: z.string(),
  /** Without the indentation that all of its lines share. */
  code: z.string(),
  fence: z.string(),
});
export type Excerpt = z.infer<typeof excerptWords>;

export interface Cut {
  /** The excerpt begins with the first line that holds this text; at the top of the file without it. */
  readonly from?: string;
  /** It ends with the first line after that which holds this text, or, without it, with the block that `from` opens. */
  readonly to?: string;
}

/** Cuts an excerpt. Throws where the file does not hold the text: a template has changed, and the page must follow. */
export async function excerpt(files: QuotableFiles, path: string, cut: Cut = {}): Promise<Excerpt> {
  const lines = (await files.read(path)).replace(/\n$/, '').split('\n');
  const first = cut.from === undefined ? 0 : lines.findIndex((line) => line.includes(cut.from ?? ''));
  if (first < 0) throw new Error(`${path} does not hold "${cut.from}".`);
  const last =
    cut.to === undefined
      ? endOfBlock(lines, first, cut)
      : lines.findIndex((line, at) => at >= first && line.includes(cut.to ?? ''));
  if (last < 0) throw new Error(`${path} does not hold "${cut.to}" after line ${first + 1}.`);
  const chosen = lines.slice(first, last + 1);
  const text = dedent(chosen);
  const ticks = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1;
  return {
    path,
    language: LANGUAGES[path.split('.').at(-1) ?? ''] ?? 'text',
    lines: `${first + 1}–${last + 1}`,
    code: text,
    fence: '`'.repeat(ticks),
  };
}

/**
 * The last line of what begins at the first one: comments and decorators before it belong to it, and it goes on until a line that is as
 * little indented begins something else.
 */
function endOfBlock(lines: readonly string[], first: number, { from }: Cut): number {
  if (from === undefined) return lines.length - 1;
  const indent = indentOf(lines[first] ?? '');
  let last = first;
  let isHead = true;
  for (let at = first; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      if (isHead) break;
      continue;
    }
    if (at > first && !isHead && indentOf(line) <= indent && !/^\s*[)}\]]/.test(line)) break;
    if (indentOf(line) < indent) break;
    isHead &&= /^\s*(?:@|\/[/*]|\*|#|--)/.test(line);
    last = at;
  }
  return last;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function dedent(lines: readonly string[]): string {
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map(indentOf));
  return lines.map((line) => line.slice(indent)).join('\n');
}

const LANGUAGES: Readonly<Record<string, string>> = {
  ts: 'ts',
  js: 'js',
  json: 'json',
  yml: 'yaml',
  yaml: 'yaml',
  sql: 'sql',
  prisma: 'prisma',
  md: 'markdown',
  Dockerfile: 'dockerfile',
  // `.env.example`
  example: 'dotenv',
};
