import { z } from 'zod';
import type { Design, EntityDesign, FieldDesign, LinkDesign, ReferenceDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { camelCase } from '../../text/case.js';
import { tsString } from '../../text/escape.js';
import { from, type Origin } from '../../text/origin.js';
import { filterOf } from '../fields/filter.js';
import { createSchema, updateSchema } from '../fields/input-schema.js';
import { outputSchema, outputValue } from '../fields/output.js';
import { importList, plain, type Printed } from '../fields/printed.js';
import { coreFile } from './paths.js';
import { ownReferences } from './relations.js';

const schema = z.object({ name: z.string(), schema: z.string() });
const shown = z.object({ name: z.string(), schema: z.string(), value: z.string() });

const linkShape = z.object({
  model: z.string(),
  schemaName: z.string(),
  members: z.array(schema),
  viewName: z.string(),
  shown: z.array(shown),
});

const words = z.object({
  scope: z.string(),
  coreFile: z.string(),
  coreImports: z.string(),
  imports: z.array(z.object({ names: z.string(), file: z.string() })),
  one: z.string(),
  One: z.string(),
  Many: z.string(),
  links: z.array(linkShape),
  createMembers: z.array(schema),
  updateMembers: z.array(schema),
  sorts: z.string(),
  isNarrowed: z.boolean(),
  filters: z.array(schema),
  isSearchable: z.boolean(),
  members: z.array(shown),
});

/** What goes into the API and what comes out of it. */
export const entityDtoView = defineView({
  templates: ['entity-module/dto.ts.hbs'],
  schema: words,
});

export function entityDtoWords(entity: EntityDesign, design: Design): z.infer<typeof words> {
  const { names } = entity;
  const members = membersOf(entity);
  const filters = filtersOf(entity);
  const links = entity.links.filter(({ fields }) => fields.length > 0);
  const used = new Set([
    ...members.flatMap(({ create, update, view, value }) =>
      [create, update, view, value].flatMap((printed) => printed?.uses ?? []),
    ),
    ...filters.flatMap(({ printed }) => printed.uses),
    ...links.flatMap(({ model, fields }) =>
      fields.flatMap(({ field }) => [
        ...createSchema(model, field).uses,
        ...outputSchema(model, field).uses,
        ...outputValue('link', field).uses,
      ]),
    ),
    ...(entity.search.length > 0 ? ['text'] : []),
    ...['page', 'pageOf'],
  ]);
  return {
    scope: design.product.scope,
    coreFile: coreFile(entity),
    coreImports: importList([
      `type ${names.One}`,
      ...links.map(({ model }) => `type ${model}`),
      ...[...used].filter((name) => !(name in HELPERS)),
    ]),
    imports: helperImports(used),
    one: names.one,
    One: names.One,
    Many: names.Many,
    links: links.map(linkWords),
    createMembers: members.flatMap(({ name, at, create }) => (create ? [from(at, { name, schema: create.code })] : [])),
    updateMembers: members.flatMap(({ name, at, update }) => (update ? [from(at, { name, schema: update.code })] : [])),
    sorts: sortNames(entity).map(tsString).join(', '),
    isNarrowed: filters.length > 0 || entity.search.length > 0,
    filters: filters.map(({ name, printed }) => ({ name, schema: printed.code })),
    isSearchable: entity.search.length > 0,
    members: members.flatMap(({ name, at, view, value }) =>
      view && value ? [from(at, { name, schema: view.code, value: value.code })] : [],
    ),
  };
}

/** One member of the JSON that describes an entity; what it is not part of is undefined. */
interface Member {
  readonly name: string;
  readonly at?: Origin | undefined;
  readonly create?: Printed | undefined;
  readonly update?: Printed | undefined;
  readonly view?: Printed | undefined;
  readonly value?: Printed | undefined;
}

function membersOf(entity: EntityDesign): Member[] {
  const members = everyMemberOf(entity);
  return entity.writable ? members : members.map(({ name, at, view, value }) => ({ name, at, view, value }));
}

function everyMemberOf(entity: EntityDesign): Member[] {
  const { names, parent } = entity;
  return [
    ...entity.fields.map((field) => fieldMember(names.One, names.one, field)),
    ...(parent ? [{ name: parent.key, ...shownKey(names.one, parent) }] : []),
    ...ownReferences(entity).map((reference) => ({
      name: reference.key,
      at: reference.relation?.at,
      ...shownKey(names.one, reference),
      create: plain(reference.optional ? 'z.uuid().nullable().default(null)' : 'z.uuid()'),
      update: reference.immutable
        ? undefined
        : plain(reference.optional ? 'z.uuid().nullable().optional()' : 'z.uuid().optional()'),
    })),
    ...entity.links.map((link) => ({ ...linkMember(names.one, link), at: link.relation.at })),
  ];
}

function fieldMember(owner: string, receiver: string, { name, field, settable, visible }: FieldDesign): Member {
  return {
    name,
    at: field.at,
    create: settable.create ? createSchema(owner, field) : undefined,
    update: settable.update ? updateSchema(owner, field) : undefined,
    view: visible ? outputSchema(owner, field) : undefined,
    value: visible ? outputValue(receiver, field) : undefined,
  };
}

function shownKey(receiver: string, { key, optional }: ReferenceDesign): Pick<Member, 'view' | 'value'> {
  return { view: plain(optional ? 'z.uuid().nullable()' : 'z.uuid()'), value: plain(`${receiver}.${key}`) };
}

function linkMember(receiver: string, link: LinkDesign): Member {
  const { key } = link;
  if (link.fields.length === 0) {
    const keys = 'z.array(z.uuid()).max(100)';
    return {
      name: key,
      create: plain(`${keys}.default([])`),
      update: plain(`${keys}.optional()`),
      view: plain('z.array(z.uuid())'),
      value: plain(`${receiver}.${key}`),
    };
  }
  const { schemaName, viewName } = linkSchemaNames(link);
  const items = `z.array(${schemaName}).max(100)`;
  return {
    name: key,
    create: plain(`${items}.default([])`),
    update: plain(`${items}.optional()`),
    view: plain(`z.array(${viewName})`),
    value: plain(`${receiver}.${key}.map(to${link.model}View)`),
  };
}

function linkSchemaNames({ model }: LinkDesign): { schemaName: string; viewName: string } {
  const one = camelCase(model);
  return { schemaName: `${one}Input`, viewName: `${one}View` };
}

function linkWords(link: LinkDesign): z.infer<typeof linkShape> {
  const { model, targetKey, fields } = link;
  const keyMember = { name: targetKey, schema: 'z.uuid()', value: `link.${targetKey}` };
  return {
    ...linkSchemaNames(link),
    model,
    members: [keyMember, ...fields.map(({ name, field }) => ({ name, schema: createSchema(model, field).code }))].map(
      ({ name, schema: code }) => ({ name, schema: code }),
    ),
    shown: [
      keyMember,
      ...fields
        .filter(({ visible }) => visible)
        .map(({ name, field }) => ({
          name,
          schema: outputSchema(model, field).code,
          value: outputValue('link', field).code,
        })),
    ],
  };
}

interface ListFilter {
  readonly name: string;
  readonly printed: Printed;
}

function filtersOf(entity: EntityDesign): ListFilter[] {
  return entity.filters.flatMap((filter) => {
    if (filter.kind === 'reference') return [{ name: filter.key, printed: plain('z.uuid()') }];
    const known = filterOf(entity.names.One, filter.field);
    return known ? [{ name: filter.name, printed: known.schema }] : [];
  });
}

/** Newest first unless asked otherwise. */
function sortNames({ sorts }: EntityDesign): string[] {
  const names = sorts.filter(({ name }) => name !== 'createdAt').flatMap(({ name }) => [name, `-${name}`]);
  return ['-createdAt', 'createdAt', ...names];
}

/** Helpers of the API's dtos, by the file below `src/http/` that has them. */
const HELPERS: Readonly<Record<string, string>> = {
  ...inFile('fields', ['bigint', 'date', 'datetime', 'decimal', 'duration', 'email', 'fileReference', 'int', 'json']),
  ...inFile('fields', ['money', 'orNow', 'phone', 'slug', 'text', 'time', 'toDay', 'url']),
  ...inFile('filters', ['anyOf', 'truth', 'wholeNumber']),
  ...inFile('paging', ['page', 'pageOf']),
  ...inFile('rich-text', ['richText']),
};

function inFile(file: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, file]));
}

function helperImports(used: ReadonlySet<string>): { names: string; file: string }[] {
  const files = [...new Set(Object.values(HELPERS))];
  return files.flatMap((file) => {
    const names = [...used].filter((name) => HELPERS[name] === file);
    return names.length > 0 ? [{ names: importList(names), file }] : [];
  });
}
