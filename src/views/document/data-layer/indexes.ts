import type { Design, EntityDesign } from '../../../design/model.js';
import { identifier } from '../../../design/names.js';
import { snakeCase } from '../../../text/case.js';
import { code } from '../words.js';

/** One index of the database, by the name that the migration gives it. */
export interface IndexRow {
  readonly table: string;
  readonly index: string;
  readonly columns: readonly string[];
  /** The query or the constraint that it is for. */
  readonly serves: string;
}

/** Every index of the domain: keys, constraints and what lists are looked up by. */
export function domainIndexes({ entities }: Pick<Design, 'entities'>): (IndexRow & { readonly context: string })[] {
  return entities.flatMap((entity) =>
    [...entityIndexes(entity), ...linkIndexes(entity)].map((row) => ({ ...row, context: entity.context.name })),
  );
}

function entityIndexes(entity: EntityDesign): IndexRow[] {
  const { table, tenantScoped, uniques, indexes, route, names } = entity;
  const column = columnNames(entity);
  const tenantKey = ['tenant_id', 'id'];
  return [
    { table, index: identifier(table, 'pkey'), columns: ['id'], serves: `\`GET /api/v1${route}/:id\`` },
    ...(tenantScoped
      ? [
          {
            table,
            index: identifier(table, ...tenantKey, 'key'),
            columns: tenantKey,
            serves: `references to ${names.textMany}`,
          },
        ]
      : []),
    ...uniques.map(({ name, columns, fields }) => ({
      table,
      index: name,
      columns: columns.map(column),
      serves: `one for each ${fields.map(code).join(', ')}`,
    })),
    ...indexes.map(({ name, columns, serves }) => ({
      table,
      index: name,
      columns: columns.map(column),
      serves: servesText(serves),
    })),
  ];
}

function linkIndexes({ links }: EntityDesign): IndexRow[] {
  return links.flatMap(({ table, sourceColumn, targetColumn, targetTenantScoped, targetTable, name }) => {
    const backwards = [...(targetTenantScoped ? ['tenant_id'] : []), targetColumn];
    return [
      {
        table,
        index: identifier(table, 'pkey'),
        columns: ['tenant_id', sourceColumn, targetColumn],
        serves: `${code(name)}, each once`,
      },
      {
        table,
        index: identifier(table, ...backwards, 'idx'),
        columns: backwards,
        serves: `deletion of ${code(targetTable)}`,
      },
    ];
  });
}

/** From the names of the ORM to those of the database. */
function columnNames({ fields, references }: EntityDesign): (name: string) => string {
  const known = new Map([
    ...fields.flatMap(({ columns }) => columns.map(({ name, column }): [string, string] => [name, column])),
    ...references.map(({ key, column }): [string, string] => [key, column]),
  ]);
  return (name) => known.get(name) ?? snakeCase(name);
}

/** `GET /api/v1/orders?status=` as code; the rest of a sentence stays as it is. */
function servesText(serves: string): string {
  return serves
    .replace(/^GET [^\s,]+/, (path) => code(path))
    .replace(/^(foreign key) (\w+)$/, '$1 `$2`')
    .replace(/^The members who have a role; deleting a role$/, 'deletion of a role');
}

/** Indexes of the tables that every system has, read from the schema, where a comment says what each is for. */
export function baseIndexes(schema: string, { entities }: Pick<Design, 'entities'>): IndexRow[] {
  const domain = new Set(entities.flatMap(({ entity, links }) => [entity.name, ...links.map(({ model }) => model)]));
  const models = [...schema.matchAll(/^model (\w+) \{\n(.*?)\n\}/gms)];
  return models.filter(([, name = '']) => !domain.has(name)).flatMap(([, , body = '']) => indexesOfModel(body));
}

function indexesOfModel(body: string): IndexRow[] {
  const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? '';
  const key = /^ +(\w+) .*@id\b/m.exec(body)?.[1];
  const column = (name: string): string =>
    new RegExp(`^ +${name} .*@map\\("(\\w+)"\\)`, 'm').exec(body)?.[1] ?? snakeCase(name);
  const rows: IndexRow[] = key === undefined ? [] : [row(table, 'pkey', [column(key)], 'one row by its key')];
  let comment = '';
  for (const line of body.split('\n')) {
    const [, kind, names = ''] = /^ +@@(id|unique|index)\(\[([^\]]+)\]/.exec(line) ?? [];
    if (kind !== undefined) {
      const columns = names.split(', ').map(column);
      const usual = kind === 'id' ? 'its key' : columns.join() === 'tenant_id,id' ? 'references to it' : 'each once';
      rows.push(row(table, kind, columns, comment === '' ? usual : comment));
    }
    comment = /^ +\/\/ (.*?)\.?$/.exec(line)?.[1] ?? '';
  }
  return rows;
}

const SUFFIXES: Readonly<Record<string, string>> = { unique: 'key', index: 'idx' };

function row(table: string, kind: string, columns: readonly string[], serves: string): IndexRow {
  const suffix = SUFFIXES[kind];
  const index = suffix === undefined ? identifier(table, 'pkey') : identifier(table, ...columns, suffix);
  return { table, index, columns, serves: servesText(serves) };
}
