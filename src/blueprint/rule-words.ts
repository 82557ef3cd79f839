import { spacedCase } from '../text/case.js';
import type { Expression, ExpressionNode } from './expression.js';

const OPERATOR_WORDS: readonly (readonly [RegExp, string])[] = [
  [/>=/g, ' at least '],
  [/<=/g, ' at most '],
  [/!=/g, ' is not '],
  [/==/g, ' is '],
  [/>/g, ' above '],
  [/</g, ' below '],
  [/&&/g, ' and '],
  [/\|\|/g, ' or '],
  [/!/g, ' not '],
  [/\+/g, ' plus '],
  [/-/g, ' minus '],
  [/\*/g, ' times '],
  [/\//g, ' by '],
];

/** `price.amount >= 0` → `price-amount-at-least-0`: it depends on the words of the rule only, not on its place in the list. */
export function ruleId(source: string): string {
  const spoken = OPERATOR_WORDS.reduce((text, [operator, words]) => text.replace(operator, words), source);
  const id = spacedCase(spoken)
    .replaceAll(' ', '-')
    .replace(/^[^a-z]+/, '');
  return id.length <= 60 ? id : id.slice(0, id.lastIndexOf('-', 60));
}

const COMPARISON_WORDS: Partial<Record<string, string>> = {
  '==': 'must be',
  '!=': 'must not be',
  '<': 'must be less than',
  '<=': 'must be at most',
  '>': 'must be more than',
  '>=': 'must be at least',
};

const TIME_WORDS: Partial<Record<string, string>> = {
  '<': 'must be before',
  '<=': 'must not be after',
  '>': 'must be after',
  '>=': 'must not be before',
};

/** `Price amount must be at least 0.` for a plain comparison; the expression itself for everything else. */
export function defaultMessage(expression: Expression): string {
  const node = expression.node;
  if (node.kind === 'binary') {
    const time = node.left.type === 'timestamp' ? TIME_WORDS[node.operator] : undefined;
    const left = operandWords(node.left);
    const right = operandWords(node.right);
    const verb = time ?? COMPARISON_WORDS[node.operator];
    if (left && right && verb) return `${left.charAt(0).toUpperCase()}${left.slice(1)} ${verb} ${right}.`;
  }
  return `This must hold: ${expression.source}`;
}

function operandWords(node: ExpressionNode): string | undefined {
  if (node.kind === 'literal') return node.value === null ? 'empty' : String(node.value);
  if (node.kind !== 'field') return undefined;
  return spacedCase(node.field) + (node.part === undefined ? '' : ` ${node.part}`);
}
