import { z } from 'zod';
import type { Design, EntityDesign, EntityNames } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { tsString } from '../../text/escape.js';
import { filterOf } from '../fields/filter.js';
import { type ImportLine, importLine, importLines } from '../fields/imports.js';
import { candidateFields } from '../core/entity.js';
import { factoryOf } from './factory.js';
import { entityNamed } from './lookup.js';
import { permissionOf } from './permission.js';
import { ownReferences, rootOf, takenErrors } from './relations.js';
import { actionCase, actionCases, actionRefusal, actionRefusals, actionRole, actionRoles } from './spec/lifecycle.js';
import { linkCase, linkCases } from './spec/links.js';
import { referenceCase, referenceCases } from './spec/references.js';
import { violation, violationsOf } from './spec/violations.js';

const words = z.object({
  one: z.string(),
  One: z.string(),
  many: z.string(),
  Many: z.string(),
  textMany: z.string(),
  CODE: z.string(),
  factory: z.string(),
  table: z.string(),
  imports: z.array(importLine),
  hidden: z.string(),
  hasPrivate: z.boolean(),
  privateNames: z.string(),
  state: z.object({ field: z.string(), initial: z.string() }).optional(),
  sequences: z.array(z.object({ name: z.string() })),
  takenFields: z.array(z.object({ key: z.string(), text: z.string(), code: z.string() })),
  sorts: z.array(z.object({ name: z.string(), order: z.string() })),
  filters: z.object({ names: z.string(), isOptional: z.boolean() }).optional(),
  referenceFilters: z.array(z.object({ key: z.string(), factory: z.string() })),
  search: z.string().optional(),
  changedSample: z.number(),
  fixed: z.string(),
  refusedOnUpdate: z.string(),
  hasRules: z.boolean(),
  violations: z.array(violation),
  hasActions: z.boolean(),
  actionCases: z.array(actionCase),
  actionRefusals: z.array(actionRefusal),
  actionRoles: z.array(actionRole),
  hasReferences: z.boolean(),
  references: z.array(referenceCase),
  links: z.array(linkCase),
  actions: z.array(z.object({ path: z.string() })),
  restrictedActions: z.array(z.object({ path: z.string() })),
  permissionList: z.string(),
  isPart: z.boolean(),
  rootTable: z.string(),
  ownerColumn: z.string(),
  owner: z.object({ key: z.string() }).optional(),
  read: z.string(),
  create: z.string(),
  update: z.string(),
  delete: z.string(),
});

/** Behaviour of an entity's endpoints on a real PostgreSQL. */
export const entityIntegrationSpecView = defineView({
  templates: ['entity-module/integration.spec.ts.hbs'],
  schema: words,
});

export function entityIntegrationSpecWords(entity: EntityDesign, design: Design): z.infer<typeof words> {
  const { names, fields } = entity;
  const root = rootOf(entity, design);
  const references = referenceCases(entity, design);
  const links = linkCases(entity, design);
  const privateFields = fields.filter(({ visible, settable }) => !visible && settable.create);
  const [actions, restrictedActions] = actionPaths(entity);
  const hidden = ['tenantId', 'updatedBy', ...fields.filter(({ visible }) => !visible).map(({ name }) => name)];
  const referenceFilters = referenceFiltersOf(entity, design);
  const owner = ownReferences(entity).find(({ key }) => key === entity.ownerKey);
  const permissions = ['read', 'update', 'delete', ...entity.actions.filter(isOpen).map(({ name }) => name)];
  return {
    one: names.one,
    One: names.One,
    many: names.many,
    Many: names.Many,
    textMany: names.textMany,
    CODE: names.CODE,
    factory: factoryOf(entity.entity.name, design).factory,
    table: entity.table,
    imports: importsOf(
      entity,
      design,
      // A shared target is made only where a test refers to one that exists.
      [...references.filter((each) => !each.isShared || each.isUnique), ...links, ...referenceFilters].map(
        ({ factory }) => factory,
      ),
      deletedTargets(entity, design),
    ),
    hidden: hidden.map(tsString).join(', '),
    hasPrivate: privateFields.length > 0,
    privateNames: privateFields.map(({ name }) => tsString(name)).join(', '),
    state: stateOf(entity),
    sequences: fields
      .filter(({ field, visible }) => field.type.kind === 'sequence' && visible)
      .map(({ name }) => ({ name })),
    takenFields: takenFieldsOf(entity),
    sorts: sortsOf(entity),
    filters: filtersOf(entity),
    referenceFilters: referenceFilters.map(({ key, factory }) => ({ key, factory })),
    search: searchOf(entity),
    ...changeOf(entity),
    refusedOnUpdate: refusedOnUpdate(entity).map(tsString).join(', '),
    hasRules: entity.violations.length > 0,
    violations: violationsOf(entity),
    hasActions: entity.actions.length > 0,
    actionCases: actionCases(entity),
    actionRefusals: actionRefusals(entity),
    actionRoles: actionRoles(entity),
    hasReferences: references.length + links.length > 0,
    references,
    links,
    actions,
    restrictedActions,
    permissionList: permissions.map((action) => permissionOf(entity, action)).join(', '),
    isPart: entity.parent !== undefined,
    rootTable: root.table,
    ownerColumn: root.references.find(({ key }) => key === root.ownerKey)?.column ?? 'created_by',
    owner: owner && { key: owner.key },
    read: permissionOf(entity, 'read'),
    create: permissionOf(entity, 'create'),
    update: permissionOf(entity, 'update'),
    delete: permissionOf(entity, 'delete'),
  };
}

const isOpen = ({ action }: EntityDesign['actions'][number]): boolean => action.roles.length === 0;

function actionPaths({ actions }: EntityDesign): [{ path: string }[], { path: string }[]] {
  const paths = (chosen: EntityDesign['actions']) => chosen.map(({ path }) => ({ path }));
  return [paths(actions.filter(isOpen)), paths(actions.filter((action) => !isOpen(action)))];
}

function stateOf({ entity: { lifecycle }, fields }: EntityDesign): { field: string; initial: string } | undefined {
  const isVisible = fields.some(({ name, visible }) => name === lifecycle?.field && visible);
  return lifecycle && isVisible ? { field: lifecycle.field, initial: tsString(lifecycle.initial) } : undefined;
}

/** Unique fields; not those that a rule reads, since the value of another sample might break it. */
function takenFieldsOf(entity: EntityDesign): { key: string; text: string; code: string }[] {
  const read = candidateFields(entity).map(({ name }) => name);
  const isTried = (key: string): boolean =>
    !read.includes(key) &&
    entity.fields.some(({ name, visible, settable }) => name === key && visible && settable.create);
  return takenErrors(entity)
    .filter(({ key }) => isTried(key))
    .map(({ key, text, code }) => ({ key, text, code }));
}

function sortsOf(entity: EntityDesign): { name: string; order: string }[] {
  const columns = entity.fields.flatMap((field) => field.columns);
  return entity.sorts.flatMap(({ name, column }) => {
    const sql = columns.find((each) => each.name === column)?.column ?? 'created_at';
    return [
      { name: tsString(name), order: tsString(`"${sql}", id`) },
      { name: tsString(`-${name}`), order: tsString(`"${sql}" DESC, id DESC`) },
    ];
  });
}

/** Filters whose parameter is written as the API returns the value. */
function filtersOf(entity: EntityDesign): { names: string; isOptional: boolean } | undefined {
  const fields = entity.filters.flatMap((filter) => {
    if (filter.kind === 'reference' || !filter.visible) return [];
    return filterOf(entity.names.One, filter.field) ? [filter.field] : [];
  });
  if (fields.length === 0) return undefined;
  return {
    names: fields.map(({ name }) => tsString(name)).join(', '),
    isOptional: fields.some(({ optional }) => optional),
  };
}

function referenceFiltersOf(entity: EntityDesign, design: Design): { key: string; factory: string }[] {
  return entity.filters.flatMap((filter) =>
    filter.kind === 'reference' ? [{ key: filter.key, factory: factoryOf(filter.target, design).factory }] : [],
  );
}

const LONGEST_SEARCH = 200;

/** A field that is searched and returned, with a sample short enough to search for. */
function searchOf({ search, samples: [sample = {}] }: EntityDesign): string | undefined {
  return search.find(({ name, visible, field }) => {
    const value = sample[name];
    return visible && !field.many && typeof value === 'string' && value.length <= LONGEST_SEARCH;
  })?.name;
}

/** What an update is tried with: another sample, unless a rule compares what may change with what may not. */
function changeOf(entity: EntityDesign): { changedSample: number; fixed: string } {
  const fixed = entity.fields.filter(({ settable }) => settable.create && !settable.update).map(({ name }) => name);
  const comparesFixed = candidateFields(entity).some(({ name }) => fixed.includes(name));
  return { changedSample: comparesFixed ? 0 : 1, fixed: fixed.map(tsString).join(', ') };
}

/** What no update takes: what is immutable, what the system sets, and whose row it is. */
function refusedOnUpdate({ fields, references }: EntityDesign): string[] {
  return [
    ...fields.filter(({ settable }) => !settable.update).map(({ name }) => name),
    ...references.filter(({ immutable }) => immutable).map(({ key }) => key),
    ...['id', 'tenantId', 'createdBy'],
  ];
}

/** Targets that a test deletes. */
function deletedTargets(entity: EntityDesign, design: Design): EntityNames[] {
  return ownReferences(entity).flatMap(({ target }) => {
    const found = entityNamed(target, design);
    return found?.writable ? [found.names] : [];
  });
}

function importsOf(
  entity: EntityDesign,
  design: Design,
  factories: readonly string[],
  targets: readonly EntityNames[],
): ImportLine[] {
  const { names } = entity;
  const own = factoryOf(entity.entity.name, design);
  const referred = [...ownReferences(entity), ...entity.links].map(({ target }) => factoryOf(target, design));
  const needed = [
    { name: own.factory, file: own.file },
    ...[`${names.one}Body`, `${names.many}Path`, `${names.one}Samples`, `several${names.Many}`].map((name) => ({
      name,
      file: own.file,
    })),
    ...referred
      .filter(({ factory }) => factories.includes(factory))
      .map(({ factory, file }) => ({ name: factory, file })),
    ...targets.map(({ many, fileOne }) => ({ name: `${many}Path`, file: `${fileOne}.factory` })),
    ...['everyId', 'type Query', 'type Resource', 'resource', 'without'].map((name) => ({ name, file: 'resource' })),
  ];
  return importLines([
    { path: 'node:crypto', names: ['randomUUID'] },
    { path: 'vitest', names: ['afterAll', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it'] },
    ...needed.map(({ name, file }) => ({ path: `../../../../test/factories/${file}.js`, names: [name] })),
    { path: '../../../../test/support/api.js', names: ['startApi', 'type TestApi'] },
    { path: '../../../../test/support/members.js', names: ['aMember', 'aMemberWith', 'type TestMember'] },
    { path: `./${names.fileOne}.dto.js`, names: [`type ${names.One}View`] },
  ]);
}
