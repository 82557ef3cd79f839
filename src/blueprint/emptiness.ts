import type { ExpressionNode } from './expression.js';
import { partsOf } from './expression-parts.js';

/**
 * Emptiness in expressions, decided once for the evaluator and every printer: a comparison (or any other part that says yes
 * or no) that reads an empty field says no, unless it asks for emptiness itself. `known` are fields that cannot be empty at a
 * place, because the left side of an `&&`, `||` or `?:` has asked.
 */
export type KnownFields = ReadonlySet<string>;

/** `endsAt == null` and `endsAt != null`. */
export function isEmptinessTest(node: ExpressionNode): { readonly field: string; readonly empty: boolean } | undefined {
  if (node.kind !== 'binary' || (node.operator !== '==' && node.operator !== '!=')) return undefined;
  if (node.left.kind !== 'field' || node.right.kind !== 'literal' || node.right.type !== 'null') return undefined;
  return { field: node.left.field, empty: node.operator === '==' };
}

/** Fields that the expression asks about; only these can be empty when it is answered (see `Expression.nullable`). */
export function testedFields(node: ExpressionNode): ReadonlySet<string> {
  return new Set(partsOf(node).flatMap((part) => isEmptinessTest(part)?.field ?? []));
}

/** What is known where `node` said `outcome`. */
export function knownWhen(node: ExpressionNode, outcome: boolean, known: KnownFields): KnownFields {
  const test = isEmptinessTest(node);
  if (test) return test.empty === outcome ? known : new Set([...known, test.field]);
  if (node.kind === 'unary' && node.operator === '!') return knownWhen(node.operand, !outcome, known);
  if (node.kind === 'binary' && ((node.operator === '&&' && outcome) || (node.operator === '||' && !outcome))) {
    return knownWhen(node.right, outcome, knownWhen(node.left, outcome, known));
  }
  return known;
}

/** Whether the node joins answers; everything else that says yes or no is a question of its own and is guarded as a whole. */
export function joinsAnswers(node: ExpressionNode): boolean {
  if (node.kind === 'unary') return node.operator === '!';
  if (node.kind === 'binary') return node.operator === '&&' || node.operator === '||';
  return node.kind === 'conditional' && node.type === 'bool';
}

/** Fields among `emptyable` that must not be empty for a question to have an answer, in the order they are read. */
export function neededFields(node: ExpressionNode, emptyable: ReadonlySet<string>, known: KnownFields): string[] {
  const needed: string[] = [];
  collect(node, known);
  return [...new Set(needed)];

  function collect(part: ExpressionNode, here: KnownFields): void {
    if (isEmptinessTest(part)) return;
    if (part.kind === 'field') {
      if (emptyable.has(part.field) && !here.has(part.field)) needed.push(part.field);
    } else if (part.kind === 'conditional') {
      collect(part.test, here);
      collect(part.then, knownWhen(part.test, true, here));
      collect(part.otherwise, knownWhen(part.test, false, here));
    } else if (part.kind === 'binary') {
      collect(part.left, here);
      collect(part.right, rightSide(part.operator, part.left, here));
    } else if (part.kind === 'unary') collect(part.operand, here);
    else if (part.kind === 'list') part.items.forEach((item) => collect(item, here));
    else if (part.kind === 'call') part.arguments.forEach((argument) => collect(argument, here));
  }
}

/** What the right side of a binary operator may rely on. */
export function rightSide(operator: string, left: ExpressionNode, known: KnownFields): KnownFields {
  if (operator === '&&') return knownWhen(left, true, known);
  if (operator === '||') return knownWhen(left, false, known);
  return known;
}
