import fc from 'fast-check';
import type { Expression } from '../../src/blueprint/expression.js';
import { compiled } from './expressions.js';

/** Fields that random expressions read; every second one may be empty. */
export const EXPRESSION_FIELDS = {
  name: 'string(80)',
  note: 'text?',
  quantity: 'int',
  limit: 'int?',
  total: 'bigint',
  budget: 'bigint?',
  weight: 'decimal(8, 3)',
  volume: 'decimal(8, 3)?',
  price: 'money',
  was: 'money?',
  active: 'boolean',
  checked: 'boolean?',
  startsOn: 'date',
  endsOn: 'date?',
  placedAt: 'datetime',
  paidAt: 'datetime?',
  opensAt: 'time',
  closesAt: 'time?',
  status: 'enum(open, closed, lost) = open',
  tags: 'string(20)[]',
} as const;

export type ExpressionRow = Readonly<Record<keyof typeof EXPRESSION_FIELDS, unknown>>;

const OPTIONAL = ['note', 'limit', 'budget', 'volume', 'was', 'checked', 'endsOn', 'paidAt', 'closesAt'];
const WORDS = ['', 'a', 'ab', 'A', 'x y', "it's", 'ünï', '😀', '100%', '\\d'];

const celString = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const infix = (
  left: fc.Arbitrary<string>,
  operators: readonly string[],
  right: fc.Arbitrary<string>,
): fc.Arbitrary<string> =>
  fc.tuple(left, fc.constantFrom(...operators), right).map(([a, operator, b]) => `(${a} ${operator} ${b})`);

const COMPARE = ['==', '!=', '<', '<=', '>', '>='];

/** CEL texts of the supported subset that say yes or no. */
export const arbitraryExpression: fc.Arbitrary<string> = fc.letrec<Record<string, string>>((tie) => {
  const smallInt = fc.integer({ min: -20, max: 20 }).map(String);
  const divisor = fc.integer({ min: 2, max: 9 }).map(String);
  const moment = fc
    .constantFrom('2026-01-01T00:00:00Z', '2026-03-01T12:30:00Z', '2026-01-01T01:00:00+02:00')
    .map((text) => `timestamp('${text}')`);
  const lasting = fc.constantFrom('24h', '90m', '36h', '500ms').map((text) => `duration('${text}')`);
  const dates = fc.constantFrom('startsOn', 'endsOn', 'placedAt', 'paidAt');
  const texts = fc.constantFrom('name', 'note');
  return {
    int: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('quantity', 'limit', 'total', 'budget', 'price.amount', 'was.amount', 'size(tags)', 'size(name)'),
      infix(tie('int'), ['+', '-', '*'], fc.oneof(smallInt, fc.constantFrom('quantity', 'limit'))),
      infix(tie('int'), ['/', '%'], divisor),
      tie('int').map((text) => `-(${text})`),
      fc.tuple(tie('bool'), tie('int'), smallInt).map(([test, then, other]) => `(${test} ? ${then} : ${other})`),
    ),
    double: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('weight', 'volume'),
      infix(tie('double'), ['+', '-', '*'], fc.constantFrom('0.1', '2.5', '-3.0', 'weight')),
      infix(tie('double'), ['/'], fc.constantFrom('3.0', '0.7')),
    ),
    timestamp: fc.oneof({ depthSize: 'small' }, dates, infix(dates, ['+', '-'], lasting), moment),
    question: fc.oneof(
      fc.constantFrom('active', 'checked', 'active == true', 'checked != false'),
      infix(tie('int'), COMPARE, fc.oneof(smallInt, tie('int'), fc.constantFrom('2.5'))).filter(readsField),
      infix(tie('double'), COMPARE, fc.oneof(fc.constantFrom('0.3', '1.5', '-2.0'), tie('double'))),
      infix(tie('timestamp'), COMPARE, dates),
      infix(infix(dates, ['-'], dates), COMPARE, lasting),
      infix(texts, ['==', '!='], fc.constantFrom(...WORDS).map(celString)),
      infix(infix(texts, ['+'], fc.constantFrom(...WORDS).map(celString)), ['==', '!='], texts),
      infix(fc.constant('status'), ['==', '!='], fc.constantFrom("'open'", "'lost'")),
      fc.constantFrom(
        "status in ['open', 'lost']",
        'quantity in [1, 2, -3]',
        'total in [1, 2]',
        "note in ['a', '']",
        "'ab' in tags",
        'name in tags',
      ),
      infix(fc.constantFrom('opensAt', 'closesAt'), COMPARE, fc.constantFrom("'09:30:00'", 'opensAt')),
      fc
        .tuple(texts, fc.constantFrom('startsWith', 'endsWith', 'contains'), fc.constantFrom(...WORDS))
        .map(([a, f, b]) => `${a}.${f}(${celString(b)})`),
      fc.constantFrom('was.currency == price.currency', "was.currency in ['EUR']"),
    ),
    emptiness: infix(fc.constantFrom(...OPTIONAL), ['==', '!='], fc.constant('null')),
    bool: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('question'),
      tie('emptiness'),
      infix(tie('bool'), ['&&', '||'], tie('bool')),
      tie('bool').map((text) => `!(${text})`),
      fc.tuple(tie('bool'), tie('bool'), tie('bool')).map(([test, then, other]) => `(${test} ? ${then} : ${other})`),
    ),
  };
}).bool!;

function readsField(text: string): boolean {
  return /[a-z]/.test(text.replaceAll('size', ''));
}

/** Rows as the rules of a generated repository see them. */
export const arbitraryRow: fc.Arbitrary<ExpressionRow> = fc.record({
  name: fc.constantFrom(...WORDS),
  note: orNull(fc.constantFrom(...WORDS)),
  quantity: fc.integer({ min: -5, max: 1000 }),
  limit: orNull(fc.integer({ min: -5, max: 1000 })),
  total: fc.bigInt({ min: -5n, max: 10n ** 7n }),
  budget: orNull(fc.bigInt({ min: -5n, max: 10n ** 7n })),
  weight: thousandths(),
  volume: orNull(thousandths()),
  price: money(),
  was: orNull(money()),
  active: fc.boolean(),
  checked: orNull(fc.boolean()),
  startsOn: day(),
  endsOn: orNull(day()),
  placedAt: moment(),
  paidAt: orNull(moment()),
  opensAt: fc.constantFrom('00:00:00', '09:30:00', '23:59:59'),
  closesAt: orNull(fc.constantFrom('09:30:00', '18:00:00')),
  status: fc.constantFrom('open', 'closed', 'lost'),
  tags: fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }),
});

function orNull<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(value, { nil: null, freq: 3 });
}

function thousandths(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom('0.300', '1.500', '-2.000'),
    fc.integer({ min: -99_999, max: 99_999 }).map((value) => (value / 1000).toFixed(3)),
  );
}

function money(): fc.Arbitrary<{ amount: number; currency: string }> {
  return fc.record({ amount: fc.integer({ min: -5, max: 100_000 }), currency: fc.constantFrom('EUR', 'USD') });
}

function day(): fc.Arbitrary<Date> {
  return fc.integer({ min: -3, max: 90 }).map((days) => new Date(Date.UTC(2026, 0, 1 + days)));
}

function moment(): fc.Arbitrary<Date> {
  return fc.oneof(
    fc.constant(new Date('2026-01-01T00:00:00Z')),
    fc
      .integer({ min: -(86_400_000 * 3), max: 86_400_000 * 90 })
      .map((milliseconds) => new Date(Date.UTC(2026, 0, 1) + milliseconds)),
  );
}

/** The expression that a text says, over `EXPRESSION_FIELDS`. */
export function understood(text: string): Expression {
  const { expression, findings } = compiled(text, EXPRESSION_FIELDS);
  if (!expression) throw new Error(`${text}: ${findings.map(({ message }) => message).join(' ')}`);
  return expression;
}
