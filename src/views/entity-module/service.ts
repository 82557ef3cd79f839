import { z } from 'zod';
import type { Design, EntityDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { comment, tsString } from '../../text/escape.js';
import { from } from '../../text/origin.js';
import { type ImportLine, importLine, importLines } from '../fields/imports.js';
import { coreFile, fromModule } from './paths.js';
import { permissionOf } from './permission.js';
import { type Ancestor, ancestorsOf, ownReferences } from './relations.js';

const words = z.object({
  one: z.string(),
  One: z.string(),
  many: z.string(),
  Many: z.string(),
  textOne: z.string(),
  imports: z.array(importLine),
  parent: z
    .object({
      One: z.string(),
      textOne: z.string(),
      key: z.string(),
    })
    .optional(),
  parentParameters: z.string(),
  parentArguments: z.string(),
  given: z.array(z.object({ name: z.string() })),
  sequences: z.array(z.object({ name: z.string(), sequence: z.string() })),
  state: z.object({ field: z.string(), initial: z.string() }).optional(),
  owner: z.object({ key: z.string() }).optional(),
  newOwner: z.object({ key: z.string() }).optional(),
  hasRules: z.boolean(),
  lifecycle: z.object({ field: z.string() }).optional(),
  hasEvents: z.boolean(),
  create: z.string(),
  update: z.string(),
  delete: z.string(),
  actions: z.array(z.object({ name: z.string(), about: z.string().optional() })),
});

/** What happens: one method per use case. */
export const entityServiceView = defineView({
  templates: ['entity-module/service.ts.hbs'],
  schema: words,
});

export function entityServiceWords(entity: EntityDesign, design: Design): z.infer<typeof words> {
  const { names, actions } = entity;
  const ancestors = ancestorsOf(entity, design);
  const keys = ancestors.map(({ reference }) => reference.key).reverse();
  const owner = ownReferences(entity).find(({ key }) => key === entity.ownerKey);
  return {
    one: names.one,
    One: names.One,
    many: names.many,
    Many: names.Many,
    textOne: names.textOne,
    imports: importsOf(entity, design),
    parent: parentWords(ancestors),
    parentParameters: keys.map((key) => `${key}: string, `).join(''),
    parentArguments: keys.map((key) => `${key}, `).join(''),
    given: entity.parent ? [{ name: entity.parent.key }] : [],
    sequences: sequencesOf(entity),
    state: stateOf(entity),
    owner: owner && { key: owner.key },
    newOwner: owner && !owner.immutable ? { key: owner.key } : undefined,
    hasRules: entity.rules.length > 0,
    lifecycle: actions.length > 0 ? stateField(entity) : undefined,
    hasEvents: hasEvents(entity),
    create: permissionOf(entity, 'create'),
    update: permissionOf(entity, 'update'),
    delete: permissionOf(entity, 'delete'),
    actions: actions.map(({ name, action }) =>
      from(action.at, { name, about: action.summary === undefined ? undefined : comment(action.summary) }),
    ),
  };
}

function hasEvents({ actions }: EntityDesign): boolean {
  return actions.some(({ action }) => action.emits !== undefined);
}

function sequencesOf({ fields, names }: EntityDesign): { name: string; sequence: string }[] {
  return fields
    .filter(({ field }) => field.type.kind === 'sequence')
    .map(({ name }) => ({ name, sequence: tsString(`${names.one}.${name}`) }));
}

function stateOf({ entity: { lifecycle } }: EntityDesign): { field: string; initial: string } | undefined {
  return lifecycle && { field: lifecycle.field, initial: tsString(lifecycle.initial) };
}

function stateField({ entity: { lifecycle } }: EntityDesign): { field: string } | undefined {
  return lifecycle && { field: lifecycle.field };
}

function errorsOf(entity: EntityDesign): string[] {
  const {
    names: { One },
    rules,
    actions,
  } = entity;
  return [
    `${One}ChangedMeanwhile`,
    `${One}NotFound`,
    ...(rules.length > 0 ? [`${One}RuleBroken`] : []),
    ...(actions.length > 0 ? [`${One}TransitionRefused`] : []),
  ];
}

function parentWords([nearest]: readonly Ancestor[]): z.infer<typeof words>['parent'] {
  if (!nearest) return undefined;
  const { names } = nearest.entity;
  return {
    One: names.One,
    textOne: names.textOne,
    key: nearest.reference.key,
  };
}

function importsOf(entity: EntityDesign, design: Design): ImportLine[] {
  const { names, actions, rules } = entity;
  const { One, Many, fileOne, fileMany } = names;
  const { scope } = design.product;
  const [nearest] = ancestorsOf(entity, design);
  const parent = nearest?.entity;
  return importLines([
    { path: '@nestjs/common', names: ['Injectable'] },
    { path: `${scope}/core/actor`, names: ['type Actor'] },
    { path: `${scope}/core/page`, names: ['type Page'] },
    { path: `${scope}/core/lifecycle`, names: actions.length > 0 ? ['canTake'] : [] },
    { path: `${scope}/core/rules`, names: rules.length > 0 ? ['brokenRules'] : [] },
    { path: `${scope}/core/${coreFile(entity)}`, names: coreNames(entity) },
    { path: `${scope}/database/audit`, names: ['recordAudit'] },
    { path: `${scope}/database/outbox`, names: hasEvents(entity) ? ['recordEvent'] : [] },
    { path: `${scope}/database/sequence`, names: sequencesOf(entity).length > 0 ? ['nextNumber'] : [] },
    { path: `${scope}/database/tenant`, names: ['Database', 'type Transaction'] },
    { path: '../../../http/ownership.js', names: entity.ownerKey === 'createdBy' ? [] : ['ownerFor'] },
    ...(parent
      ? [
          {
            path: fromModule(entity, parent, `${parent.names.fileOne}.errors.js`),
            names: [`${parent.names.One}NotFound`],
          },
        ]
      : []),
    {
      path: `./${fileOne}.dto.js`,
      names: [`type Create${One}`, `type List${Many}`, `to${One}View`, `type Update${One}`, `type ${One}View`],
    },
    { path: `./${fileOne}.errors.js`, names: errorsOf(entity) },
    { path: `./${fileMany}.repository.js`, names: [`${Many}Repository`] },
  ]);
}

function coreNames({ names: { One, one }, rules, actions }: EntityDesign): string[] {
  return [
    `type ${One}`,
    `type ${One}Data`,
    ...(rules.length > 0 ? [`type ${One}Candidate`, `${one}Rules`] : []),
    ...(actions.length > 0 ? [`type ${One}Action`, `${one}Transitions`] : []),
  ];
}
