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
import { partsOf } from '../blueprint/expression-parts.js';
import { identifier } from '../design/names.js';
import { snakeCase } from '../text/case.js';
import { sqlIdentifier, sqlString } from '../text/escape.js';

/** The column that holds a field, or a part of one, quoted. */
export type ColumnOf = (field: string, part?: 'amount' | 'currency') => string;

/** Prints an expression as a PostgreSQL condition that is never null, fit for a CHECK constraint. */
export function expressionSql(expression: Expression, column: ColumnOf = columnOf): string {
  const printer = new SqlPrinter(testedFields(expression.node), column, moneyFields(expression.node));
  const empty = expression.nullable.map((field) => printer.isEmpty(field));
  if (empty.length === 0) return printer.answer(expression.node, new Set()).code;
  const rest = printer.answer(expression.node, new Set(expression.nullable));
  return [...empty, atLeast(OR, rest)].join(' OR ');
}

const columnOf: ColumnOf = (field, part) =>
  sqlIdentifier(part === undefined ? identifier(snakeCase(field)) : identifier(snakeCase(field), part));

/** Binding strength, weakest first. */
const [OR, AND, NOT, IS, COMPARISON, CONCATENATION, SUM, PRODUCT, UNARY, CAST, PRIMARY] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
];

interface Printed {
  readonly code: string;
  readonly strength: number;
}

const atLeast = (strength: number, printed: Printed): string =>
  printed.strength < strength ? `(${printed.code})` : printed.code;

const primary = (code: string): Printed => ({ code, strength: PRIMARY });

type Node<Kind extends ExpressionNode['kind']> = Extract<ExpressionNode, { kind: Kind }>;

class SqlPrinter {
  constructor(
    private readonly tested: ReadonlySet<string>,
    private readonly column: ColumnOf,
    private readonly money: ReadonlySet<string>,
  ) {}

  isEmpty(field: string): string {
    return `${this.stored(field)} IS NULL`;
  }

  answer(node: ExpressionNode, known: KnownFields): Printed {
    const test = isEmptinessTest(node);
    if (test) return { code: `${this.stored(test.field)} IS ${test.empty ? 'NULL' : 'NOT NULL'}`, strength: IS };
    if (joinsAnswers(node)) return this.joined(node, known);
    const needed = neededFields(node, this.tested, known);
    const guards = needed.map((field) => `${this.stored(field)} IS NOT NULL`);
    const printed = this.value(node, new Set([...known, ...needed]));
    return guards.length === 0 ? printed : { code: [...guards, atLeast(AND, printed)].join(' AND '), strength: AND };
  }

  private stored(field: string): string {
    return this.money.has(field) ? this.column(field, 'amount') : this.column(field);
  }

  private joined(node: ExpressionNode, known: KnownFields): Printed {
    if (node.kind === 'unary') return { code: `NOT ${atLeast(IS, this.answer(node.operand, known))}`, strength: NOT };
    if (node.kind === 'conditional') return this.conditional(node, known);
    if (node.kind !== 'binary') throw new Error(`A ${node.kind} joins no answers.`);
    const [word, strength] = node.operator === '&&' ? (['AND', AND] as const) : (['OR', OR] as const);
    const left = this.answer(node.left, known);
    const right = this.answer(node.right, rightSide(node.operator, node.left, known));
    return { code: `${atLeast(strength, left)} ${word} ${atLeast(strength, right)}`, strength };
  }

  private conditional(node: Node<'conditional'>, known: KnownFields): Printed {
    const print = (branch: ExpressionNode, outcome: boolean): string => {
      const here = knownWhen(node.test, outcome, known);
      return (node.type === 'bool' ? this.answer(branch, here) : this.operand(branch, here)).code;
    };
    const test = this.answer(node.test, known).code;
    return primary(`CASE WHEN ${test} THEN ${print(node.then, true)} ELSE ${print(node.otherwise, false)} END`);
  }

  private value(node: ExpressionNode, known: KnownFields): Printed {
    switch (node.kind) {
      case 'literal':
        return literal(node);
      case 'field':
        return primary(this.column(node.field, node.part));
      case 'now':
        return primary('now()');
      case 'list':
        return primary(`(${node.items.map((item) => this.value(item, known).code).join(', ')})`);
      case 'unary':
        if (node.operator === '!') return this.answer(node, known);
        return { code: `-${atLeast(PRIMARY, this.operand(node.operand, known))}`, strength: UNARY };
      case 'conditional':
        return this.conditional(node, known);
      case 'call':
        return this.call(node, known);
      case 'binary':
        if (joinsAnswers(node) || isEmptinessTest(node)) return this.answer(node, known);
        if (node.operator === 'in') return this.membership(node, known);
        return node.type === 'bool' ? this.comparison(node, known) : this.arithmetic(node, known);
    }
  }

  private comparison({ left, operator, right }: Node<'binary'>, known: KnownFields): Printed {
    const sign = operator === '==' ? '=' : operator === '!=' ? '<>' : operator;
    const days = areDays(left, right);
    const print = (node: ExpressionNode): string => {
      if (days)
        return node.kind === 'literal'
          ? `DATE ${sqlString(String(node.value).slice(0, 10))}`
          : this.value(node, known).code;
      return atLeast(CONCATENATION, node.type === 'timestamp' ? this.moment(node, known) : this.value(node, known));
    };
    return { code: `${print(left)} ${sign} ${print(right)}`, strength: COMPARISON };
  }

  /** A date is the midnight in UTC that begins it; a session's time zone must not matter. */
  private moment(node: ExpressionNode, known: KnownFields): Printed {
    const printed = this.value(node, known);
    if (node.kind !== 'field' || node.of !== 'date') return printed;
    return primary(`(${printed.code}::timestamp AT TIME ZONE 'UTC')`);
  }

  private arithmetic(node: Node<'binary'>, known: KnownFields): Printed {
    const left = this.operand(node.left, known);
    const right = this.operand(node.right, known);
    if (node.operator === '/' && node.type === 'int') return primary(`div(${left.code}, ${right.code})`);
    if (node.type === 'string') return infix(left, '||', right, CONCATENATION);
    return infix(left, node.operator, right, node.operator === '+' || node.operator === '-' ? SUM : PRODUCT);
  }

  /** Inside a calculation: integers that cannot overflow, and fractions that are rounded as JavaScript rounds them. */
  private operand(node: ExpressionNode, known: KnownFields): Printed {
    if (node.type === 'timestamp') return this.moment(node, known);
    const printed = this.value(node, known);
    if (node.type === 'double' && (node.kind === 'field' || node.kind === 'literal'))
      return cast(printed, 'double precision');
    if (node.type === 'int' && (node.kind === 'field' || node.kind === 'call')) return cast(printed, 'numeric');
    return printed;
  }

  private membership({ left, right }: Node<'binary'>, known: KnownFields): Printed {
    const item = atLeast(SUM, this.value(left, known));
    const list = this.value(right, known).code;
    return { code: right.kind === 'list' ? `${item} IN ${list}` : `${item} = ANY (${list})`, strength: COMPARISON };
  }

  private call(node: Node<'call'>, known: KnownFields): Printed {
    const [subject, part] = node.arguments.map((argument) => this.value(argument, known).code);
    switch (node.name) {
      case 'size':
        return primary(node.arguments[0]!.type === 'list' ? `cardinality(${subject})` : `char_length(${subject})`);
      case 'startsWith':
        return primary(`starts_with(${subject}, ${part})`);
      case 'endsWith':
        return { code: `right(${subject}, char_length(${part})) = ${part}`, strength: COMPARISON };
      case 'contains':
        return { code: `strpos(${subject}, ${part}) > 0`, strength: COMPARISON };
    }
  }
}

function infix(left: Printed, operator: string, right: Printed, strength: number): Printed {
  return { code: `${atLeast(strength, left)} ${operator} ${atLeast(strength + 1, right)}`, strength };
}

function cast(printed: Printed, type: string): Printed {
  return { code: `${atLeast(CAST, printed)}::${type}`, strength: CAST };
}

function literal(node: Node<'literal'>): Printed {
  if (node.type === 'timestamp') return primary(`TIMESTAMPTZ ${sqlString(String(node.value))}`);
  if (node.type === 'duration') return primary(`INTERVAL ${sqlString(`${Number(node.value) / 1000} seconds`)}`);
  if (typeof node.value === 'string') return primary(sqlString(node.value));
  if (typeof node.value === 'boolean') return primary(node.value ? 'TRUE' : 'FALSE');
  return { code: String(node.value), strength: Number(node.value) < 0 ? UNARY : PRIMARY };
}

/** Both sides are days: date fields, or one of them and a midnight. */
function areDays(left: ExpressionNode, right: ExpressionNode): boolean {
  const isDay = (node: ExpressionNode): boolean => node.kind === 'field' && node.of === 'date';
  const isMidnight = (node: ExpressionNode): boolean =>
    node.kind === 'literal' && String(node.value).endsWith('T00:00:00.000Z');
  return (isDay(left) && (isDay(right) || isMidnight(right))) || (isMidnight(left) && isDay(right));
}

/** Money is stored in two columns, both empty or none. */
function moneyFields(node: ExpressionNode): ReadonlySet<string> {
  return new Set(partsOf(node).flatMap((part) => (part.kind === 'field' && part.of === 'money' ? part.field : [])));
}
