import { didYouMean } from '../../text/nearest.js';
import type { FieldKind, FieldType, FieldValue } from '../model.js';
import { LineError } from './line-error.js';
import { Cursor, tokensOf, type Token } from './line.js';

/** What a field line says, each part with its offset in the line. */
export interface FieldLine {
  readonly type: FieldType;
  readonly optional: boolean;
  readonly many: boolean;
  readonly words: ReadonlySet<FieldWord>;
  readonly default?: FieldValue;
  readonly example?: FieldValue;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly offsets: Readonly<Record<string, number>>;
}

const WORDS = ['unique', 'immutable', 'private', 'personal'] as const;
type FieldWord = (typeof WORDS)[number];

const SIMPLE_KINDS: ReadonlySet<string> = new Set<FieldKind>([
  'text',
  'richtext',
  'int',
  'bigint',
  'money',
  'boolean',
  'date',
  'datetime',
  'time',
  'duration',
  'uuid',
  'email',
  'url',
  'phone',
  'slug',
  'json',
  'file',
  'sequence',
]);
const KINDS = [...SIMPLE_KINDS, 'string', 'decimal', 'enum'];

/** What people coming from other languages write first. */
const OTHER_NAMES: Partial<Record<string, string>> = {
  integer: 'int',
  number: 'int',
  long: 'bigint',
  float: 'decimal(12, 2)',
  double: 'decimal(12, 2)',
  bool: 'boolean',
  varchar: 'string(…)',
  char: 'string(…)',
  timestamp: 'datetime',
  timestamptz: 'datetime',
  jsonb: 'json',
  html: 'richtext',
  currency: 'money',
  guid: 'uuid',
  blob: 'file',
};

export function readFieldLine(line: string): FieldLine {
  const tokens = tokensOf(line);
  if ('unreadableAt' in tokens) {
    throw new LineError(
      'FIELD_SYNTAX',
      tokens.unreadableAt,
      `"${line[tokens.unreadableAt]}" has no meaning in a field line.`,
    );
  }
  const cursor = new Cursor(tokens, line.length);
  const type = readType(cursor);
  const many = cursor.takes('[]');
  const optional = cursor.takes('?');
  if (optional && many) {
    throw new LineError(
      'FIELD_SYNTAX',
      cursor.offset - 1,
      'A list cannot be optional.',
      'An empty list says the same: leave out `?`.',
    );
  }
  if (optional && cursor.takes('[]')) {
    throw new LineError('FIELD_SYNTAX', cursor.offset, 'A list cannot hold empty items.', 'Leave out `?`.');
  }
  return { type, many, optional, ...readModifiers(cursor, type) };
}

function readType(cursor: Cursor): FieldType {
  const name = cursor.next();
  if (name?.kind !== 'word') throw new LineError('FIELD_SYNTAX', name?.offset ?? 0, 'A field line begins with a type.');
  switch (name.text) {
    case 'string': {
      const [length] = readNumbers(cursor, name, ['length'], 'string(200)');
      if (length! < 1 || length! > 10_000)
        throw new LineError(
          'FIELD_TYPE',
          name.offset,
          'The length of a string is 1 to 10000.',
          'Longer ones are `text`.',
        );
      return { kind: 'string', length: length! };
    }
    case 'decimal': {
      const [precision, scale] = readNumbers(cursor, name, ['digits', 'decimals'], 'decimal(12, 2)');
      if (precision! < 1 || precision! > 38 || scale! < 0 || scale! > precision!) {
        throw new LineError(
          'FIELD_TYPE',
          name.offset,
          'A decimal has 1 to 38 digits, of which 0 to all are decimals.',
          'For instance `decimal(12, 2)`.',
        );
      }
      return { kind: 'decimal', precision: precision!, scale: scale! };
    }
    case 'enum':
      return { kind: 'enum', values: readEnumValues(cursor, name) };
    default:
      if (SIMPLE_KINDS.has(name.text)) return { kind: name.text as 'text' };
      throw new LineError('UNKNOWN_TYPE', name.offset, `"${name.text}" is not a field type.`, typeHint(name.text));
  }
}

function typeHint(name: string): string {
  const other = OTHER_NAMES[name.toLowerCase()];
  if (other) return `Write ${other}.`;
  if (/^[A-Z]/.test(name)) return 'An entity is referred to under `relations`.';
  return didYouMean(name, KINDS) ?? `Types are ${KINDS.join(', ')}.`;
}

function readArguments(cursor: Cursor, name: Token): Token[] {
  if (!cursor.takes('(')) return [];
  const found: Token[] = [];
  while (!cursor.takes(')')) {
    const token = cursor.next();
    if (!token)
      throw new LineError(
        'FIELD_SYNTAX',
        name.offset,
        `The brackets of ${name.text} are not closed.`,
        'Inside `{ … }` put a line with a comma in quotes.',
      );
    if (token.kind === 'sign' && token.text !== ',')
      throw new LineError('FIELD_SYNTAX', token.offset, `"${token.text}" has no meaning here.`);
    if (token.kind !== 'sign') found.push(token);
  }
  return found;
}

function readNumbers(cursor: Cursor, name: Token, meanings: readonly string[], sample: string): number[] {
  const found = readArguments(cursor, name);
  if (found.length !== meanings.length || found.some(({ text }) => !/^\d{1,9}$/.test(text))) {
    throw new LineError(
      'FIELD_TYPE',
      name.offset,
      `${name.text} needs its ${meanings.join(' and ')}.`,
      `For instance \`${sample}\`.`,
    );
  }
  return found.map(({ text }) => Number(text));
}

function readEnumValues(cursor: Cursor, name: Token): string[] {
  const found = readArguments(cursor, name);
  if (found.length === 0)
    throw new LineError(
      'FIELD_TYPE',
      name.offset,
      'An enum names its values.',
      'For instance `enum(draft, active) = draft`.',
    );
  const seen = new Set<string>();
  for (const { text, offset } of found) {
    if (!/^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(text)) {
      throw new LineError(
        'INVALID_NAME',
        offset,
        `"${text}" cannot be an enum value.`,
        'Letters, digits, `_` and `-`, beginning with a letter, 40 at most.',
      );
    }
    if (seen.has(text)) throw new LineError('DUPLICATE_NAME', offset, `The value "${text}" stands here twice.`);
    seen.add(text);
  }
  return [...seen];
}

function readModifiers(cursor: Cursor, type: FieldType): Omit<FieldLine, 'type' | 'many' | 'optional'> {
  const words = new Set<FieldWord>();
  const values: { default?: FieldValue; example?: FieldValue; min?: number; max?: number; pattern?: string } = {};
  const offsets: Record<string, number> = {};
  while (!cursor.done) {
    const { text, kind, offset } = cursor.next()!;
    const name = kind === 'sign' && text === '=' ? 'default' : text;
    if (kind === 'text' || (kind === 'sign' && name !== 'default')) {
      throw new LineError(
        'FIELD_SYNTAX',
        offset,
        `"${text}" has no meaning here.`,
        kind === 'sign' && text === '?' ? 'Write `?` right after the type.' : undefined,
      );
    }
    if (offsets[name] !== undefined)
      throw new LineError('FIELD_SYNTAX', offset, `"${text}" stands here for the second time.`);
    offsets[name] = cursor.offset;
    if (isWord(name)) {
      words.add(name);
      offsets[name] = offset;
    } else if (name === 'default' || name === 'example') values[name] = readValue(cursor, type, text);
    else if (name === 'min' || name === 'max') values[name] = readNumber(cursor, name);
    else if (name === 'pattern') values.pattern = readPattern(cursor);
    else throw unknownWord(text, offset);
  }
  return { words, offsets, ...values };
}

const isWord = (name: string): name is FieldWord => (WORDS as readonly string[]).includes(name);

function unknownWord(text: string, offset: number): LineError {
  const known = [...WORDS, 'min', 'max', 'pattern', 'example'];
  if (text === 'optional' || text === 'nullable')
    return new LineError(
      'UNKNOWN_WORD',
      offset,
      `"${text}" is not a word of a field line.`,
      'Write `?` right after the type.',
    );
  if (text === 'default')
    return new LineError('UNKNOWN_WORD', offset, '"default" is not a word of a field line.', 'Write `= value`.');
  return new LineError(
    'UNKNOWN_WORD',
    offset,
    `"${text}" is not a word of a field line.`,
    didYouMean(text, known) ?? `Words are ${known.join(', ')}, and \`= default\`.`,
  );
}

function readNumber(cursor: Cursor, name: string): number {
  const { offset } = cursor;
  const text = cursor.takesWord(/^-?\d+(\.\d+)?$/);
  if (text === undefined) throw new LineError('FIELD_SYNTAX', offset, `"${name}" is followed by a number.`);
  return Number(text);
}

function readPattern(cursor: Cursor): string {
  const { offset } = cursor;
  const token = cursor.next();
  if (token?.kind !== 'text')
    throw new LineError(
      'FIELD_SYNTAX',
      offset,
      '"pattern" is followed by a regular expression in quotes.',
      'For instance `pattern "^[A-Z]{2}$"`.',
    );
  return token.text;
}

const NUMERIC: ReadonlySet<FieldKind> = new Set<FieldKind>(['int', 'bigint', 'decimal', 'sequence']);

/** Texts keep what looks like a number or a boolean: the type of the field decides. */
function readValue(cursor: Cursor, type: FieldType, after: string): FieldValue {
  const { offset } = cursor;
  const token = cursor.next();
  if (!token || token.kind === 'sign')
    throw new LineError(
      'FIELD_SYNTAX',
      offset,
      `"${after}" is followed by a value.`,
      'Put a text with spaces in quotes.',
    );
  if (token.kind === 'text') return token.text;
  if (type.kind === 'money' && /^-?\d+$/.test(token.text))
    return { amount: Number(token.text), currency: cursor.takesWord(/^[A-Z]{3}$/) ?? '' };
  if (type.kind === 'boolean' && /^(true|false)$/.test(token.text)) return token.text === 'true';
  if (NUMERIC.has(type.kind) && /^-?\d+(\.\d+)?$/.test(token.text)) return Number(token.text);
  return token.text;
}
