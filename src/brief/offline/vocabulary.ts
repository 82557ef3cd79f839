import type { BlueprintSource } from '../../blueprint/schema/blueprint.js';
import { spacedCase } from '../../text/case.js';
import { actionsOf } from './system.js';
import { TermIndex, type Term } from './terms.js';

/** Something of a blueprint that can answer a requirement, as `requirements.by` names it. */
export interface Answer {
  readonly reference: string;
  readonly kind: 'entity' | 'action' | 'field' | 'context' | 'report' | 'role' | 'integration' | 'base';
  /** `context.Entity` of an action or a field. */
  readonly of?: string;
}

/** The words by which a brief may speak of the items of a blueprint: their names. */
export function vocabularyOf(blueprint: BlueprintSource): TermIndex<Answer> {
  return new TermIndex(termsOf(blueprint));
}

function termsOf(blueprint: BlueprintSource): Term<Answer>[] {
  const keys = (kind: 'report' | 'role' | 'integration', section: string, items: object | undefined): Term<Answer>[] =>
    Object.keys(items ?? {}).map((name) => ({
      text: spacedCase(name),
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
      { text: spacedCase(context), target: { kind: 'context', reference: context } } satisfies Term<Answer>,
      ...Object.entries(entities).flatMap(([name, entity]) => entityTerms(`${context}.${name}`, name, entity)),
    ]),
    ...baseTerms(blueprint),
  ];
}

type Entity = NonNullable<BlueprintSource['contexts'][string]['entities']>[string];

function entityTerms(reference: string, name: string, entity: Entity): Term<Answer>[] {
  const member = (kind: 'action' | 'field', key: string, text: string): Term<Answer> => ({
    text,
    target: { kind, reference: `${reference}.${key}`, of: reference },
  });
  return [
    { text: spacedCase(name), target: { kind: 'entity', reference } },
    ...Object.keys({ ...entity.fields, ...entity.relations }).map((key) => member('field', key, spacedCase(key))),
    ...Object.entries(actionsOf(entity)).flatMap(([key, action]) => {
      const state = typeof action === 'string' ? action.split('->').at(-1)!.trim() : action.to;
      return [member('action', key, spacedCase(key)), member('action', key, spacedCase(state))];
    }),
  ];
}

/** What every generated repository has, whatever its blueprint says. */
function baseTerms({ webhooks, reactions = [] }: BlueprintSource): Term<Answer>[] {
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
    ...(reactions.length === 0
      ? []
      : base('reactions', [
          'notify',
          'notification',
          'remind',
          'reminder',
          'automatically',
          'email confirmation',
          'gets an email',
          'by email',
          'by sms',
        ])),
  ];
}
