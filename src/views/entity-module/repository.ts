import { z } from 'zod';
import type { Design, EntityDesign, FieldDesign, LinkDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { pascalCase, spacedCase } from '../../text/case.js';
import { tsString } from '../../text/escape.js';
import { type FilterMatch, filterOf } from '../fields/filter.js';
import { type ImportLine, importLine, importLines } from '../fields/imports.js';
import { cursorKind } from '../fields/sort-kind.js';
import { storageOf, type Storage } from '../fields/storage.js';
import { coreFile } from './paths.js';
import { type Ancestor, ancestorsOf, restrictingReferences, takenErrors, unknownErrors } from './relations.js';

const named = z.object({ name: z.string() });
/** A member taken out of a record into a variable, which is called like it wherever that is free. */
const local = z.object({ name: z.string(), variable: z.string() });

/** Which rows an actor reaches: by the columns of the row, or through what it is part of. */
const reach = {
  isPart: z.boolean(),
  ancestors: z.array(z.object({ key: z.string(), relation: z.string() })),
  visible: z.string(),
};

/** Where columns differ from the values of the domain; everything else of a record is spread. */
const storage = {
  domain: z.string(),
  taken: z.string(),
  takenFromRow: z.string(),
  moneys: z.array(local),
  jsons: z.array(local),
  casts: z.array(named),
  decimals: z.array(z.object({ name: z.string(), scale: z.number(), isOptional: z.boolean() })),
  decimalLists: z.array(z.object({ name: z.string(), scale: z.number() })),
};

const link = { name: z.string(), Name: z.string(), key: z.string(), accessor: z.string(), source: z.string() };

const words = z.object({
  one: z.string(),
  One: z.string(),
  Many: z.string(),
  textOne: z.string(),
  textMany: z.string(),
  imports: z.array(importLine),
  includes: z.array(z.object({ name: z.string(), target: z.string(), columns: z.array(named) })),
  hasLinks: z.boolean(),
  sorts: z.array(z.object({ name: z.string(), column: z.string(), kind: z.string(), isNullable: z.boolean() })),
  refusals: z.array(z.object({ constraint: z.string(), error: z.string() })),
  isUsed: z.boolean(),
  users: z.array(z.object({ constraint: z.string(), text: z.string() })),
  indexes: z.array(z.object({ name: z.string(), serves: z.string() })),
  equal: z.array(named),
  any: z.array(named),
  isSearchable: z.boolean(),
  searched: z.array(named),
  rows: z.object(reach),
  parent: z.object({ one: z.string(), textOne: z.string(), key: z.string(), rows: z.object(reach) }).optional(),
  parentParameters: z.string(),
  ...storage,
  keyLinks: z.array(z.object({ ...link, target: z.string() })),
  richLinks: z.array(z.object({ ...link, ...storage })),
});

/** How an entity is stored. */
export const entityRepositoryView = defineView({
  templates: ['entity-module/repository.ts.hbs'],
  schema: words,
});

export function entityRepositoryWords(entity: EntityDesign, design: Design): z.infer<typeof words> {
  const { names, links } = entity;
  const ancestors = ancestorsOf(entity, design);
  const [nearest, ...further] = ancestors;
  const taken = takenErrors(entity);
  const refusals = [...taken, ...unknownErrors(entity)].map(({ constraint, error }) => ({ constraint, error }));
  const users = usersOf(entity, design);
  const visible = visibleArguments(ancestors.at(-1)?.entity ?? entity);
  return {
    one: names.one,
    One: names.One,
    Many: names.Many,
    textOne: names.textOne,
    textMany: names.textMany,
    imports: importsOf(entity, design, [
      ...refusals.map(({ error }) => error),
      ...(users.length > 0 ? [`${names.One}InUse`] : []),
    ]),
    includes: links.map(({ name, targetKey, fields }) => ({
      name,
      target: targetKey,
      columns: [
        { name: targetKey },
        ...fields.flatMap(({ columns }) => columns.map((column) => ({ name: column.name }))),
      ],
    })),
    hasLinks: links.length > 0,
    sorts: sortsOf(entity),
    refusals,
    isUsed: users.length > 0,
    users,
    indexes: entity.indexes
      .filter(({ serves }) => serves.startsWith('GET'))
      .map(({ name, serves }) => ({ name, serves })),
    equal: filtersMatching(entity, 'equal'),
    any: filtersMatching(entity, 'any'),
    isSearchable: entity.search.length > 0,
    searched: entity.search.map(({ name }) => ({ name })),
    rows: reachOf(ancestors, visible),
    parent: nearest && {
      one: nearest.entity.names.one,
      textOne: nearest.entity.names.textOne,
      key: nearest.reference.key,
      rows: reachOf(further, visible),
    },
    parentParameters: ancestors
      .map(({ reference }) => `${reference.key}: string, `)
      .reverse()
      .join(''),
    ...storageWords(names.One, entity.fields, links),
    keyLinks: links
      .filter(({ fields }) => fields.length === 0)
      .map((each) => ({ ...linkWords(each), target: each.targetKey })),
    richLinks: richLinksOf(entity).map((each) => ({
      ...linkWords(each),
      ...storageWords(each.model, each.fields, []),
    })),
  };
}

function richLinksOf({ links }: EntityDesign): LinkDesign[] {
  return links.filter(({ fields }) => fields.length > 0);
}

function linkWords({ name, key, accessor, sourceKey }: LinkDesign) {
  return { name, Name: pascalCase(name), key, accessor, source: sourceKey };
}

function reachOf(ancestors: readonly Ancestor[], visible: string): z.infer<typeof words>['rows'] {
  return {
    isPart: ancestors.length > 0,
    ancestors: ancestors.map(({ reference }) => ({ key: reference.key, relation: reference.name })),
    visible,
  };
}

/** Whose rows they are is said by the root of the aggregate. */
function visibleArguments({ ownerKey }: EntityDesign): string {
  return `actor, ${tsString(ownerKey)}`;
}

function usersOf(entity: EntityDesign, design: Design): { constraint: string; text: string }[] {
  return restrictingReferences(entity, design).map(({ source, reference }) => ({
    constraint: reference.constraint,
    text: tsString(
      reference.name === entity.names.one
        ? source.names.textMany
        : `${source.names.textMany} (${spacedCase(reference.name)})`,
    ),
  }));
}

function sortsOf(entity: EntityDesign): z.infer<typeof words>['sorts'] {
  const columns = entity.fields.flatMap((field) => field.columns);
  return entity.sorts.map(({ name, column }) => {
    const found = columns.find((each) => each.name === column);
    return {
      name,
      column: tsString(column),
      kind: tsString(found ? cursorKind(found) : 'date'),
      isNullable: found?.nullable ?? false,
    };
  });
}

function filtersMatching(entity: EntityDesign, match: FilterMatch): { name: string }[] {
  return entity.filters.flatMap((filter) => {
    if (filter.kind === 'reference') return match === 'equal' ? [{ name: filter.key }] : [];
    return filterOf(entity.names.One, filter.field)?.match === match ? [{ name: filter.name }] : [];
  });
}

/** Variables of the methods that take a record apart. */
const VARIABLES: ReadonlySet<string> = new Set(
  'actor changes columns count data id link links refusals row tenantId tx userId uses version'.split(' '),
);

function localOf(name: string): z.infer<typeof local> {
  return { name, variable: VARIABLES.has(name) ? `${name}Value` : name };
}

function storageWords(domain: string, fields: readonly FieldDesign[], links: readonly LinkDesign[]) {
  const stored = (...kinds: Storage[]) => fields.filter(({ field }) => kinds.includes(storageOf(field)));
  const nameOf = ({ name }: { readonly name: string }) => ({ name });
  const scaleOf = ({ field: { type } }: FieldDesign) => (type.kind === 'decimal' ? type.scale : 0);
  const taken = [...stored('money', 'json').map(({ name }) => name), ...links.map(({ key }) => key)].map(localOf);
  const fromRow = [
    ...stored('money').flatMap(({ columns }) => columns.map(({ name }) => name)),
    ...links.map(({ name }) => name),
  ];
  return {
    domain,
    taken: taken.map(({ name, variable }) => `${name === variable ? name : `${name}: ${variable}`}, `).join(''),
    takenFromRow: fromRow.map((each) => `${each}, `).join(''),
    moneys: stored('money').map(({ name }) => localOf(name)),
    jsons: stored('json').map(({ name }) => localOf(name)),
    casts: stored('narrowed', 'json').map(nameOf),
    decimals: stored('decimal').map((field) => ({
      name: field.name,
      scale: scaleOf(field),
      isOptional: field.field.optional,
    })),
    decimalLists: stored('decimalList').map((field) => ({ name: field.name, scale: scaleOf(field) })),
  };
}

function importsOf(entity: EntityDesign, design: Design, errors: readonly string[]): ImportLine[] {
  const { names, writable, search } = entity;
  const { scope } = design.product;
  const models = richLinksOf(entity).map(({ model }) => `type ${model}`);
  return importLines([
    { path: '@nestjs/common', names: ['Injectable'] },
    { path: `${scope}/core/actor`, names: writable ? ['type Actor'] : [] },
    {
      path: `${scope}/core/${coreFile(entity)}`,
      names: [`type ${names.One}`, ...(writable ? [`type ${names.One}Data`, ...models] : [])],
    },
    { path: `${scope}/core/page`, names: ['type Page'] },
    { path: `${scope}/database/generated/client`, names: ['type Prisma'] },
    { path: `${scope}/database/keyset`, names: ['keyset', 'type SortColumns'] },
    { path: `${scope}/database/refusals`, names: writable ? ['refusedBy', 'type Refusals'] : [] },
    { path: `${scope}/database/scope`, names: writable ? ['visibleTo'] : [] },
    { path: `${scope}/database/search`, names: search.length > 0 ? ['containing'] : [] },
    { path: `${scope}/database/tenant`, names: ['type Transaction'] },
    { path: `${scope}/database/values`, names: valueHelpers(entity) },
    { path: `./${names.fileOne}.dto.js`, names: [`type List${names.Many}`] },
    { path: `./${names.fileOne}.errors.js`, names: writable ? errors : [] },
  ]);
}

function valueHelpers({ fields, links, writable }: EntityDesign): string[] {
  const all = [...fields, ...links.flatMap((each) => each.fields)];
  const stored = new Set(all.map(({ field }) => storageOf(field)));
  return [
    ...(stored.has('money') ? ['toMoney'] : []),
    ...(stored.has('money') && writable ? ['amountOf', 'currencyOf'] : []),
    ...(stored.has('json') && writable ? ['jsonColumn'] : []),
  ];
}
