import type { EndpointDesign } from '../../../design/endpoints/model.js';
import type { Design } from '../../../design/model.js';
import { markdownTableCell } from '../../../text/escape.js';
import { code, counted } from '../words.js';

export interface FormRow {
  readonly form: string;
  readonly route: string;
  readonly file: string;
}

/** Each form of a path, by a route of this system. */
export function formRows({ endpoints }: Design, hero: string | undefined): FormRow[] {
  const own = endpoints.filter(({ entity }) => entity !== undefined && entity === hero);
  const others = endpoints.filter(({ entity }) => entity !== undefined && entity !== hero);
  const domain = [...own, ...others];
  const isPart = ({ path }: EndpointDesign): boolean => /\/:\w+\/[\w-]+$/.test(path);
  const forms: [form: string, endpoint: EndpointDesign | undefined][] = [
    ['`{resource}`', domain.find(({ operation }) => operation === 'list')],
    ['`{resource}/{id}`', domain.find(({ operation }) => operation === 'get')],
    ['`{resource}/{id}/{sub-resource}`', domain.find((each) => each.operation === 'list' && isPart(each))],
    ['`{resource}/{id}/{action}`', domain.find(({ operation }) => operation === 'action')],
    ['the caller’s organization', endpoints.find(({ path }) => path.endsWith('/organizations/current'))],
    ['the caller', endpoints.find(({ path }) => path.endsWith('/users/me'))],
    ['probe, without prefix', endpoints.find(({ path }) => path === '/ready')],
  ];
  return forms.flatMap(([form, endpoint]) =>
    endpoint ? [{ form, route: code(endpoint.path), file: code(endpoint.file) }] : [],
  );
}

export interface MethodRow {
  readonly method: string;
  readonly use: string;
  readonly count: string;
  readonly success: string;
  readonly refusals: string;
  readonly example: string;
}

/** What each method means here; statuses as the code answers them. */
export function methodRows({ endpoints }: Design, hero: string | undefined): MethodRow[] {
  const uses: [use: string, endpoint: (each: EndpointDesign) => boolean, refusals: string][] = [
    ['read a list', ({ operation }) => operation === 'list', '400, 401, 403, 404, 429'],
    ['read one', ({ operation }) => operation === 'get', '400, 401, 403, 404, 429'],
    ['create', ({ operation }) => operation === 'create', '400, 401, 403, 404, 409, 422, 429'],
    ['change some members', ({ method }) => method === 'PATCH', '400, 401, 403, 404, 409, 422, 429'],
    ['replace a whole set', ({ method }) => method === 'PUT', '400, 401, 403, 404, 409, 422, 429'],
    ['take an action', isAction, '400, 401, 403, 404, 409, 422, 429'],
    ['delete', ({ operation }) => operation === 'delete', '400, 401, 403, 404, 409, 429'],
  ];
  return uses.flatMap(([use, fits, refusals]) => {
    const found = endpoints.filter(fits);
    const example = found.find(({ entity }) => entity !== undefined && entity === hero) ?? found.at(-1);
    if (!example) return [];
    const statuses = [...new Set(found.map(({ status }) => status))].sort();
    const success = statuses.map((status) =>
      status === 201 && use === 'create' ? '201; `Location`, but for invitations' : status,
    );
    return [
      {
        method: [...new Set(found.map(({ method }) => method))].join(', '),
        use,
        count: String(found.length),
        success: success.join(', '),
        // Below nothing, there is nothing that could be missing.
        refusals: found.some(({ path }) => path.includes(':')) ? refusals : refusals.replace(' 404,', ''),
        example: code(`${example.method} ${example.path}`),
      },
    ];
  });
}

function isAction({ method, operation }: EndpointDesign): boolean {
  return method === 'POST' && operation === 'action';
}

export interface EndpointGroup {
  readonly heading: string;
  readonly rows: { readonly endpoint: string; readonly does: string; readonly access: string }[];
}

/** Every endpoint, by context. */
export function endpointGroups({ endpoints }: Design, section: string): EndpointGroup[] {
  const contexts = [...new Set(endpoints.map(({ context }) => context))];
  return contexts.map((context, position) => ({
    heading: `${section}.${position + 1} Endpoints of ${context}`,
    rows: endpoints
      .filter((endpoint) => endpoint.context === context)
      .map((endpoint) => ({
        endpoint: code(`${endpoint.method} ${endpoint.path}`),
        does: markdownTableCell(endpoint.summary),
        access: accessOf(endpoint),
      })),
  }));
}

function accessOf({ access, permission, scope, roles }: EndpointDesign): string {
  if (access === 'public') return 'anybody';
  if (access === 'member' || permission === undefined) return 'every member';
  const all = scope === 'all' ? ', of all rows' : '';
  const role = roles.length > 0 ? `, and ${roles.map(code).join(' or ')}` : '';
  return `${code(permission)}${all}${role}`;
}

export function publicRoutes({ endpoints }: Design): string {
  const routes = endpoints.filter(({ access }) => access === 'public');
  return `${counted(routes.length, 'route')}: ${routes.map(({ method, path }) => code(`${method} ${path}`)).join(', ')}`;
}
