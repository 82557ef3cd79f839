import { Composer, LineCounter, Parser, YAMLParseError, type CST, type Document, type YAMLError } from 'yaml';
import type { Position } from './diagnostic.js';
import type { Findings } from './findings.js';
import { FORBIDDEN, PlainData } from './plain-data.js';
import { Place } from './place.js';

/** Far beyond what people write; small enough that a hostile file cannot hold the machine. */
const LIMITS = { bytes: 5 * 1024 * 1024, depth: PlainData.deepest, errors: 50 };

export interface YamlFile {
  /** Plain data: maps, lists, texts, numbers, booleans and null. */
  readonly value: unknown;
  readonly place: Place;
}

/** Reads one YAML 1.2 document; nothing but plain data gets through, and every finding says where. */
export function readYaml(source: string, findings: Findings): YamlFile | undefined {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const start = { line: 1, column: 1 };
  if (Buffer.byteLength(text) > LIMITS.bytes) {
    findings.error('FILE_TOO_LARGE', start, `The file is larger than ${LIMITS.bytes / 1024 / 1024} MB.`);
    return undefined;
  }
  if (!isReadable(text, findings)) return undefined;

  const lines = new LineCounter();
  const document = compose(text, lines);
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  for (const error of firstOfEachLine(document.errors, at)) reportSyntax(error, at(error.pos[0]), text, findings);
  if (document.errors.length > 0) return undefined;
  if (document.contents === null) {
    findings.error('FILE_EMPTY', start, 'The file holds no blueprint.', 'Start with `blueprint: 1` and `name: …`.');
    return undefined;
  }
  const value = new PlainData(findings, at).of(document.contents, 0);
  return findings.failed ? undefined : { value, place: new Place(text, lines, document.contents) };
}

/** Parses until it has stumbled often enough: a hostile file has an error in every character. */
function compose(text: string, lines: LineCounter): Document {
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false });
  const [document, second] = composer.compose(
    untilTooManyErrors(new Parser(lines.addNewLine).parse(text)),
    true,
    text.length,
  );
  if (second)
    document!.errors.push(
      new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', 'There is a second document.'),
    );
  return document!;
}

function* untilTooManyErrors(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  let errors = 0;
  for (const token of tokens) {
    yield token;
    if (token.type === 'error') errors += 1;
    if (errors > LIMITS.errors) return;
  }
}

/** Characters that YAML forbids, and nesting that would exhaust the parser: both are looked for before it runs. */
function isReadable(text: string, findings: Findings): boolean {
  const control = FORBIDDEN.exec(text);
  if (control) {
    const code = control[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    findings.error(
      'CONTROL_CHARACTER',
      positionIn(text, control.index),
      `The character U+${code} is not allowed in a blueprint.`,
    );
    return false;
  }
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    findings.error(
      'NESTED_TOO_DEEP',
      positionIn(text, deep),
      `The file is nested more than ${LIMITS.depth} levels deep.`,
    );
    return false;
  }
  return true;
}

/** Rough on purpose: counts brackets and list dashes in a row, also inside texts, against a bound that no text reaches. */
function tooDeepAt(text: string): number | undefined {
  const bound = 20 * LIMITS.depth;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]!;
    if (character === '[' || character === '{') depth += 1;
    else if ((character === ']' || character === '}') && depth > 0) depth -= 1;
    if (depth > bound) return index;
  }
  const run =
    new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${LIMITS.depth},}`, 'm').exec(text) ??
    new RegExp(`^ {${bound},}\\S`, 'm').exec(text);
  return run?.index;
}

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
}

/** One slip makes the YAML parser stumble over the rest of its line: only the first error of a line tells anything. */
function firstOfEachLine(errors: readonly YAMLError[], at: (offset: number) => Position): YAMLError[] {
  const seen = new Set<number>();
  const firsts = errors.filter((error) => {
    const { line } = at(error.pos[0]);
    return !seen.has(line) && seen.add(line);
  });
  return firsts.slice(0, LIMITS.errors);
}

function reportSyntax(error: YAMLError, at: Position, text: string, findings: Findings): void {
  findings.error('YAML_SYNTAX', at, sentence(error.message), HINTS[error.code] ?? bracketHint(text, error.pos[0]));
}

const HINTS: Partial<Record<string, string>> = {
  TAB_AS_INDENT: 'Indent with spaces.',
  MULTIPLE_DOCS: 'A blueprint is one document: remove the `---` in the middle.',
  BAD_ALIAS: 'Put a text that begins with `*` in quotes.',
  TAG_RESOLVE_FAILED: 'Put a text that begins with `!` in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'Put a text that holds `: ` in quotes.',
};

/** `{ lines: OrderLine[] owned }` is the mistake everybody makes once. */
function bracketHint(text: string, offset: number): string | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(start, !text.includes('\n', offset) ? undefined : text.indexOf('\n', offset));
  return line.includes('{') && line.includes('[]')
    ? 'Inside `{ … }` put a text with `[]` in quotes, or give it a line of its own.'
    : undefined;
}

function sentence(message: string): string {
  const first = message.split('\n')[0]!.trim();
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
