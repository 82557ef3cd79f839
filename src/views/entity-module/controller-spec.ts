import { z } from 'zod';
import type { EntityDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { tsString } from '../../text/escape.js';
import { ownReferences } from './relations.js';

const words = z.object({
  one: z.string(),
  textMany: z.string(),
  fileOne: z.string(),
  path: z.string(),
  actions: z.array(z.object({ path: z.string() })),
  hasRoles: z.boolean(),
  required: z.string().optional(),
  typed: z.string().optional(),
  bounded: z.object({ fields: z.array(z.object({ name: z.string(), max: z.number() })) }).optional(),
  refused: z.string(),
});

/** Stands in paths of which nothing is looked up. */
const SOME_ID = '00000000-0000-4000-8000-000000000000';

/** What an entity's endpoints refuse before anything is looked up. */
export const entityControllerSpecView = defineView({
  templates: ['entity-module/controller.spec.ts.hbs'],
  schema: words,
});

export function entityControllerSpecWords(entity: EntityDesign): z.infer<typeof words> {
  const { names, actions } = entity;
  const bounded = boundedFields(entity);
  return {
    one: names.one,
    textMany: names.textMany,
    fileOne: names.fileOne,
    path: tsString(`/api/v1${entity.route.replaceAll(/:\w+/g, SOME_ID)}`),
    actions: actions.map(({ path }) => ({ path })),
    hasRoles: actions.some(({ action }) => action.roles.length > 0),
    required: listed(requiredMembers(entity).map((name) => `/${name}`)),
    typed: listed(typedMembers(entity)),
    bounded: bounded.length > 0 ? { fields: bounded } : undefined,
    refused: [...systemMembers(entity), 'id', 'tenantId', 'surprise'].map(tsString).join(', '),
  };
}

function listed(names: readonly string[]): string | undefined {
  return names.length > 0 ? names.map(tsString).join(', ') : undefined;
}

function requiredMembers(entity: EntityDesign): string[] {
  const fields = entity.fields.filter(
    ({ field, settable }) => settable.create && !field.optional && field.default === undefined && isDemanded(field),
  );
  return [
    ...fields.map(({ name }) => name),
    ...ownReferences(entity)
      .filter(({ optional }) => !optional)
      .map(({ key }) => key),
  ];
}

/** A list that is left out is an empty one, unless it has to have members. */
function isDemanded({ many, min }: EntityDesign['fields'][number]['field']): boolean {
  return !many || (min ?? 0) > 0;
}

/** Everything but JSON, which may be anything. */
function typedMembers(entity: EntityDesign): string[] {
  return [
    ...entity.fields
      .filter(({ field, settable }) => settable.create && (field.type.kind !== 'json' || field.many))
      .map(({ name }) => name),
    ...ownReferences(entity).map(({ key }) => key),
    ...entity.links.map(({ key }) => key),
  ];
}

function boundedFields(entity: EntityDesign): { name: string; max: number }[] {
  return entity.fields.flatMap(({ name, field, settable }) => {
    if (!settable.create || field.many || field.type.kind !== 'string') return [];
    return [{ name: tsString(name), max: Math.min(field.max ?? field.type.length, field.type.length) }];
  });
}

/** What the system sets and clients do not. */
function systemMembers({ fields, parent }: EntityDesign): string[] {
  return [
    ...fields.filter(({ settable }) => !settable.create).map(({ name }) => name),
    ...(parent ? [parent.key] : []),
  ];
}
