import Handlebars from 'handlebars/dist/handlebars.js';

import { packageTemplates, type TemplateSource } from './load.js';
import { splitTrace, traceHelpers, traceTemplate, type Trace } from './provenance.js';
import { TemplateError } from './template-error.js';

/** Turns a template and its words into text. The same words give the same text, always. */
export interface Renderer {
  render(template: string, words: object): string;
  /** The same text, and where each of its lines came from. Slower; only for those who ask. */
  trace(template: string, words: object): Trace;
  /** A line of a template as it was written (1-based), and the words it prints or tests. */
  line(template: string, line: number): { readonly text: string; readonly words: readonly string[] };
}

type Template = Handlebars.TemplateDelegate<object>;

/**
 * Strict, isolated Handlebars: a word the view does not have is an error that names template and line, helpers registered by others
 * (node-plop shares the global Handlebars) are out of reach, and nothing is escaped behind the template's back.
 */
const compileOptions = { strict: true, knownHelpersOnly: true, noEscape: true } as const;

/** Partials are the templates below `partials/`, called by their path there without `.hbs`. Every template is compiled once. */
export function createRenderer(source: TemplateSource = packageTemplates): Renderer {
  const plain = compiler(source, Handlebars.create(), (program) => program);
  const tracing = compiler(source, traceHelpers(Handlebars.create()), traceTemplate);
  return {
    render: (template, words) => plain(template)(words),
    trace: (template, words) => splitTrace(tracing(template), words),
    line: (template, line) => {
      const text = source.read(template).split('\n')[line - 1] ?? '';
      return {
        text,
        words: [...text.matchAll(/(?<!\\)\{\{#?(?:if |unless |each )?([\w@./]+)\}\}/g)].map(([, word]) => word ?? ''),
      };
    },
  };
}

type Prepare = (program: hbs.AST.Program, template: string, isPartial: boolean) => hbs.AST.Program;

function compiler(
  source: TemplateSource,
  handlebars: typeof Handlebars,
  prepare: Prepare,
): (template: string) => Template {
  const compiled = new Map<string, Template>();

  const compile = (name: string, isPartial = false): Template => {
    const known = compiled.get(name);
    if (known) return known;
    const program = prepare(parse(handlebars, name, source.read(name)), name, isPartial);
    const run = handlebars.compile<object>(program, { ...compileOptions, knownHelpers: { mark: true } });
    const template: Template = (words, options) => {
      try {
        return run(words, options);
      } catch (error) {
        throw asTemplateError(name, error);
      }
    };
    compiled.set(name, template);
    return template;
  };

  for (const name of source.names().filter((each) => each.startsWith('partials/'))) {
    handlebars.registerPartial(name.slice('partials/'.length, -'.hbs'.length), (words: object, options) =>
      compile(name, true)(words, options),
    );
  }
  return compile;
}

function parse(handlebars: typeof Handlebars, name: string, text: string): hbs.AST.Program {
  try {
    return handlebars.parse(text);
  } catch (error) {
    throw asTemplateError(name, error);
  }
}

function asTemplateError(template: string, error: unknown): TemplateError {
  if (error instanceof TemplateError) return error;
  const { message, lineNumber } = error as { message: string; lineNumber?: number };
  const line = lineNumber ?? /^Parse error on line (\d+)/.exec(message)?.[1];
  const missing = /^"(.*)" not defined in/.exec(message)?.[1];
  const reason = missing === undefined ? message : `"${missing}" is not among the words`;
  return new TemplateError(template, line === undefined ? undefined : Number(line), reason, { cause: error });
}
