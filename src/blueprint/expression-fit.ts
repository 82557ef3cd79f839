import { fault } from './expression-error.js';
import type { BinaryOperator, ExpressionNode, ExpressionType } from './expression.js';

const ARITHMETIC = ['+', '-', '*', '/', '%'];

export const isNumber = (node: ExpressionNode): boolean => node.type === 'int' || node.type === 'double';

export function resultOf(
  operator: BinaryOperator,
  left: ExpressionNode,
  right: ExpressionNode,
): ExpressionType | undefined {
  if (!ARITHMETIC.includes(operator)) return undefined;
  if (left.type === 'int' && right.type === 'int') return 'int';
  if (left.type === 'double' && right.type === 'double') return operator === '%' ? undefined : 'double';
  if (left.type === 'string' && right.type === 'string') return operator === '+' ? 'string' : undefined;
  if (left.type === 'timestamp' && right.type === 'timestamp') return operator === '-' ? 'duration' : undefined;
  const shifted = left.type === 'timestamp' && right.type === 'duration' && right.kind === 'literal';
  return shifted && (operator === '+' || operator === '-') ? 'timestamp' : undefined;
}

/** Texts of a form of their own, which a database keeps in a type of its own. */
function formOf(node: ExpressionNode): 'uuid' | 'time' | undefined {
  return node.kind === 'field' && (node.of === 'uuid' || node.of === 'time') ? node.of : undefined;
}

const FORMS = { uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, time: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/ };

export function requireSameForm(left: ExpressionNode, right: ExpressionNode, offset: number): void {
  const form = formOf(left) ?? formOf(right);
  if (!form) return;
  for (const node of [left, right]) {
    if (formOf(node) === form || (node.kind === 'literal' && FORMS[form].test(String(node.value)))) continue;
    const sample = form === 'uuid' ? 'another uuid in lower case' : "another time such as '09:30:00'";
    throw fault('EXPRESSION_TYPE', offset, `A ${form} can only be compared with ${sample}.`);
  }
}

export function requireOrder(left: ExpressionNode, right: ExpressionNode, offset: number): void {
  if (left.type === 'bool') throw fault('EXPRESSION_TYPE', offset, 'Yes and no have no order.');
  if (left.type !== 'string') return;
  if (formOf(left) === 'time' || formOf(right) === 'time') return;
  throw fault(
    'EXPRESSION_UNSUPPORTED',
    offset,
    'Texts have no order that all languages agree on.',
    'Compare them with == or !=.',
  );
}

export function requireText(node: ExpressionNode, offset: number): void {
  const form = formOf(node);
  if (form) throw fault('EXPRESSION_UNSUPPORTED', offset, `A ${form} can only be compared.`);
}
