import type { Charset, Count, EntitiesDiagram, EntityBox, EntityRelation } from '../model.js';
import { Canvas } from './canvas.js';
import { columns, MAX_COLUMNS, padded, shortened, wrap } from './text.js';

const GAP = 2;

/** Unique columns of an organization's tables are unique within the organization. */
const KEYS = 'PK primary key   FK foreign key   UK unique   ? may be empty   n : 1 many rows here for one there';

interface Card {
  readonly title: string;
  /** Parts divided by a rule. */
  readonly parts: readonly (readonly string[])[];
}

/** One card for each table with its columns and what it refers to; without columns, one for each group with the names. */
export function drawEntities(diagram: EntitiesDiagram, charset: Charset): string {
  const hasColumns = diagram.groups.some(({ entities }) => entities.some((one) => one.columns.length > 0));
  const count = hasColumns ? diagram.groups.flatMap(({ entities }) => entities).length : diagram.groups.length;
  const width = count > 1 ? Math.floor((MAX_COLUMNS - GAP) / 2) : MAX_COLUMNS;
  const cards = hasColumns ? tableCards(diagram, width - 4, charset) : groupCards(diagram, width - 4);
  const widest = Math.max(...cards.flatMap(({ title, parts }) => [columns(title) + 2, ...parts.flat().map(columns)]));
  const drawing = drawCards(cards, Math.min(width, widest + 4), charset);
  return hasColumns ? `${drawing}\n\n${KEYS}` : drawing;
}

function tableCards({ groups, relations }: EntitiesDiagram, width: number, charset: Charset): Card[] {
  const entities = groups.flatMap((group) => group.entities);
  return entities
    .filter((entity) => entity.columns.length > 0)
    .map((entity) => {
      const held = relations.filter(({ from }) => from === entity.id);
      const named = held.flatMap((relation) => relationLines(relation, entities, width));
      const dot = charset === 'unicode' ? '·' : '-';
      return {
        title: entity.table === undefined ? entity.title : `${entity.title} ${dot} ${entity.table}`,
        parts: [columnLines(entity, width, charset), ...(named.length > 0 ? [named] : [])],
      };
    });
}

function columnLines({ columns: fields }: EntityBox, width: number, charset: Charset): string[] {
  const keys = fields.map(({ keys: all }) => all.join(' '));
  const keyWidth = Math.max(2, ...keys.map(columns));
  const typeWidth = Math.min(20, Math.max(...fields.map(({ type, optional }) => columns(type) + (optional ? 1 : 0))));
  const nameWidth = Math.min(width - keyWidth - typeWidth - 4, Math.max(...fields.map(({ name }) => columns(name))));
  return fields.map(({ name, type, optional }, index) =>
    [
      padded(keys[index] ?? '', keyWidth),
      padded(shortened(name, nameWidth, charset), nameWidth),
      shortened(`${type}${optional ? '?' : ''}`, typeWidth, charset),
    ].join('  '),
  );
}

function relationLines(relation: EntityRelation, entities: readonly EntityBox[], width: number): string[] {
  const target = entities.find(({ id }) => id === relation.to)?.title ?? relation.to;
  const counts = `${SHORT[relation.fromCount]} : ${SHORT[relation.toCount]}`;
  const indent = 11;
  return wrap(`${target}, ${relation.label}`, width - indent).map(
    (line, index) => padded(index === 0 ? counts : '', indent) + line,
  );
}

const SHORT: Readonly<Record<Count, string>> = { one: '1', 'zero-or-one': '0..1', many: 'n' };

function groupCards({ groups, relations }: EntitiesDiagram, width: number): Card[] {
  const nameOf = new Map(groups.flatMap(({ entities }) => entities.map(({ id, title }) => [id, title])));
  return groups.map(({ title, entities }) => {
    const nameWidth = Math.max(...entities.map((one) => columns(one.title)));
    const lines = entities.flatMap((entity) => {
      const named = namesByCount(
        relations.filter(({ from }) => from === entity.id),
        nameOf,
      );
      const words = wrap(named, Math.max(12, width - nameWidth - 2));
      return words.map((line, index) => `${padded(index === 0 ? entity.title : '', nameWidth)}  ${line}`.trimEnd());
    });
    return { title, parts: [lines] };
  });
}

/** `n:1 Category, Product; n:n Tag`. */
function namesByCount(relations: readonly EntityRelation[], nameOf: ReadonlyMap<string, string>): string {
  const kinds = new Map<string, Map<string, number>>();
  for (const { fromCount, toCount, to } of relations) {
    const kind = `${SHORT[fromCount]}:${toCount === 'many' ? 'n' : '1'}`;
    const names = kinds.get(kind) ?? new Map<string, number>();
    kinds.set(kind, names);
    const name = nameOf.get(to) ?? to;
    names.set(name, (names.get(name) ?? 0) + 1);
  }
  return [...kinds]
    .map(
      ([kind, names]) =>
        `${kind} ${[...names].map(([name, times]) => (times > 1 ? `${name} (${times})` : name)).join(', ')}`,
    )
    .join('; ');
}

/** In two columns, each card in the shorter one. */
function drawCards(cards: readonly Card[], width: number, charset: Charset): string {
  const canvas = new Canvas(charset);
  const bottoms = cards.length > 1 ? [0, 0] : [0];
  for (const { title, parts } of cards) {
    const column = bottoms.indexOf(Math.min(...bottoms));
    const x = column * (width + GAP);
    let y = bottoms[column] ?? 0;
    canvas.horizontal(y, x, x + width - 1);
    canvas.text(x + 2, y, ` ${shortened(title, width - 6, charset)} `);
    const top = y;
    parts.forEach((lines, index) => {
      if (index > 0) canvas.horizontal(y, x, x + width - 1);
      lines.forEach((line, row) => canvas.text(x + 2, y + 1 + row, line));
      y += lines.length + 1;
    });
    canvas.horizontal(y, x, x + width - 1);
    canvas.vertical(x, top, y);
    canvas.vertical(x + width - 1, top, y);
    bottoms[column] = y + 1;
  }
  return canvas.toString();
}
