import { z } from 'zod';
import type { FieldValue } from '../../blueprint/model.js';
import type { EntityDesign, FieldDesign, LinkDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { comment, tsString } from '../../text/escape.js';
import { from } from '../../text/origin.js';
import { expressionTypescript } from '../expression-typescript.js';
import { domainType } from '../fields/domain-type.js';
import { enumNames } from '../fields/enum-names.js';
import { domainLiteral } from '../fields/literal.js';

export const member = z.object({ name: z.string(), type: z.string(), about: z.string().optional() });

const words = z.object({
  imports: z.array(z.object({ name: z.string(), file: z.string() })),
  One: z.string(),
  one: z.string(),
  textOne: z.string(),
  article: z.string(),
  about: z.string().optional(),
  enums: z.array(z.object({ constant: z.string(), type: z.string(), values: z.string() })),
  members: z.array(member),
  linkTypes: z.array(z.object({ type: z.string(), members: z.array(member) })),
  rules: z.array(z.object({ id: z.string(), expression: z.string(), message: z.string(), holds: z.string() })),
  hasRules: z.boolean(),
  candidateFields: z.string(),
  hasLifecycle: z.boolean(),
  stateType: z.string(),
  actionNames: z.string(),
  actions: z.array(
    z.object({
      name: z.string(),
      permission: z.string(),
      from: z.string(),
      to: z.string(),
      emits: z.string().optional(),
      hasSets: z.boolean(),
      sets: z.array(z.object({ name: z.string(), value: z.string() })),
      when: z.object({ expression: z.string(), holds: z.string() }).optional(),
    }),
  ),
});

/** What packages/core knows about one entity: its data, its rules and its lifecycle. */
export const coreEntityView = defineView({
  templates: ['packages/core/src/entity.ts.hbs'],
  schema: words,
});

export function coreEntityWords(entity: EntityDesign): z.infer<typeof words> {
  const { names, actions } = entity;
  const lifecycle = entity.entity.lifecycle;
  const stateField = entity.fields.find(({ name }) => name === lifecycle?.field);
  return {
    imports: coreImports(entity),
    One: names.One,
    one: names.one,
    textOne: names.textOne,
    article: names.article,
    about: aboutOf(entity.entity.summary),
    enums: coreEnums(entity),
    members: coreMembers(entity),
    linkTypes: entity.links.filter(({ fields }) => fields.length > 0).map(linkType),
    rules: entity.rules.map((rule) =>
      from(rule.at, {
        id: tsString(rule.id),
        expression: tsString(rule.expression.source),
        message: tsString(rule.message),
        holds: expressionTypescript(rule.expression),
      }),
    ),
    hasRules: entity.rules.length > 0,
    candidateFields: candidateFields(entity)
      .map(({ name }) => tsString(name))
      .join(' | '),
    hasLifecycle: actions.length > 0,
    stateType: stateField ? enumNames(names.One, stateField.field).type : '',
    actionNames: actions.map(({ name }) => tsString(name)).join(' | '),
    actions: actions.map(({ name, permission, action }) =>
      from(action.at, {
        name,
        permission: tsString(permission),
        from: action.from.map(tsString).join(', '),
        to: tsString(action.to),
        emits: action.emits === undefined ? undefined : tsString(action.emits),
        hasSets: action.sets.length > 0,
        sets: action.sets.map(({ field, value }) => ({ name: field, value: setValue(entity, field, value) })),
        when: action.when && { expression: tsString(action.when.source), holds: expressionTypescript(action.when) },
      }),
    ),
  };
}

/** Its enum fields, and those of its links. */
export function coreEnums(entity: EntityDesign): { constant: string; type: string; values: string }[] {
  const fields = [
    ...entity.fields.map(({ field }) => ({ owner: entity.names.One, field })),
    ...entity.links.flatMap((link) => link.fields.map(({ field }) => ({ owner: link.model, field }))),
  ];
  return fields.flatMap(({ owner, field }) =>
    field.type.kind === 'enum'
      ? [{ ...enumNames(owner, field), values: field.type.values.map(tsString).join(', ') }]
      : [],
  );
}

/** Fields, then keys of what it refers to, then links. */
export function coreMembers({ names, fields, references, links }: EntityDesign): z.infer<typeof member>[] {
  return [
    ...fields.map((field) => fieldMember(names.One, field)),
    ...references.map(({ key, optional, relation }) =>
      from(relation?.at, {
        name: key,
        type: optional ? 'string | null' : 'string',
        about: aboutOf(relation?.summary),
      }),
    ),
    ...links.map((link) =>
      from(link.relation.at, {
        name: link.key,
        type: link.fields.length > 0 ? `${link.model}[]` : 'string[]',
        about: aboutOf(link.relation.summary),
      }),
    ),
  ];
}

/** Fields that the rules read. */
export function candidateFields({ fields, rules }: EntityDesign): FieldDesign[] {
  return fields.filter(({ name }) => rules.some(({ expression }) => expression.fields.includes(name)));
}

function fieldMember(owner: string, { name, field }: FieldDesign): z.infer<typeof member> {
  return from(field.at, { name, type: domainType(owner, field).code, about: aboutOf(field.summary) });
}

function linkType(link: LinkDesign): { type: string; members: z.infer<typeof member>[] } {
  const key = { name: link.targetKey, type: 'string' };
  return { type: link.model, members: [key, ...link.fields.map((field) => fieldMember(link.model, field))] };
}

export function aboutOf(summary: string | undefined): string | undefined {
  return summary === undefined || summary === '' ? undefined : comment(summary);
}

function setValue(entity: EntityDesign, name: string, value: FieldValue): string {
  const field = entity.fields.find((each) => each.name === name);
  if (!field) throw new Error(`${entity.names.One} has no field ${name} to set.`);
  return domainLiteral(field.field, value);
}

/** Files of packages/core by what is imported from them. */
const HOME: Readonly<Record<string, string>> = {
  FileReference: 'file-reference',
  JsonValue: 'json',
  Transition: 'lifecycle',
  Money: 'money',
  Rule: 'rules',
  Stored: 'stored',
};

export function coreImports(entity: EntityDesign): { name: string; file: string }[] {
  const fields = [...entity.fields, ...entity.links.flatMap((link) => link.fields)];
  const used = new Set([
    ...fields.flatMap(({ field }) => domainType(entity.names.One, field).uses),
    // Nobody writes reference data through the API: its rules are constraints of the database only.
    ...(entity.writable ? ['Stored'] : []),
    ...(entity.writable && entity.rules.length > 0 ? ['Rule'] : []),
    ...(entity.writable && entity.actions.length > 0 ? ['Transition'] : []),
  ]);
  return Object.entries(HOME).flatMap(([name, file]) => (used.has(name) ? [{ name, file }] : []));
}
