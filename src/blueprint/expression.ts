import type { FieldKind } from './model.js';

/**
 * Expressions of the blueprint, written in CEL (Common Expression Language, https://cel.dev) and type-checked against the
 * entity they stand in. This is the checked subset as plain data; every output language has its own printer.
 *
 * An expression that names an optional field holds while that field is empty, unless it compares the field with `null` itself;
 * `nullable` lists the fields this applies to, so that all printers agree.
 */
export interface Expression {
  /** As written, white space trimmed. */
  readonly source: string;
  readonly node: ExpressionNode;
  readonly type: ExpressionType;
  /** Fields of the entity that the expression reads, in alphabetical order. */
  readonly fields: readonly string[];
  /** The optional ones among `fields` whose emptiness makes the expression hold. */
  readonly nullable: readonly string[];
}

export type ExpressionType = 'bool' | 'int' | 'double' | 'string' | 'timestamp' | 'duration' | 'null' | 'list';

export type BinaryOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%' | '&&' | '||' | 'in';

export type ExpressionNode =
  /** A timestamp is an ISO text in UTC with milliseconds; a duration is a number of milliseconds. */
  | { readonly kind: 'literal'; readonly type: ExpressionType; readonly value: string | number | boolean | null }
  /** `price.amount` is `{ field: 'price', part: 'amount' }`. `of` is what the field holds, for printers that must convert it. */
  | {
      readonly kind: 'field';
      readonly type: ExpressionType;
      readonly field: string;
      readonly of: FieldKind;
      readonly part?: 'amount' | 'currency';
    }
  /** The moment of the check. Not allowed in rules (a CHECK constraint must not depend on time), allowed in guards. */
  | { readonly kind: 'now'; readonly type: 'timestamp' }
  | { readonly kind: 'list'; readonly type: 'list'; readonly items: readonly ExpressionNode[] }
  | {
      readonly kind: 'unary';
      readonly type: ExpressionType;
      readonly operator: '!' | '-';
      readonly operand: ExpressionNode;
    }
  | {
      readonly kind: 'binary';
      readonly type: ExpressionType;
      readonly operator: BinaryOperator;
      readonly left: ExpressionNode;
      readonly right: ExpressionNode;
    }
  | {
      readonly kind: 'conditional';
      readonly type: ExpressionType;
      readonly test: ExpressionNode;
      readonly then: ExpressionNode;
      readonly otherwise: ExpressionNode;
    }
  | {
      readonly kind: 'call';
      readonly type: ExpressionType;
      readonly name: 'size' | 'startsWith' | 'endsWith' | 'contains';
      readonly arguments: readonly ExpressionNode[];
    };
