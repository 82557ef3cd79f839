import { kebabCase, sentenceCase } from '../../text/case.js';
import type { Design, EntityDesign } from '../model.js';
import { BASE_ENDPOINTS } from './base.js';
import type { EndpointDesign } from './model.js';

/** Every endpoint, base contexts first, then the domain in the order of its contexts. */
export function endpointsOf({ contexts }: Pick<Design, 'contexts'>): readonly EndpointDesign[] {
  return [...BASE_ENDPOINTS, ...contexts.flatMap(({ entities }) => entities.flatMap(entityEndpoints))];
}

type Row = Pick<EndpointDesign, 'method' | 'summary' | 'status' | 'operation'> & {
  /** After the route of the entity. */
  readonly path: string;
  readonly handler: string;
  readonly permission: string;
  readonly roles?: readonly string[];
};

function entityEndpoints(entity: EntityDesign): EndpointDesign[] {
  const rows = entity.writable ? [...readingRows(entity), ...writingRows(entity)] : readingRows(entity);
  return rows.map(({ path, handler, roles = [], ...row }) => ({
    ...row,
    path: `/api/v1${entity.route}${path}`,
    access: 'permission',
    scope: 'own',
    roles,
    takesCredentials: false,
    handler: `${entity.names.Many}Controller.${handler}`,
    entity: entity.entity.name,
    context: entity.context.name,
    file: controllerOf(entity),
  }));
}

function readingRows({ names, permissions }: EntityDesign): Row[] {
  const { textOne, textMany } = names;
  const permission = permissions.read ?? '';
  const list = `List ${textMany}`;
  const get = `Read one ${textOne}`;
  return [
    { method: 'GET', path: '', handler: 'list', permission, summary: list, status: 200, operation: 'list' },
    { method: 'GET', path: '/:id', handler: 'get', permission, summary: get, status: 200, operation: 'get' },
  ];
}

function writingRows({ names, permissions, actions }: EntityDesign): Row[] {
  const subject = `${names.article} ${names.textOne}`;
  const allowed = (action: string): string => permissions[action] ?? '';
  return [
    {
      method: 'POST',
      path: '',
      handler: 'create',
      permission: allowed('create'),
      summary: `Create ${subject}`,
      status: 201,
      operation: 'create',
    },
    {
      method: 'PATCH',
      path: '/:id',
      handler: 'update',
      permission: allowed('update'),
      summary: `Change ${subject}`,
      status: 200,
      operation: 'update',
    },
    {
      method: 'DELETE',
      path: '/:id',
      handler: 'delete',
      permission: allowed('delete'),
      summary: `Delete ${subject}`,
      status: 204,
      operation: 'delete',
    },
    ...actions.map(({ name, path, permission, action }): Row => ({
      method: 'POST',
      path: `/:id/${path}`,
      handler: name,
      permission,
      roles: action.roles,
      summary: action.summary ?? `${sentenceCase(name)} ${subject}`,
      status: 200,
      operation: 'action',
    })),
  ];
}

function controllerOf({ context, names: { fileMany } }: EntityDesign): string {
  return `apps/api/src/modules/${kebabCase(context.name)}/${fileMany}/${fileMany}.controller.ts`;
}
