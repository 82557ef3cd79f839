import {
  isEmptinessTest,
  joinsAnswers,
  knownWhen,
  neededFields,
  rightSide,
  testedFields,
  type KnownFields,
} from './emptiness.js';
import type { BinaryOperator, Expression, ExpressionNode } from './expression.js';

/**
 * Values of a row by field: numbers for int, bigint or number for bigint, text or number for decimal, `Date` or ISO text for date and
 * datetime, `{ amount, currency }` for money; an empty field is null or absent.
 */
export type Candidate = Readonly<Record<string, unknown>>;

/** Whether the expression holds for the row. `now` is needed by guards only. */
export function evaluate(expression: Expression, candidate: Candidate, now?: Date): boolean {
  if (expression.nullable.some((field) => isEmpty(candidate[field]))) return true;
  return new Evaluation(candidate, testedFields(expression.node), now).answer(expression.node, new Set());
}

type Value = string | number | bigint | boolean | readonly Value[];

const isEmpty = (value: unknown): boolean => value === null || value === undefined;

class Evaluation {
  constructor(
    private readonly candidate: Candidate,
    private readonly tested: ReadonlySet<string>,
    private readonly now: Date | undefined,
  ) {}

  answer(node: ExpressionNode, known: KnownFields): boolean {
    const test = isEmptinessTest(node);
    if (test) return isEmpty(this.candidate[test.field]) === test.empty;
    if (!joinsAnswers(node)) {
      const unanswered = neededFields(node, this.tested, known).some((field) => isEmpty(this.candidate[field]));
      return !unanswered && this.value(node) === true;
    }
    if (node.kind === 'unary') return !this.answer(node.operand, known);
    if (node.kind === 'conditional') {
      const outcome = this.answer(node.test, known);
      return this.answer(outcome ? node.then : node.otherwise, knownWhen(node.test, outcome, known));
    }
    if (node.kind !== 'binary') throw new Error(`A ${node.kind} joins no answers.`);
    const left = this.answer(node.left, known);
    if (left === (node.operator === '||')) return left;
    return this.answer(node.right, rightSide(node.operator, node.left, known));
  }

  private value(node: ExpressionNode): Value {
    switch (node.kind) {
      case 'literal':
        if (node.value === null) throw new Error('Null has no value.');
        return node.type === 'timestamp' ? Date.parse(String(node.value)) : node.value;
      case 'field':
        return this.fieldValue(node);
      case 'now':
        if (!this.now) throw new Error('The expression depends on time.');
        return this.now.getTime();
      case 'list':
        return node.items.map((item) => this.value(item));
      case 'unary':
        return node.operator === '!' ? !this.answer(node.operand, new Set()) : negative(this.value(node.operand));
      case 'conditional':
        return this.value(this.answer(node.test, new Set()) ? node.then : node.otherwise);
      case 'call':
        return call(
          node.name,
          node.arguments.map((argument) => this.value(argument)),
        );
      case 'binary':
        if (node.type === 'bool' && (joinsAnswers(node) || isEmptinessTest(node))) return this.answer(node, new Set());
        return binary(node.operator, this.value(node.left), this.value(node.right), node.type);
    }
  }

  private fieldValue(node: Extract<ExpressionNode, { kind: 'field' }>): Value {
    const stored = this.candidate[node.field];
    const value = node.part === undefined ? stored : (stored as Record<string, unknown>)[node.part];
    if (Array.isArray(value)) return value.map((item) => typed(item, node.of));
    return typed(value, node.of);
  }
}

function typed(value: unknown, of: string): Value {
  if (of === 'date' || of === 'datetime') return value instanceof Date ? value.getTime() : Date.parse(String(value));
  if (of === 'decimal') return Number(value);
  if (of === 'bigint') return BigInt(value as string | number | bigint);
  return value as Value;
}

const negative = (value: Value): Value => (typeof value === 'bigint' ? -value : -Number(value));

function call(name: string, [subject, other]: readonly Value[]): Value {
  if (name === 'size') return Array.isArray(subject) ? subject.length : [...String(subject)].length;
  const text = String(subject);
  const part = String(other);
  return name === 'startsWith'
    ? text.startsWith(part)
    : name === 'endsWith'
      ? text.endsWith(part)
      : text.includes(part);
}

function binary(operator: BinaryOperator, left: Value, right: Value, type: string): Value {
  if (operator === 'in') return (right as readonly Value[]).some((item) => sameType(left, item, (a, b) => a === b));
  if (typeof left === 'bigint' || typeof right === 'bigint')
    return sameType(left, right, (a, b) => calculate(operator, a, b, type));
  return calculate(operator, left, right, type);
}

/** bigint beside number: whole numbers become bigint, so that nothing is rounded; beside a fraction both become numbers. */
function sameType<Result>(left: Value, right: Value, work: (left: Value, right: Value) => Result): Result {
  const isBig = (value: Value): value is bigint => typeof value === 'bigint';
  if (isBig(left) === isBig(right)) return work(left, right);
  const whole = [left, right].every((value) => isBig(value) || Number.isInteger(value));
  const convert = (value: Value): Value => (whole ? BigInt(value as number) : Number(value));
  return work(convert(left), convert(right));
}

function calculate(operator: BinaryOperator, left: Value, right: Value, type: string): Value {
  switch (operator) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '+':
      return (left as number) + (right as number);
    case '-':
      return (left as number) - (right as number);
    case '*':
      return (left as number) * (right as number);
    case '/':
      return quotient(left as number, right as number, type);
    case '%':
      return (left as number) % (right as number);
    default:
      throw new Error(`The operator ${operator} joins answers.`);
  }
}

/** Whole numbers are divided towards zero, as in CEL and in SQL. */
function quotient(left: number | bigint, right: number | bigint, type: string): Value {
  if (typeof left === 'bigint') return left / (right as bigint);
  const exact = left / (right as number);
  return type === 'int' ? Math.trunc(exact) : exact;
}
