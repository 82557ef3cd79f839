import type { ExpressionNode } from './expression.js';

/** An expression and everything inside it, outside in. */
export function partsOf(node: ExpressionNode): ExpressionNode[] {
  return [node, ...childrenOf(node).flatMap(partsOf)];
}

function childrenOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case 'literal':
    case 'field':
    case 'now':
      return [];
    case 'list':
      return node.items;
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'conditional':
      return [node.test, node.then, node.otherwise];
    case 'call':
      return node.arguments;
  }
}
