import { Environment, ParseError, type ASTNode } from '@marcbachmann/cel-js';
import { byCodePoint } from '../text/order.js';
import type { Expression, ExpressionNode } from './expression.js';
import { ExpressionError } from './expression-error.js';
import { testedFields } from './emptiness.js';
import { partsOf } from './expression-parts.js';
import { ExpressionTyper, type NameScope } from './expression-typer.js';
import type { Findings } from './findings.js';
import type { Place } from './place.js';

export interface ExpressionScope extends NameScope {
  readonly findings: Findings;
}

/** CEL text → checked expression that says yes or no. What is wrong is reported at the exact character; then there is none. */
export function compileExpression(text: string, place: Place, scope: ExpressionScope): Expression | undefined {
  return reporting(text, place, scope.findings, () => {
    const ast = parseCel(text);
    const node = new ExpressionTyper(scope).type(ast);
    if (node.type !== 'bool') {
      throw new ExpressionError(
        'EXPRESSION_TYPE',
        ast.start,
        `The expression gives a ${node.type}, not yes or no.`,
        'Compare it with something.',
      );
    }
    return expressionOf(text.trim(), node, scope);
  });
}

/** For expressions that are not typed yet: is it CEL at all? */
export function checkSyntax(text: string, place: Place, findings: Findings): void {
  reporting(text, place, findings, () => parseCel(text));
}

const CEL = new Environment({ unlistedVariablesAreDyn: true, limits: { maxAstNodes: 500, maxDepth: 30 } });

export function parseCel(text: string): ASTNode {
  try {
    return CEL.parse(text).ast;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    throw new ExpressionError('EXPRESSION_SYNTAX', error.range?.start ?? 0, `This is not CEL: ${error.summary}.`);
  }
}

function reporting<Result>(text: string, place: Place, findings: Findings, work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    if (error.code !== undefined)
      findings.error(error.code, place.within(Math.min(error.offset, text.length - 1)), error.message, error.hint);
    return undefined;
  }
}

function expressionOf(source: string, node: ExpressionNode, scope: NameScope): Expression {
  const fields = new Set(partsOf(node).flatMap((part) => (part.kind === 'field' ? part.field : [])));
  const tested = testedFields(node);
  const optional = new Set(scope.fields.filter((field) => field.optional).map((field) => field.name));
  const names = [...fields].sort(byCodePoint);
  return {
    source,
    node,
    type: node.type,
    fields: names,
    nullable: names.filter((name) => optional.has(name) && !tested.has(name)),
  };
}
