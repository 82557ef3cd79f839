import { kebabCase } from '../../text/case.js';
import { oneLine } from '../../text/escape.js';
import { number } from '../amount.js';
import { environmentOf } from '../environment.js';
import type { Design, EntityDesign, FieldDesign } from '../model.js';
import { leadingEntity } from '../leading-entity.js';

/** What the facts of security are derived from. */
export type SecurityInput = Pick<
  Design,
  'blueprint' | 'product' | 'scale' | 'entities' | 'contexts' | 'stack' | 'roles' | 'permissions' | 'endpoints'
>;

/** One kind of row to speak of, with the names and files that a reader can look up. */
export interface Subject {
  /** `order` */
  readonly one: string;
  /** `an order` */
  readonly aOne: string;
  /** `An order` */
  readonly AnOne: string;
  /** `orders` */
  readonly many: string;
  /** `ordering.order` */
  readonly permission: string;
  /** `/api/v1/orders` */
  readonly route: string;
  /** `POST /api/v1/orders` */
  readonly creates: string;
  readonly table: string;
  readonly dto: string;
  readonly repository: string;
  readonly service: string;
  readonly httpTest: string;
  readonly integrationTest: string;
}

/** What every repository has: who speaks of rows can speak of its members. */
const MEMBERS: Subject = {
  one: 'member',
  aOne: 'a member',
  AnOne: 'A member',
  many: 'members',
  permission: 'users',
  route: '/api/v1/users',
  creates: 'POST /api/v1/organizations/current/invitations',
  table: 'users',
  dto: 'apps/api/src/modules/users/users.dto.ts',
  repository: 'apps/api/src/modules/users/users.repository.ts',
  service: 'apps/api/src/modules/users/users.service.ts',
  httpTest: 'apps/api/test/access.spec.ts',
  integrationTest: 'apps/api/src/modules/users/users.integration.spec.ts',
};

export function subjectOf({ names, context, table, route }: EntityDesign): Subject {
  const folder = `apps/api/src/modules/${kebabCase(context.name)}/${names.fileMany}`;
  return {
    one: names.textOne,
    aOne: `${names.article} ${names.textOne}`,
    AnOne: `${names.article === 'an' ? 'An' : 'A'} ${names.textOne}`,
    many: names.textMany,
    permission: `${context.name}.${names.one}`,
    route: `/api/v1${route}`,
    creates: `POST /api/v1${route}`,
    table,
    dto: `${folder}/${names.fileOne}.dto.ts`,
    repository: `${folder}/${names.fileMany}.repository.ts`,
    service: `${folder}/${names.fileMany}.service.ts`,
    httpTest: `${folder}/${names.fileMany}.controller.spec.ts`,
    integrationTest: `${folder}/${names.fileMany}.integration.spec.ts`,
  };
}

/** The entity that the rest of the system waits for, if people can make rows of it by themselves. */
export function centralEntity(design: Pick<Design, 'blueprint' | 'entities'>): EntityDesign | undefined {
  const entity = leadingEntity(design);
  return entity.writable && entity.parent === undefined ? entity : undefined;
}

export function centralSubject(design: Pick<Design, 'blueprint' | 'entities'>): Subject {
  const entity = centralEntity(design);
  return entity ? subjectOf(entity) : MEMBERS;
}

export interface EntityField {
  readonly entity: EntityDesign;
  readonly field: FieldDesign;
}

/** Every field that meets the condition, in the order of the entities. */
export function fieldsWhere(
  { entities }: Pick<Design, 'entities'>,
  holds: (field: FieldDesign, entity: EntityDesign) => boolean,
): EntityField[] {
  return entities.flatMap((entity) =>
    entity.fields.filter((field) => holds(field, entity)).map((field) => ({ entity, field })),
  );
}

export const moneyFields = (design: Pick<Design, 'entities'>): EntityField[] =>
  fieldsWhere(design, ({ field }) => field.type.kind === 'money');

export const personalFields = (design: Pick<Design, 'entities'>): EntityField[] =>
  fieldsWhere(design, ({ field }) => field.personal);

/** `order.total`, `orderLine.unitPrice` */
export function fieldName({ entity, field }: EntityField): string {
  return `${entity.names.one}.${field.name}`;
}

/** Entities of which a role reaches its own rows only, with that role. */
export function ownScopes({ entities, roles, permissions }: SecurityInput): { role: string; entity: EntityDesign }[] {
  const byKey = new Map(permissions.map((permission) => [permission.key, permission]));
  return roles.flatMap(({ name, grants }) => {
    const names = new Set(
      grants.filter(({ scope }) => scope === 'own').map(({ permission }) => byKey.get(permission)?.entity),
    );
    return entities.filter(({ entity }) => names.has(entity.name)).map((entity) => ({ role: name, entity }));
  });
}

/** Names of permissions that a role holds for the action of the entity. */
export function rolesThatMay({ roles }: SecurityInput, permission: string): string[] {
  return roles.filter(({ grants }) => grants.some((grant) => grant.permission === permission)).map(({ name }) => name);
}

/** `2,592,000`, `true`: the value that a variable has unless somebody sets it, as the document writes it. */
export function setting(design: Pick<Design, 'product' | 'blueprint' | 'scale'>, name: string): string {
  const found = environmentOf(design).find((variable) => variable.name === name);
  if (found?.default === undefined) throw new Error(`The environment has no default of ${name}.`);
  return /^\d+$/.test(found.default) ? number(Number(found.default)) : found.default;
}

/** Endpoints that take a password or a token instead of an access token. */
export function publicEndpoints({ endpoints }: Pick<Design, 'endpoints'>): Design['endpoints'] {
  return endpoints.filter(({ access }) => access === 'public');
}

/** `a`, `a and b`, `a, b and c`; the first ones where they are many. */
export function listed(words: readonly string[], most = 4): string {
  if (words.length > most) return `${words.slice(0, most - 1).join(', ')} and others`;
  const [last = '', ...rest] = words.toReversed();
  return rest.length === 0 ? last : `${rest.toReversed().join(', ')} and ${last}`;
}

/** Names of the language only, which hold no back quote. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** Free text of the blueprint, such as the name that somebody else gave an event. */
export function codeOf(text: string): string {
  return code(oneLine(text).replaceAll(/[`|]/g, ' ').trim() || '?');
}
