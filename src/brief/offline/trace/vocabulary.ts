import type { BlueprintSource } from '../../../blueprint/schema/blueprint.js';
import { spacedCase } from '../../../text/case.js';
import { actionsOf } from '../compose/system.js';
import { TermIndex, type Term } from '../library/terms.js';

/** Something of a blueprint that can answer a requirement, as `requirements.by` names it. */
export interface Answer {
  readonly reference: string;
  readonly kind: 'entity' | 'action' | 'context' | 'report' | 'role' | 'integration' | 'base' | Understood;
  /** `context.Entity` of an action or a field. */
  readonly of?: string;
}

/** Words that are understood, but that answer nothing by themselves: fields, states, and what merely hints at a domain. */
type Understood = 'field' | 'value' | 'hint';

/** A name is meant only by its own words: `custom` is no customer. */
export const exactTerm = (name: string): string =>
  spacedCase(name)
    .split(' ')
    .map((word) => `=${word}`)
    .join(' ');

/** The words by which a brief may speak of the items of a blueprint: their names. */
export function vocabularyOf(blueprint: BlueprintSource): TermIndex<Answer> {
  return new TermIndex(termsOf(blueprint));
}

function termsOf(blueprint: BlueprintSource): Term<Answer>[] {
  const keys = (kind: 'report' | 'role' | 'integration', section: string, items: object | undefined): Term<Answer>[] =>
    Object.keys(items ?? {}).map((name) => ({
      text: exactTerm(name),
      target: { kind, reference: `${section}.${name}` },
    }));
  return [
    ...keys('report', 'reports', blueprint.reports),
    ...keys('role', 'roles', blueprint.roles),
    ...keys('integration', 'integrations', blueprint.integrations),
    ...Object.entries(blueprint.integrations ?? {}).map(([name, { kind }]): Term<Answer> => ({
      text: kind,
      target: { kind: 'integration', reference: `integrations.${name}` },
    })),
    ...Object.entries(blueprint.contexts).flatMap(([context, { entities = {} }]) => [
      { text: exactTerm(context), target: { kind: 'context', reference: context } } satisfies Term<Answer>,
      ...Object.entries(entities).flatMap(([name, entity]) => entityTerms(`${context}.${name}`, name, entity)),
    ]),
    ...baseTerms(blueprint),
  ];
}

type Entity = NonNullable<BlueprintSource['contexts'][string]['entities']>[string];

function entityTerms(reference: string, name: string, entity: Entity): Term<Answer>[] {
  const member = (kind: 'action' | 'field' | 'value', key: string, text: string): Term<Answer> => ({
    text,
    target: { kind, reference: `${reference}.${key}`, of: reference },
  });
  return [
    { text: exactTerm(name), target: { kind: 'entity', reference } },
    ...Object.keys({ ...entity.fields, ...entity.relations }).map((key) => member('field', key, exactTerm(key))),
    ...Object.entries(entity.fields ?? {}).flatMap(([key, field]) =>
      valuesOf(typeof field === 'string' ? field : field.type).map((value) => member('value', key, exactTerm(value))),
    ),
    ...Object.entries(actionsOf(entity)).flatMap(([key, action]) => {
      const state = typeof action === 'string' ? action.split('->').at(-1)!.trim() : action.to;
      return [member('action', key, spacedCase(key)), member('action', key, exactTerm(state))];
    }),
  ];
}

/** `enum(active, sick) = active` → active, sick. */
const valuesOf = (type: string): string[] =>
  /^enum\(([^)]*)\)/
    .exec(type)?.[1]
    ?.split(',')
    .map((value) => value.trim()) ?? [];

/** What every generated repository has, whatever its blueprint says. */
function baseTerms({ webhooks }: BlueprintSource): Term<Answer>[] {
  const base = (reference: string, texts: readonly string[]): Term<Answer>[] =>
    texts.map((text) => ({ text, target: { kind: 'base', reference } }));
  return [
    ...base('audit', ['audit log', 'audit trail', 'audit', 'who changed what', 'who did what', 'change history']),
    ...base('users', [
      'sign in',
      'log in',
      'login',
      'sign up',
      'password',
      'invite users',
      'invite people',
      'invite members',
      'user account',
    ]),
    ...base('permissions', ['permission', 'role based', 'access right', 'access control', 'roles and rights']),
    ...base('tenancy', [
      'multi tenant',
      'multi tenancy',
      'tenant',
      'own data',
      "each other's data",
      'isolated',
      'isolation',
    ]),
    ...(webhooks === undefined ? [] : base('webhooks', ['webhook'])),
  ];
}
