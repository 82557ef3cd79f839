import type Handlebars from 'handlebars';

import { originOf, type Origin } from '../text/origin.js';

/** Where one line came from. */
export interface LineSource {
  readonly template: string;
  /** 1-based. */
  readonly line: number;
  /** Place in the blueprint of the innermost list item around it that has one, else of the words as a whole. */
  readonly at?: Origin;
}

/** A rendered text with a source for each of its lines. */
export interface Trace {
  readonly text: string;
  readonly lines: readonly LineSource[];
}

/** Noncharacters of Unicode: no text may contain them, and the escapers remove them. */
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';

/** Puts a mark before each line end that the template itself prints, and one at the end of the file. */
export function traceTemplate(program: hbs.AST.Program, template: string, isPartial: boolean): hbs.AST.Program {
  const body = markAll(program.body, template);
  return { ...program, body: isPartial ? body : [...body, mark(template, program.loc.end.line, program.loc)] };
}

function markAll(statements: readonly hbs.AST.Statement[], template: string): hbs.AST.Statement[] {
  return statements.flatMap((statement): hbs.AST.Statement[] => {
    if (isContent(statement)) return markLines(statement, template);
    if (!isBlock(statement)) return [statement];
    const inner = (program: hbs.AST.Program): hbs.AST.Program =>
      program && { ...program, body: markAll(program.body, template) };
    return [
      { ...statement, program: inner(statement.program), inverse: inner(statement.inverse) } as hbs.AST.BlockStatement,
    ];
  });
}

function markLines(content: hbs.AST.ContentStatement, template: string): hbs.AST.Statement[] {
  // Handlebars drops the rest of a line that holds only a block's head or end: those line ends are in `original` alone.
  let line = content.loc.start.line + newlines(content.original as unknown as string) - newlines(content.value);
  return content.value.split(/(?=\n)/).flatMap((value): hbs.AST.Statement[] => {
    const text = { ...content, value };
    return value.startsWith('\n') ? [mark(template, line++, content.loc), text] : [text];
  });
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}

function isContent(statement: hbs.AST.Statement): statement is hbs.AST.ContentStatement {
  return statement.type === 'ContentStatement';
}

function isBlock(statement: hbs.AST.Statement): statement is hbs.AST.BlockStatement {
  return statement.type === 'BlockStatement';
}

/** `{{mark "template" line}}` */
function mark(template: string, line: number, loc: hbs.AST.SourceLocation): hbs.AST.MustacheStatement {
  const path = { type: 'PathExpression', data: false, depth: 0, parts: ['mark'], original: 'mark', loc };
  const params = [
    { type: 'StringLiteral', value: template, original: template, loc },
    { type: 'NumberLiteral', value: line, original: line, loc },
  ];
  return {
    type: 'MustacheStatement',
    path,
    params,
    escaped: false,
    strip: { open: false, close: false },
    loc,
  } as never;
}

/** What goes through a template run: the list of sources so far, and the origin of the item at hand. */
interface TraceData {
  sources: LineSource[];
  origin?: Origin | undefined;
}

/** Teaches `handlebars` the mark, and lets `each` remember which item it is at. */
export function traceHelpers(handlebars: typeof Handlebars): typeof Handlebars {
  handlebars.registerHelper('mark', (template: string, line: number, { data }: { data: TraceData }) => {
    data.sources.push({ template, line, ...(data.origin && { at: data.origin }) });
    return `${OPEN}${data.sources.length - 1}${CLOSE}`;
  });
  const each = handlebars.helpers.each;
  if (!each) throw new Error('Handlebars has lost its "each".');
  handlebars.registerHelper(
    'each',
    function (this: unknown, list: unknown, options: Handlebars.HelperOptions): unknown {
      const fn: Handlebars.TemplateDelegate = (item, inner) => {
        const data = inner?.data as TraceData;
        return options.fn(item, { ...inner, data: { ...data, origin: originOf(item) ?? data.origin } });
      };
      return each.call(this, list, { ...options, fn });
    },
  );
  return handlebars;
}

/** Runs a template that carries marks, and takes them out again. */
export function splitTrace(template: Handlebars.TemplateDelegate<object>, words: object): Trace {
  const data: TraceData = { sources: [], origin: originOf(words) };
  const marked = template(words, { data }).split('\n');
  const lines = marked.map((line) => /\uFDD0(\d+)\uFDD1/.exec(line)?.[1]).map((index) => data.sources[Number(index)]);
  // A line end inside a word carries no mark: such a line came from where the word's last line came from.
  for (let index = lines.length - 2; index >= 0; index -= 1) lines[index] ??= lines[index + 1];
  return { text: marked.join('\n').replaceAll(/\uFDD0\d+\uFDD1/g, ''), lines: lines as LineSource[] };
}
