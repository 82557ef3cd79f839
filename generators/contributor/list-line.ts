import ts from 'typescript';

import type { ListLine } from './contributor.js';

/**
 * Adds one element to a list, and the import it needs. The list is found by its name in the syntax tree, so no marker comments are
 * needed and nothing else in the file is touched. An element that is there already is not added twice.
 */
export function addListLine(source: string, { file, list, element, imports }: ListLine): string {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2023, true);
  const [constant = '', ...keys] = list.split('.');
  const found = keys.reduce<Found>(step, { node: initializerOf(tree, constant), missing: undefined });
  if (!found.node || !(ts.isArrayLiteralExpression(found.node) || ts.isObjectLiteralExpression(found.node))) {
    throw new Error(`${file} has no list ${list}.`);
  }
  const added = found.missing === undefined ? element : `${found.missing}: [${element}]`;
  const elements: ts.NodeArray<ts.Node> = ts.isArrayLiteralExpression(found.node)
    ? found.node.elements
    : found.node.properties;
  if (imports) refuseOtherOfThatName(tree, imports);
  if (elements.some((one) => one.getText() === added)) return source;
  const comma = elements.length > 0 && !elements.hasTrailingComma ? ',' : '';
  const withElement = `${source.slice(0, elements.end)}${comma} ${added},${source.slice(elements.end)}`;
  return imports ? addImport(tree, withElement, imports) : withElement;
}

interface Found {
  readonly node: ts.Expression | undefined;
  /** A key that the object does not have yet. */
  readonly missing: string | undefined;
}

function step({ node }: Found, key: string): Found {
  if (!node || !ts.isObjectLiteralExpression(node)) return { node: undefined, missing: undefined };
  const property = node.properties.find((one) => ts.isPropertyAssignment(one) && one.name.getText() === key);
  if (!property || !ts.isPropertyAssignment(property)) return { node, missing: key };
  return { node: bare(property.initializer), missing: undefined };
}

function initializerOf(tree: ts.SourceFile, name: string): ts.Expression | undefined {
  const declarations = tree.statements
    .filter(ts.isVariableStatement)
    .flatMap((one) => [...one.declarationList.declarations]);
  return bare(declarations.find((one) => one.name.getText() === name)?.initializer);
}

/** A name that stands for something else in the file already would be taken for what is added. */
function refuseOtherOfThatName(tree: ts.SourceFile, { names, from }: NonNullable<ListLine['imports']>): void {
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const module = (statement.moduleSpecifier as ts.StringLiteral).text;
    const bindings = statement.importClause?.namedBindings;
    if (module === from || !bindings || !ts.isNamedImports(bindings)) continue;
    const other = bindings.elements.find(({ name }) => names.includes(name.text));
    if (other)
      throw new Error(`${tree.fileName} has a ${other.name.text} from ${module} already: choose another name.`);
  }
}

/** Without `as const` and `satisfies`. */
function bare(node: ts.Expression | undefined): ts.Expression | undefined {
  return node && (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) ? bare(node.expression) : node;
}

/** Imports stand before every list, so positions of the tree still hold. They are kept in the order of their paths. */
function addImport(tree: ts.SourceFile, source: string, { names, from }: NonNullable<ListLine['imports']>): string {
  const line = `import { ${names.join(', ')} } from '${from}';\n`;
  const present = tree.statements.filter(ts.isImportDeclaration);
  const next = present.find(({ moduleSpecifier }) => {
    const other = (moduleSpecifier as ts.StringLiteral).text;
    return other.startsWith('.') && other > from;
  });
  const last = present.at(-1);
  const at = next ? next.getStart() : last ? source.indexOf('\n', last.end) + 1 : 0;
  return source.slice(0, at) + line + source.slice(at);
}
