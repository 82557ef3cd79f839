import {
  isEmptinessTest,
  joinsAnswers,
  knownWhen,
  neededFields,
  rightSide,
  testedFields,
  type KnownFields,
} from '../blueprint/emptiness.js';
import type { Expression, ExpressionNode } from '../blueprint/expression.js';
import { tsString } from '../text/escape.js';

/**
 * Prints an expression as TypeScript over `candidate`, an object with the row's fields: `Date` for date and datetime, `bigint`
 * for bigint, text for decimal (compared as a number, hence exact to 15 digits), `{ amount, currency }` for money, null where empty.
 */
export function expressionTypescript(expression: Expression): string {
  const printer = new TypescriptPrinter(testedFields(expression.node));
  const empty = expression.nullable.map((field) => `candidate.${field} === null`);
  if (empty.length === 0) return printer.answer(expression.node, new Set()).code;
  const rest = printer.answer(expression.node, new Set(expression.nullable));
  return [...empty, atLeast(OR, rest)].join(' || ');
}

/** Binding strength, weakest first. */
const [CONDITIONAL, OR, AND, EQUALITY, RELATION, SUM, PRODUCT, UNARY, PRIMARY] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

interface Printed {
  readonly code: string;
  readonly strength: number;
  /** Whether it is a `bigint`. */
  readonly big?: boolean;
}

const atLeast = (strength: number, printed: Printed): string =>
  printed.strength < strength ? `(${printed.code})` : printed.code;

const primary = (code: string, big = false): Printed => ({ code, strength: PRIMARY, big });

class TypescriptPrinter {
  constructor(private readonly tested: ReadonlySet<string>) {}

  /** Something that says yes or no, guarded against the empty fields it would stumble over. */
  answer(node: ExpressionNode, known: KnownFields): Printed {
    const test = isEmptinessTest(node);
    if (test) return { code: `candidate.${test.field} ${test.empty ? '===' : '!=='} null`, strength: EQUALITY };
    if (joinsAnswers(node)) return this.joined(node, known);
    const needed = neededFields(node, this.tested, known);
    const guards = needed.map((field) => `candidate.${field} !== null`);
    const printed = this.value(node, new Set([...known, ...needed]));
    return guards.length === 0 ? printed : { code: [...guards, atLeast(AND, printed)].join(' && '), strength: AND };
  }

  private joined(node: ExpressionNode, known: KnownFields): Printed {
    if (node.kind === 'unary') return { code: `!${atLeast(UNARY, this.answer(node.operand, known))}`, strength: UNARY };
    if (node.kind === 'conditional') return this.conditional(node, known);
    if (node.kind !== 'binary') throw new Error(`A ${node.kind} joins no answers.`);
    const [sign, strength] = node.operator === '&&' ? (['&&', AND] as const) : (['||', OR] as const);
    const left = this.answer(node.left, known);
    const right = this.answer(node.right, rightSide(node.operator, node.left, known));
    return { code: `${atLeast(strength, left)} ${sign} ${atLeast(strength, right)}`, strength };
  }

  private conditional(node: Extract<ExpressionNode, { kind: 'conditional' }>, known: KnownFields): Printed {
    const print = (branch: ExpressionNode, outcome: boolean): Printed => {
      const here = knownWhen(node.test, outcome, known);
      return node.type === 'bool' ? this.answer(branch, here) : this.value(branch, here);
    };
    const [then, otherwise] = sameNumbers(
      node.then,
      print(node.then, true),
      node.otherwise,
      print(node.otherwise, false),
    );
    const test = atLeast(OR, this.answer(node.test, known));
    return { code: `${test} ? ${then.code} : ${otherwise.code}`, strength: CONDITIONAL, big: then.big ?? false };
  }

  private value(node: ExpressionNode, known: KnownFields): Printed {
    switch (node.kind) {
      case 'literal':
        return literal(node);
      case 'field':
        return field(node);
      case 'now':
        return primary('Date.now()');
      case 'list':
        return primary(`[${node.items.map((item) => this.value(item, known).code).join(', ')}]`);
      case 'unary': {
        if (node.operator === '!') return this.answer(node, known);
        const operand = this.value(node.operand, known);
        return { code: `-${atLeast(PRIMARY, operand)}`, strength: UNARY, big: operand.big ?? false };
      }
      case 'conditional':
        return this.conditional(node, known);
      case 'call':
        return this.call(node, known);
      case 'binary':
        if (joinsAnswers(node) || isEmptinessTest(node)) return this.answer(node, known);
        return node.operator === 'in' ? this.membership(node, known) : this.binary(node, known);
    }
  }

  private binary(node: Extract<ExpressionNode, { kind: 'binary' }>, known: KnownFields): Printed {
    const [left, right] = sameNumbers(
      node.left,
      this.value(node.left, known),
      node.right,
      this.value(node.right, known),
    );
    const big = left.big ?? false;
    switch (node.operator) {
      case '==':
      case '!=':
        return infix(left, `${node.operator}=`, right, EQUALITY);
      case '+':
      case '-':
        return { ...infix(left, node.operator, right, SUM), big };
      case '/':
        if (node.type === 'int' && !big) return primary(`Math.trunc(${infix(left, '/', right, PRODUCT).code})`);
        return { ...infix(left, '/', right, PRODUCT), big };
      case '*':
      case '%':
        return { ...infix(left, node.operator, right, PRODUCT), big };
      default:
        return infix(left, node.operator, right, RELATION);
    }
  }

  private membership(node: Extract<ExpressionNode, { kind: 'binary' }>, known: KnownFields): Printed {
    const item = this.value(node.left, known);
    const list = this.value(node.right, known);
    if (node.right.kind === 'list') {
      const items = node.right.items.map(
        (constant) => (item.big ? bigLiteral(constant) : this.value(constant, known)).code,
      );
      return primary(`[${items.join(', ')}].includes(${item.code})`);
    }
    const holdsBig = node.right.kind === 'field' && node.right.of === 'bigint';
    if (holdsBig) return primary(`${list.code}.includes(${asBig(node.left, item).code})`);
    const numbers =
      node.right.kind === 'field' && node.right.of === 'decimal' ? '.map(Number)' : item.big ? '.map(BigInt)' : '';
    return primary(`${list.code}${numbers}.includes(${item.code})`);
  }

  private call(node: Extract<ExpressionNode, { kind: 'call' }>, known: KnownFields): Printed {
    const [subject, part] = node.arguments;
    const text = this.value(subject!, known);
    if (node.name === 'size') {
      return primary(subject!.type === 'list' ? `${text.code}.length` : `Array.from(${text.code}).length`);
    }
    const method = node.name === 'contains' ? 'includes' : node.name;
    return primary(`${atLeast(PRIMARY, text)}.${method}(${this.value(part!, known).code})`);
  }
}

function infix(left: Printed, operator: string, right: Printed, strength: number): Printed {
  // The right side binds tighter: `a - (b - c)` keeps its brackets.
  return { code: `${atLeast(strength, left)} ${operator} ${atLeast(strength + 1, right)}`, strength };
}

function literal(node: Extract<ExpressionNode, { kind: 'literal' }>): Printed {
  if (node.type === 'timestamp') return primary(`Date.parse(${tsString(String(node.value))})`);
  if (typeof node.value === 'string') return primary(tsString(node.value));
  const strength = typeof node.value === 'number' && node.value < 0 ? UNARY : PRIMARY;
  return { code: String(node.value), strength };
}

function field(node: Extract<ExpressionNode, { kind: 'field' }>): Printed {
  const code = `candidate.${node.field}${node.part === undefined ? '' : `.${node.part}`}`;
  if (node.type === 'list') return primary(code);
  if (node.of === 'date' || node.of === 'datetime') return primary(`${code}.getTime()`);
  if (node.of === 'decimal') return primary(`Number(${code})`);
  return primary(code, node.of === 'bigint');
}

/** `bigint` and `number` do not mix: whole numbers become `bigint`, a `bigint` beside a fraction becomes a number. */
function sameNumbers(
  left: ExpressionNode,
  leftCode: Printed,
  right: ExpressionNode,
  rightCode: Printed,
): [Printed, Printed] {
  if ((leftCode.big ?? false) === (rightCode.big ?? false)) return [leftCode, rightCode];
  if (left.type === 'double' || right.type === 'double') return [asNumber(leftCode), asNumber(rightCode)];
  return [asBig(left, leftCode), asBig(right, rightCode)];
}

const asNumber = (printed: Printed): Printed => (printed.big ? primary(`Number(${printed.code})`) : printed);

function asBig(node: ExpressionNode, printed: Printed): Printed {
  if (printed.big) return printed;
  return node.kind === 'literal' ? bigLiteral(node) : primary(`BigInt(${printed.code})`, true);
}

function bigLiteral(node: ExpressionNode): Printed {
  const value = node.kind === 'literal' ? String(node.value) : '';
  return { code: `${value}n`, strength: value.startsWith('-') ? UNARY : PRIMARY, big: true };
}
