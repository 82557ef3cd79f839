import { didYouMean } from '../../text/nearest.js';
import type { Relation } from '../model.js';
import { LineError } from './line-error.js';
import { Cursor, tokensOf } from './line.js';

export interface RelationLine {
  readonly target: string;
  readonly optional: boolean;
  readonly many: boolean;
  readonly one: boolean;
  readonly owned: boolean;
  readonly linked: boolean;
  readonly immutable: boolean;
  readonly onDelete?: Relation['onDelete'];
  readonly inverse?: string;
  readonly offsets: Readonly<Record<string, number>>;
}

const WORDS = ['one', 'owned', 'linked', 'immutable', 'by', 'cascade', 'restrict', 'setNull'];

export function readRelationLine(line: string): RelationLine {
  const tokens = tokensOf(line);
  if ('unreadableAt' in tokens) {
    throw new LineError(
      'RELATION_SYNTAX',
      tokens.unreadableAt,
      `"${line[tokens.unreadableAt]}" has no meaning in a relation line.`,
    );
  }
  const cursor = new Cursor(tokens, line.length);
  const first = cursor.next();
  if (first?.kind !== 'word')
    throw new LineError('RELATION_SYNTAX', first?.offset ?? 0, 'A relation line begins with the name of an entity.');
  const many = cursor.takes('[]');
  const optional = cursor.takes('?');
  if (many && optional)
    throw new LineError(
      'RELATION_SYNTAX',
      first.offset,
      'A relation to many cannot be optional.',
      'An empty list says the same: leave out `?`.',
    );
  return { target: first.text, many, optional, ...readWords(cursor, many) };
}

function readWords(cursor: Cursor, many: boolean): Omit<RelationLine, 'target' | 'many' | 'optional'> {
  const offsets: Record<string, number> = { target: 0 };
  let inverse: string | undefined;
  let onDelete: Relation['onDelete'] | undefined;
  while (!cursor.done) {
    const { text, kind, offset } = cursor.next()!;
    if (kind !== 'word' || !WORDS.includes(text)) {
      throw new LineError(
        'UNKNOWN_WORD',
        offset,
        `"${text}" is not a word of a relation line.`,
        didYouMean(text, WORDS) ?? `Words are ${WORDS.join(', ')}.`,
      );
    }
    if (offsets[text] !== undefined)
      throw new LineError('RELATION_SYNTAX', offset, `"${text}" stands here for the second time.`);
    offsets[text] = offset;
    if (text === 'by') {
      offsets.inverse = cursor.offset;
      inverse = cursor.takesWord(/./);
      if (inverse === undefined)
        throw new LineError('RELATION_SYNTAX', offset, '"by" is followed by the name of a relation of the target.');
    } else if (text === 'cascade' || text === 'restrict' || text === 'setNull') {
      if (onDelete) throw new LineError('RELATION_SYNTAX', offset, `"${text}" contradicts "${onDelete}".`);
      onDelete = text;
      offsets.onDelete = offset;
    }
  }
  refuseSenseless(offsets, many);
  const has = (word: string): boolean => offsets[word] !== undefined;
  return {
    one: has('one'),
    owned: has('owned'),
    linked: has('linked'),
    immutable: has('immutable'),
    ...(onDelete === undefined ? {} : { onDelete }),
    ...(inverse === undefined ? {} : { inverse }),
    offsets,
  };
}

function refuseSenseless(offsets: Readonly<Record<string, number>>, many: boolean): void {
  const refused = many ? ['one'] : ['owned', 'linked', 'by'];
  for (const word of refused) {
    const offset = offsets[word];
    if (offset === undefined) continue;
    const message = many ? '"one" contradicts `[]`.' : `"${word}" is only for relations to many.`;
    throw new LineError('RELATION_SYNTAX', offset, message, many ? undefined : 'Write `[]` after the entity.');
  }
}
