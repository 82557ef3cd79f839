import type { ASTNode } from '@marcbachmann/cel-js';
import { didYouMean } from '../text/nearest.js';
import { fault } from './expression-error.js';
import { isNumber, requireOrder, requireSameForm, requireText, resultOf } from './expression-fit.js';
import { literalOf, timeLiteral } from './expression-literals.js';
import type { BinaryOperator, ExpressionNode, ExpressionType } from './expression.js';
import type { Field, FieldKind } from './model.js';

/** What an expression may name. */
export interface NameScope {
  readonly entity: string;
  readonly fields: readonly Field[];
  /** Fields that exist, but whose line could not be read. */
  readonly broken: readonly string[];
  readonly relations: readonly string[];
  /** Whether `now` is allowed. */
  readonly timeAllowed?: boolean;
}

const TYPES: Partial<Record<FieldKind, ExpressionType>> = {
  string: 'string',
  text: 'string',
  richtext: 'string',
  email: 'string',
  url: 'string',
  phone: 'string',
  slug: 'string',
  enum: 'string',
  uuid: 'string',
  time: 'string',
  int: 'int',
  bigint: 'int',
  decimal: 'double',
  boolean: 'bool',
  date: 'timestamp',
  datetime: 'timestamp',
};

const ORDER = ['<', '<=', '>', '>='];

/** Gives every part of a CEL tree its type and refuses what cannot be printed in every output language. */
export class ExpressionTyper {
  constructor(private readonly scope: NameScope) {}

  type(ast: ASTNode): ExpressionNode {
    switch (ast.op) {
      case 'value':
        return literalOf(ast.args, ast.start);
      case 'id':
        return this.name(ast.args, ast.start);
      case '.':
        return this.part(ast.args[0], ast.args[1], ast);
      case '!_':
        return { kind: 'unary', operator: '!', type: 'bool', operand: this.expect('bool', ast.args) };
      case '-_':
        return this.negative(ast.args, ast.start);
      case '&&':
      case '||':
        return {
          kind: 'binary',
          operator: ast.op,
          type: 'bool',
          left: this.expect('bool', ast.args[0]),
          right: this.expect('bool', ast.args[1]),
        };
      case '?:':
        return this.conditional(ast.args);
      case 'in':
        return this.membership(ast.args[0], ast.args[1]);
      case '==':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
        return this.comparison(ast.op, ast.args[0], ast.args[1], ast.start);
      case '+':
      case '-':
      case '*':
      case '/':
      case '%':
        return this.arithmetic(ast.op, ast.args[0], ast.args[1], ast.start);
      case 'call':
        return this.call(ast.args[0], ast.args[1], ast.start);
      case 'rcall':
        return this.call(ast.args[0], [ast.args[1], ...ast.args[2]], ast.args[1].end + 1);
      case 'list':
        throw fault('EXPRESSION_UNSUPPORTED', ast.start, 'A list may only stand on the right of `in`.');
      default:
        throw fault(
          'EXPRESSION_UNSUPPORTED',
          ast.start,
          `${CONSTRUCTS[ast.op] ?? `"${String(ast.op)}"`} is not supported.`,
        );
    }
  }

  private name(name: string, offset: number): ExpressionNode {
    if (name === 'now') {
      if (this.scope.timeAllowed) return { kind: 'now', type: 'timestamp' };
      throw fault(
        'EXPRESSION_UNSUPPORTED',
        offset,
        '`now` is not allowed in a rule: a row that was right would become wrong by itself.',
        'Use it in the `when` of an action.',
      );
    }
    const field = this.field(name, offset);
    const kind = field.type.kind;
    if (field.many) return { kind: 'field', type: 'list', field: name, of: kind };
    if (kind === 'money')
      throw fault(
        'EXPRESSION_TYPE',
        offset,
        `"${name}" is money.`,
        `Write ${name}.amount (minor units) or ${name}.currency.`,
      );
    const type = TYPES[kind];
    if (!type) throw fault('EXPRESSION_UNSUPPORTED', offset, `A field of type ${kind} can only be compared with null.`);
    return { kind: 'field', type, field: name, of: kind };
  }

  private field(name: string, offset: number): Field {
    if (this.scope.broken.includes(name)) throw fault(undefined, offset, 'follows from the field');
    const field = this.scope.fields.find((candidate) => candidate.name === name);
    if (field) return field;
    if (this.scope.relations.includes(name))
      throw fault(
        'EXPRESSION_UNSUPPORTED',
        offset,
        `"${name}" is a relation; expressions read fields of the same row only.`,
      );
    const names = this.scope.fields.map((candidate) => candidate.name);
    const enumeration = this.scope.fields.find(({ type }) => type.kind === 'enum' && type.values.includes(name));
    const hint = enumeration ? `Put the value of ${enumeration.name} in quotes: '${name}'.` : didYouMean(name, names);
    throw fault('EXPRESSION_NAME', offset, `${this.scope.entity} has no field "${name}".`, hint);
  }

  private part(owner: ASTNode, part: string, whole: ASTNode): ExpressionNode {
    if (owner.op !== 'id') throw fault('EXPRESSION_UNSUPPORTED', whole.start, `".${part}" is not supported here.`);
    const field = this.field(owner.args, owner.start);
    const at = whole.end - part.length;
    if (field.type.kind !== 'money' || field.many) throw fault('EXPRESSION_TYPE', at, `"${owner.args}" has no parts.`);
    if (part !== 'amount' && part !== 'currency') {
      throw fault(
        'EXPRESSION_NAME',
        at,
        `Money has no part "${part}".`,
        didYouMean(part, ['amount', 'currency']) ?? 'Its parts are amount and currency.',
      );
    }
    return { kind: 'field', type: part === 'amount' ? 'int' : 'string', field: field.name, of: 'money', part };
  }

  private expect(type: ExpressionType, ast: ASTNode): ExpressionNode {
    const node = this.type(ast);
    if (node.type !== type) throw fault('EXPRESSION_TYPE', ast.start, `This must be a ${type}, not a ${node.type}.`);
    return node;
  }

  private negative(operand: ASTNode, offset: number): ExpressionNode {
    const node = this.type(operand);
    if (node.type !== 'int' && node.type !== 'double')
      throw fault('EXPRESSION_TYPE', offset, `A ${node.type} has no negative.`);
    if (node.kind === 'literal') return { ...node, value: -Number(node.value) };
    return { kind: 'unary', operator: '-', type: node.type, operand: node };
  }

  private conditional([testAst, thenAst, otherwiseAst]: readonly [ASTNode, ASTNode, ASTNode]): ExpressionNode {
    const test = this.expect('bool', testAst);
    const then = this.type(thenAst);
    const otherwise = this.type(otherwiseAst);
    if (then.type !== otherwise.type || ['null', 'list', 'duration'].includes(then.type)) {
      throw fault(
        'EXPRESSION_TYPE',
        otherwiseAst.start,
        `Both outcomes must be of one type: one is a ${then.type}, the other a ${otherwise.type}.`,
      );
    }
    requireSameForm(then, otherwise, otherwiseAst.start);
    return { kind: 'conditional', type: then.type, test, then, otherwise };
  }

  private comparison(operator: BinaryOperator, leftAst: ASTNode, rightAst: ASTNode, offset: number): ExpressionNode {
    if (isNull(leftAst) || isNull(rightAst))
      return this.emptinessTest(operator, isNull(leftAst) ? rightAst : leftAst, offset);
    const left = this.type(leftAst);
    const right = this.type(rightAst);
    if (left.kind === 'literal' && right.kind === 'literal')
      throw fault('EXPRESSION_TYPE', offset, 'Two constants are compared: the answer is always the same.');
    if (left.type === 'list' || right.type === 'list')
      throw fault(
        'EXPRESSION_UNSUPPORTED',
        offset,
        'Lists cannot be compared.',
        'Use `size(list)` or `value in list`.',
      );
    const numbers = isNumber(left) && isNumber(right);
    if (left.type !== right.type && !numbers)
      throw fault('EXPRESSION_TYPE', rightAst.start, `A ${left.type} cannot be compared with a ${right.type}.`);
    if (ORDER.includes(operator)) requireOrder(left, right, rightAst.start);
    requireSameForm(left, right, rightAst.start);
    this.requireEnumValues(left, [right], [rightAst]);
    this.requireEnumValues(right, [left], [leftAst]);
    this.requireCommonValue(left, right, rightAst.start);
    return { kind: 'binary', operator, type: 'bool', left, right };
  }

  private emptinessTest(operator: BinaryOperator, operand: ASTNode, offset: number): ExpressionNode {
    if (operator !== '==' && operator !== '!=')
      throw fault('EXPRESSION_TYPE', offset, 'Null has no order.', 'Use `== null` or `!= null`.');
    if (operand.op !== 'id')
      throw fault('EXPRESSION_UNSUPPORTED', operand.start, 'Only a field can be compared with null.');
    const field = this.field(operand.args, operand.start);
    if (!field.optional)
      throw fault('EXPRESSION_TYPE', operand.start, `"${field.name}" is required, so it is never null.`);
    const type = TYPES[field.type.kind] ?? 'string';
    const left: ExpressionNode = { kind: 'field', type, field: field.name, of: field.type.kind };
    return { kind: 'binary', operator, type: 'bool', left, right: { kind: 'literal', type: 'null', value: null } };
  }

  /** `status == 'payed'` is a slip that no type would find. */
  private requireEnumValues(node: ExpressionNode, others: readonly ExpressionNode[], asts: readonly ASTNode[]): void {
    if (node.kind !== 'field' || node.of !== 'enum') return;
    const { type } = this.field(node.field, 0);
    const values = type.kind === 'enum' ? type.values : [];
    others.forEach((other, index) => {
      if (other.kind !== 'literal' || values.includes(String(other.value))) return;
      const hint = didYouMean(String(other.value), values) ?? `Its values are ${values.join(', ')}.`;
      throw fault(
        'EXPRESSION_NAME',
        asts[index]!.start,
        `"${String(other.value)}" is not a value of ${node.field}.`,
        hint,
      );
    });
  }

  /** Two enums without a common value are never equal; TypeScript says so too, as an error. */
  private requireCommonValue(left: ExpressionNode, right: ExpressionNode, offset: number): void {
    const values = [left, right].map((node) => {
      const type = node.kind === 'field' ? this.field(node.field, offset).type : undefined;
      return type?.kind === 'enum' ? type.values : undefined;
    });
    const [some, others] = values;
    if (!some || !others || some.some((value) => others.includes(value))) return;
    throw fault('EXPRESSION_TYPE', offset, 'The two enums have no value in common: the answer is always the same.');
  }

  private membership(itemAst: ASTNode, listAst: ASTNode): ExpressionNode {
    const item = this.type(itemAst);
    if (!['string', 'int', 'double'].includes(item.type))
      throw fault('EXPRESSION_TYPE', itemAst.start, `A ${item.type} cannot be looked for in a list.`);
    if (listAst.op === 'list') {
      const items = listAst.args.map((ast) => this.type(ast));
      if (items.length === 0) throw fault('EXPRESSION_TYPE', listAst.start, 'The list is empty.');
      items.forEach((candidate, index) => {
        const at = listAst.args[index]!.start;
        if (candidate.kind !== 'literal') throw fault('EXPRESSION_UNSUPPORTED', at, 'A list holds constants only.');
        if (candidate.type !== item.type)
          throw fault('EXPRESSION_TYPE', at, `A ${item.type} is looked for among a ${candidate.type}.`);
        requireSameForm(item, candidate, at);
      });
      if (item.kind === 'literal')
        throw fault('EXPRESSION_TYPE', itemAst.start, 'Constants are compared: the answer is always the same.');
      this.requireEnumValues(item, items, listAst.args);
      return { kind: 'binary', operator: 'in', type: 'bool', left: item, right: { kind: 'list', type: 'list', items } };
    }
    const list = this.type(listAst);
    if (list.kind !== 'field' || list.type !== 'list')
      throw fault('EXPRESSION_TYPE', listAst.start, 'The right side of `in` is a list.');
    const element: ExpressionNode = { ...list, type: TYPES[list.of] ?? 'null' };
    if (element.type !== item.type)
      throw fault('EXPRESSION_TYPE', itemAst.start, `"${list.field}" does not hold a ${item.type}.`);
    if (item.kind !== 'literal' && (item.kind !== 'field' || list.of === 'enum')) {
      throw fault('EXPRESSION_UNSUPPORTED', itemAst.start, 'Only a constant can be looked for in this list.');
    }
    requireSameForm(element, item, itemAst.start);
    this.requireEnumValues(list, [item], [itemAst]);
    return { kind: 'binary', operator: 'in', type: 'bool', left: item, right: list };
  }

  private arithmetic(operator: BinaryOperator, leftAst: ASTNode, rightAst: ASTNode, offset: number): ExpressionNode {
    const left = this.type(leftAst);
    const right = this.type(rightAst);
    const type = resultOf(operator, left, right);
    if (!type) {
      const mixed = isNumber(left) && isNumber(right);
      const hint = mixed ? 'CEL does not mix int and double: write 2.0 instead of 2.' : undefined;
      throw fault(
        'EXPRESSION_TYPE',
        offset,
        `"${operator}" does not fit between a ${left.type} and a ${right.type}.`,
        hint,
      );
    }
    if ((operator === '/' || operator === '%') && (right.kind !== 'literal' || Number(right.value) === 0)) {
      throw fault(
        'EXPRESSION_UNSUPPORTED',
        rightAst.start,
        'The divisor must be a constant other than 0.',
        'Multiply the other side instead.',
      );
    }
    if (type === 'string') for (const side of [left, right]) requireText(side, offset);
    return { kind: 'binary', operator, type, left, right };
  }

  private call(name: string, args: readonly ASTNode[], offset: number): ExpressionNode {
    if (name === 'timestamp' || name === 'duration') return timeLiteral(name, args, offset);
    if (name === 'size' && args.length === 1) {
      const subject = this.type(args[0]!);
      if (subject.type === 'string') requireText(subject, args[0]!.start);
      else if (subject.type !== 'list')
        throw fault('EXPRESSION_TYPE', args[0]!.start, `A ${subject.type} has no size.`);
      return { kind: 'call', name, type: 'int', arguments: [subject] };
    }
    if ((name === 'startsWith' || name === 'endsWith' || name === 'contains') && args.length === 2) {
      const operands = args.map((ast) => {
        const operand = this.expect('string', ast);
        requireText(operand, ast.start);
        return operand;
      });
      return { kind: 'call', name, type: 'bool', arguments: operands };
    }
    const hint =
      name === 'matches'
        ? 'Give the field a `pattern`.'
        : (didYouMean(name, FUNCTIONS) ?? `Functions are ${FUNCTIONS.join(', ')}.`);
    throw fault(
      'EXPRESSION_UNSUPPORTED',
      offset,
      `The function "${name}" is not supported with ${args.length} ${args.length === 1 ? 'value' : 'values'}.`,
      hint,
    );
  }
}

const FUNCTIONS = ['size', 'startsWith', 'endsWith', 'contains', 'timestamp', 'duration'];

const CONSTRUCTS: Partial<Record<string, string>> = {
  map: 'A map',
  '[]': 'An index `[…]`',
  '[?]': 'An optional index',
  '.?': 'Optional access',
};

const isNull = (ast: ASTNode): boolean => ast.op === 'value' && ast.args === null;
