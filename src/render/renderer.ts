import Handlebars from 'handlebars/dist/handlebars.js';

import { packageTemplates, type TemplateSource } from './load.js';
import { compileOptions, isConstant } from './precompile.js';
import { precompiled } from './precompiled.js';
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

/** Partials are the templates below `partials/`, called by their path there without `.hbs`. Every template is compiled once. */
export function createRenderer(source: TemplateSource = packageTemplates): Renderer {
  const specifications = source === packageTemplates ? precompiled : {};
  const plain = compiler(source, Handlebars.create(), (handlebars, { name, read }) => {
    const specification = specifications[name];
    if (specification) return handlebars.template(specification);
    const text = read();
    return isConstant(text) ? () => text : handlebars.compile(text, compileOptions);
  });
  let tracing: ((template: string) => Template) | undefined;
  return {
    render: (template, words) => plain(template)(words),
    trace: (template, words) => {
      tracing ??= compiler(source, traceHelpers(Handlebars.create()), compileTraced);
      return splitTrace(tracing(template), words);
    },
    line: (template, line) => {
      const text = source.read(template).split('\n')[line - 1] ?? '';
      return {
        text,
        words: [...text.matchAll(/(?<!\\)\{\{#?(?:if |unless |each )?([\w@./]+)\}\}/g)].map(([, word]) => word ?? ''),
      };
    },
  };
}

interface ToCompile {
  readonly name: string;
  readonly read: () => string;
  readonly isPartial: boolean;
}

type Compile = (handlebars: typeof Handlebars, template: ToCompile) => Template;

const compileTraced: Compile = (handlebars, { name, read, isPartial }) =>
  handlebars.compile(traceTemplate(handlebars.parse(read()), name, isPartial), {
    ...compileOptions,
    knownHelpers: { mark: true },
  });

function compiler(
  source: TemplateSource,
  handlebars: typeof Handlebars,
  compile: Compile,
): (template: string) => Template {
  const compiled = new Map<string, Template>();

  const get = (name: string, isPartial = false): Template => {
    const known = compiled.get(name);
    if (known) return known;
    const run = namingFaults(name, () => compile(handlebars, { name, read: () => source.read(name), isPartial }));
    const template: Template = (words, options) => namingFaults(name, () => run(words, options));
    compiled.set(name, template);
    return template;
  };

  for (const name of source.names().filter((each) => each.startsWith('partials/'))) {
    handlebars.registerPartial(name.slice('partials/'.length, -'.hbs'.length), (words: object, options) =>
      get(name, true)(words, options),
    );
  }
  return (name) => get(name);
}

function namingFaults<Result>(template: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asTemplateError(template, error);
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
