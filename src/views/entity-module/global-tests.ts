import { z } from 'zod';
import type { Design, EntityDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { sqlIdentifier, tsString } from '../../text/escape.js';
import { jsonLiteral } from '../fields/literal.js';
import { importList } from '../fields/printed.js';
import { columnValues } from './column-values.js';
import { factoryOf } from './factory.js';
import { ownReferences } from './relations.js';

const factoryWords = z.object({
  textMany: z.string(),
  factory: z.string(),
  imports: z.array(z.object({ names: z.string(), file: z.string() })),
  samples: z.array(z.object({ values: z.string() })),
  required: z.array(z.object({ key: z.string(), factory: z.string() })),
  isAlone: z.boolean(),
  insert: z.string(),
});

/** Adds reference data for tests, past the API. */
export const globalFactoryView = defineView({
  templates: ['global-entity-module/factory.ts.hbs'],
  schema: factoryWords,
});

export function globalFactoryWords(entity: EntityDesign, design: Design): z.infer<typeof factoryWords> {
  const own = factoryOf(entity.entity.name, design);
  const required = ownReferences(entity).filter(({ optional }) => !optional);
  const fields = entity.fields.filter(({ settable }) => settable.create);
  const columns = [
    'id',
    ...required.map(({ column }) => column),
    ...fields.flatMap((field) => field.columns.map(({ column }) => column)),
  ];
  const targets = required.map(({ key, target }) => ({ key, ...factoryOf(target, design) }));
  const files = [...new Set(targets.map(({ file }) => file))];
  return {
    textMany: entity.names.textMany,
    factory: own.factory,
    imports: [
      ...files.map((file) => ({
        file,
        names: importList(targets.filter((target) => target.file === file).map(({ factory }) => factory)),
      })),
      { file: 'resource', names: 'type Factory' },
    ],
    samples: entity.samples.map((sample) => ({
      values: fields
        .flatMap((field) => columnValues(field, sample))
        .map(jsonLiteral)
        .join(', '),
    })),
    required: targets.map(({ key, factory }) => ({ key, factory })),
    isAlone: targets.length === 0,
    insert: tsString(insertStatement(entity.table, columns)),
  };
}

function insertStatement(table: string, columns: readonly string[]): string {
  const names = columns.map(sqlIdentifier).join(', ');
  const places = columns.map((_, position) => `$${position + 1}`).join(', ');
  return `INSERT INTO ${table} (${names}) VALUES (${places}) ON CONFLICT DO NOTHING`;
}

const specWords = z.object({
  one: z.string(),
  many: z.string(),
  textMany: z.string(),
  fileOne: z.string(),
  CODE: z.string(),
  factory: z.string(),
  path: z.string(),
  sorts: z.string(),
});

/** Behaviour of the endpoints of reference data. */
export const globalIntegrationSpecView = defineView({
  templates: ['global-entity-module/integration.spec.ts.hbs'],
  schema: specWords,
});

export function globalIntegrationSpecWords(entity: EntityDesign, design: Design): z.infer<typeof specWords> {
  const { one, many, textMany, fileOne, CODE } = entity.names;
  const sorts = entity.sorts.flatMap(({ name }) => [name, `-${name}`]);
  return {
    one,
    many,
    textMany,
    fileOne,
    CODE,
    factory: factoryOf(entity.entity.name, design).factory,
    path: tsString(`/api/v1${entity.route}`),
    sorts: sorts.map(tsString).join(', '),
  };
}
