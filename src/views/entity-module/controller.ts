import { z } from 'zod';
import type { Design, EntityDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { comment, tsString } from '../../text/escape.js';
import { from } from '../../text/origin.js';
import { permissionOf } from './permission.js';
import { ancestorsOf } from './relations.js';
import { importList } from '../fields/printed.js';

const words = z.object({
  scope: z.string(),
  one: z.string(),
  One: z.string(),
  many: z.string(),
  Many: z.string(),
  fileOne: z.string(),
  fileMany: z.string(),
  tag: z.string(),
  route: z.string(),
  location: z.string(),
  guards: z.string(),
  parents: z.array(z.object({ key: z.string() })),
  parentArguments: z.string(),
  read: z.string(),
  create: z.string(),
  update: z.string(),
  delete: z.string(),
  actions: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      permission: z.string(),
      about: z.string().optional(),
      roles: z.string().optional(),
    }),
  ),
});

/** What can be called: route, permission and schema, then one call of the service. */
export const entityControllerView = defineView({
  templates: ['entity-module/controller.ts.hbs'],
  schema: words,
});

export function entityControllerWords(entity: EntityDesign, design: Design): z.infer<typeof words> {
  const { names, actions } = entity;
  const parents = ancestorsOf(entity, design)
    .map(({ reference }) => ({ key: reference.key }))
    .reverse();
  return {
    scope: design.product.scope,
    one: names.one,
    One: names.One,
    many: names.many,
    Many: names.Many,
    fileOne: names.fileOne,
    fileMany: names.fileMany,
    tag: tsString(names.textMany),
    route: tsString(entity.route.slice(1)),
    location: segmentsOf(entity.route),
    guards: importList([
      'CurrentActor',
      'RequirePermission',
      ...(actions.some(({ action }) => action.roles.length > 0) ? ['RequireRole'] : []),
    ]),
    parents,
    parentArguments: parents.map(({ key }) => `${key}, `).join(''),
    read: permissionOf(entity, 'read'),
    create: permissionOf(entity, 'create'),
    update: permissionOf(entity, 'update'),
    delete: permissionOf(entity, 'delete'),
    actions: actions.map(({ name, path, permission: key, action }) =>
      from(action.at, {
        name,
        path,
        permission: tsString(key),
        about: action.summary === undefined ? undefined : comment(action.summary),
        roles: action.roles.length > 0 ? action.roles.map(tsString).join(', ') : undefined,
      }),
    ),
  };
}

/** `/orders/:orderId/lines` as arguments: `'orders', orderId, 'lines'`. */
function segmentsOf(route: string): string {
  return route
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => (segment.startsWith(':') ? segment.slice(1) : tsString(segment)))
    .join(', ');
}
