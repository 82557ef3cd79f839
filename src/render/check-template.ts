import Handlebars from 'handlebars/dist/handlebars.js';

import type { TemplateSource } from './load.js';
import type { View } from './view.js';
import { wordShape, type WordShape } from './word-shape.js';

/** One object around a place in a template: the words, or an item of a list. */
interface Scope {
  readonly shape: WordShape;
}

interface Place {
  readonly template: string;
  /** Innermost last. */
  readonly scopes: readonly Scope[];
  /** How many blocks stand around it in this template. */
  readonly depth: number;
  /** What a surrounding `{{#if}}` has shown to be there. */
  readonly present: ReadonlySet<WordShape>;
}

/** Names that Handlebars, or the tracing of lines, takes for itself. */
const reserved = new Set([
  'if',
  'unless',
  'each',
  'with',
  'lookup',
  'log',
  'mark',
  'helperMissing',
  'blockHelperMissing',
]);

/** Data variables a template may use, with what they are. */
const loopVariables: Readonly<Record<string, WordShape>> = {
  index: { kind: 'word', nullable: false },
  first: { kind: 'boolean', nullable: false },
  last: { kind: 'boolean', nullable: false },
};

/**
 * Compares a view's templates with its schema, both ways: a template prints and tests only what the view has, and the templates together
 * print all of it. Returns complete sentences, each with `template:line:column`.
 */
export function checkView(view: View, source: TemplateSource): string[] {
  const faults: string[] = [];
  const used = new Set<WordShape>();
  const root = wordShape(view.schema);
  const names = new Set(source.names());

  const say = (place: Place, node: hbs.AST.Node, message: string): void => {
    faults.push(`${place.template}:${node.loc.start.line}:${node.loc.start.column + 1} ${message}`);
  };

  const visit = (
    template: string,
    scopes: readonly Scope[],
    present: ReadonlySet<WordShape>,
    including: readonly string[],
  ): void => {
    const text = source.read(template);
    text.split('\n').forEach((line, index) => {
      if (/(^|[^\\])\$\{\{(?!\{)/.test(line))
        faults.push(`${template}:${index + 1} write $\\{{ … }} to keep a literal \${{ … }}`);
    });
    walk(Handlebars.parse(text).body, { template, scopes, depth: 0, present }, [...including, template]);
  };

  const walk = (statements: readonly hbs.AST.Statement[], place: Place, including: readonly string[]): void => {
    for (const statement of statements) {
      switch (statement.type) {
        case 'ContentStatement':
        case 'CommentStatement':
          break;
        case 'MustacheStatement':
          checkPrint(statement as hbs.AST.MustacheStatement, place);
          break;
        case 'BlockStatement':
          checkBlock(statement as hbs.AST.BlockStatement, place, including);
          break;
        case 'PartialStatement':
          checkPartial(statement as hbs.AST.PartialStatement, place, including);
          break;
        default:
          say(place, statement, `${statement.type} is not for our templates`);
      }
    }
  };

  const checkPrint = (statement: hbs.AST.MustacheStatement, place: Place): void => {
    const path = statement.path as hbs.AST.PathExpression;
    if (!statement.escaped) say(place, statement, `write {{${path.original}}}: nothing is escaped anyway`);
    if (statement.params.length > 0 || statement.hash) {
      say(place, statement, `helper call "${path.original}": compute the word in the view`);
      return;
    }
    const shape = resolve(path, statement, place);
    if (!shape) return;
    if (shape.kind !== 'word' && shape.kind !== 'boolean')
      say(place, statement, `"${path.original}" is a ${nameOf(shape)}, not a word`);
    if (shape.nullable && !place.present.has(shape))
      say(place, statement, `"${path.original}" may be absent; guard it with {{#if}}`);
    used.add(shape);
  };

  const checkBlock = (block: hbs.AST.BlockStatement, place: Place, including: readonly string[]): void => {
    const helper = block.path.original;
    const [head] = block.params;
    if (!['if', 'unless', 'each'].includes(helper)) {
      say(place, block, `unknown block "${helper}": templates have if, unless and each`);
      return;
    }
    if (head?.type !== 'PathExpression' || block.params.length > 1 || block.hash) {
      say(place, block, 'expression in a block head; name it in the view');
      return;
    }
    if (place.depth >= 2) say(place, block, 'blocks nest deeper than two; move the choice into the view');
    const path = head as hbs.AST.PathExpression;
    const shape = resolve(path, block, place);
    if (!shape) return;
    used.add(shape);

    const inner = { ...place, depth: place.depth + 1 };
    const known = { ...inner, present: new Set([...place.present, shape]) };
    if (helper === 'each') {
      if (shape.kind !== 'list') say(place, block, `"${path.original}" is a ${nameOf(shape)}, not a list`);
      else if (shape.nullable) say(place, block, `"${path.original}" may be absent; let the view give an empty list`);
      else walk(block.program.body, { ...inner, scopes: [...place.scopes, { shape: shape.element }] }, including);
    } else {
      if (shape.kind !== 'boolean' && !shape.nullable)
        say(place, block, `"${path.original}" is always there; test a named boolean`);
      walk(block.program.body, helper === 'if' ? known : inner, including);
    }
    if (!block.inverse) return;
    // `{{else if}}` is one more branch of the same choice, not a level of its own.
    const chained = (block.inverse as hbs.AST.Program & { chained?: boolean }).chained === true;
    walk(
      block.inverse.body,
      { ...(helper === 'unless' ? known : inner), depth: place.depth + (chained ? 0 : 1) },
      including,
    );
  };

  const checkPartial = (statement: hbs.AST.PartialStatement, place: Place, including: readonly string[]): void => {
    const [context] = statement.params;
    const name = statement.name.type === 'PathExpression' ? statement.name.original : undefined;
    const template = `partials/${name}.hbs`;
    if (
      name === undefined ||
      statement.hash ||
      statement.params.length > 1 ||
      (context && context.type !== 'PathExpression')
    ) {
      say(place, statement, 'a partial is included by its name, with one path at most');
    } else if (!names.has(template)) {
      say(place, statement, `there is no ${template}`);
    } else if (including.includes(template)) {
      say(place, statement, `${template} includes itself`);
    } else {
      const shape = context ? resolve(context as hbs.AST.PathExpression, statement, place) : undefined;
      if (context && !shape) return;
      visit(template, shape ? [...place.scopes, { shape }] : place.scopes, place.present, including);
    }
  };

  /** What a path means at a place; says why when it means nothing. */
  const resolve = (path: hbs.AST.PathExpression, node: hbs.AST.Node, place: Place): WordShape | undefined => {
    if (path.data) {
      const shape = loopVariables[path.parts.join('.')];
      if (!shape) say(place, node, `"${path.original}" is not for our templates; name it in the view`);
      return shape;
    }
    let shape = place.scopes.at(-1 - path.depth)?.shape;
    for (const [index, part] of path.parts.entries()) {
      if (index > 0 && shape?.nullable && !place.present.has(shape)) {
        say(place, node, `"${path.parts.slice(0, index).join('.')}" may be absent; guard it with {{#if}}`);
      }
      shape = shape?.kind === 'object' && Object.hasOwn(shape.fields, part) ? shape.fields[part] : undefined;
    }
    if (!shape) say(place, node, `"${path.original}" is not in the view`);
    return shape;
  };

  for (const template of view.templates) {
    if (names.has(template)) visit(template, [{ shape: root }], new Set(), []);
    else faults.push(`${template} does not exist`);
  }
  return [...new Set(faults), ...schemaFaults(root, used, view.templates.join(', '))];
}

/** Words that are never printed, or that no template could print. */
function schemaFaults(root: WordShape, used: ReadonlySet<WordShape>, templates: string): string[] {
  const faults: string[] = [];
  const inspect = (shape: WordShape, trail: string): void => {
    switch (shape.kind) {
      case 'unsupported':
        faults.push(`${templates} the view's "${trail}" is a ${shape.type}; words are plain data`);
        break;
      case 'object':
        for (const [name, field] of Object.entries(shape.fields)) {
          if (reserved.has(name)) faults.push(`${templates} the view's "${name}" is a word of Handlebars; rename it`);
          inspect(field, trail === '' ? name : `${trail}.${name}`);
        }
        break;
      case 'list':
        inspect(shape.element, `${trail}[]`);
        break;
      default:
        if (!used.has(shape)) faults.push(`${templates} the view's "${trail}" is never printed`);
    }
  };
  inspect(root, '');
  return faults;
}

function nameOf(shape: WordShape): string {
  return shape.kind === 'unsupported' ? shape.type : shape.kind;
}
