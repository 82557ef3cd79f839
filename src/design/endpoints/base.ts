import type { EndpointDesign, EndpointOperation } from './model.js';

type Status = EndpointDesign['status'];

/** A base controller and what it answers to. */
interface BaseController {
  readonly context: string;
  readonly file: string;
  readonly name: string;
  /** Before the path of each endpoint. */
  readonly prefix: string;
  readonly endpoints: readonly EndpointRow[];
}

interface EndpointRow {
  /** `GET /:id` */
  readonly route: string;
  readonly handler: string;
  readonly operation: EndpointOperation;
  readonly status: Status;
  readonly access: Pick<EndpointDesign, 'access' | 'permission' | 'scope'>;
  readonly summary: string;
  readonly takesCredentials?: boolean;
}

const api = '/api/v1';
const source = 'apps/api/src';
const anybody = { access: 'public' } as const;
const member = { access: 'member' } as const;

/** The permission with the scope that its decorator asks for. */
function granted(permission: string, scope: 'own' | 'all' = 'all'): EndpointRow['access'] {
  return { access: 'permission', permission, scope };
}

/** What every system has, whatever its blueprint says: a test compares it with the generated controllers. */
const CONTROLLERS: readonly BaseController[] = [
  {
    context: 'health',
    file: `${source}/health/health.controller.ts`,
    name: 'HealthController',
    prefix: '',
    endpoints: [
      row('GET /health', 'health', 'get', 200, anybody, 'Says that the process is alive'),
      row('GET /ready', 'ready', 'get', 200, anybody, 'Says whether the process can work'),
    ],
  },
  {
    context: 'identity',
    file: `${source}/modules/identity/identity.controller.ts`,
    name: 'IdentityController',
    prefix: `${api}/auth`,
    endpoints: [
      credentials('POST /register', 'register', 201, anybody, 'Create an account with an organization'),
      credentials('POST /login', 'login', 200, anybody, 'Sign in'),
      credentials('POST /refresh', 'refresh', 200, anybody, 'Exchange a refresh token for new tokens'),
      credentials('POST /accept-invitation', 'acceptInvitation', 201, anybody, 'Join the organization that invited'),
      row('POST /logout', 'logout', 'action', 204, member, 'End the session'),
      row('GET /me', 'me', 'get', 200, member, 'Read one’s own account and permissions'),
      credentials('POST /switch-organization', 'switchOrganization', 200, member, 'Change to another organization'),
      credentials('POST /change-password', 'changePassword', 204, member, 'Change one’s own password'),
    ],
  },
  {
    context: 'users',
    file: `${source}/modules/users/users.controller.ts`,
    name: 'UsersController',
    prefix: `${api}/users`,
    endpoints: [
      row('GET', 'list', 'list', 200, granted('users:read', 'own'), 'List the people of the organization'),
      row('GET /:id', 'get', 'get', 200, granted('users:read', 'own'), 'Read one person'),
      row('PATCH /me', 'updateProfile', 'update', 200, member, 'Change one’s own profile'),
      row('POST /:id/deactivate', 'deactivate', 'action', 200, granted('users:deactivate'), 'Suspend a member'),
      row('POST /:id/activate', 'activate', 'action', 200, granted('users:deactivate'), 'Restore a member'),
    ],
  },
  {
    context: 'organizations',
    file: `${source}/modules/organizations/organizations.controller.ts`,
    name: 'OrganizationsController',
    prefix: `${api}/organizations/current`,
    endpoints: [
      row('GET', 'current', 'get', 200, granted('organizations:read'), 'Read the organization'),
      row('PATCH', 'update', 'update', 200, granted('organizations:update'), 'Change the organization'),
    ],
  },
  {
    context: 'organizations',
    file: `${source}/modules/organizations/invitations.controller.ts`,
    name: 'InvitationsController',
    prefix: `${api}/organizations/current/invitations`,
    endpoints: [
      row('GET', 'list', 'list', 200, granted('users:invite'), 'List open invitations'),
      row('POST', 'create', 'create', 201, granted('users:invite'), 'Invite a person'),
      row('DELETE /:id', 'revoke', 'delete', 204, granted('users:invite'), 'Withdraw an invitation'),
    ],
  },
  {
    context: 'organizations',
    file: `${source}/modules/organizations/memberships.controller.ts`,
    name: 'MembershipsController',
    prefix: `${api}/organizations/current/memberships`,
    endpoints: [
      row('GET', 'list', 'list', 200, granted('users:read', 'own'), 'List memberships and their roles'),
      row('PUT /:id/roles', 'assignRoles', 'update', 200, granted('permissions:assign'), 'Give a member roles'),
      row('DELETE /:id', 'remove', 'delete', 204, granted('users:remove'), 'Remove a member'),
    ],
  },
  {
    context: 'permissions',
    file: `${source}/modules/permissions/permissions.controller.ts`,
    name: 'PermissionsController',
    prefix: `${api}/permissions`,
    endpoints: [row('GET', 'list', 'list', 200, granted('permissions:read'), 'List what a role can grant')],
  },
  {
    context: 'permissions',
    file: `${source}/modules/permissions/roles.controller.ts`,
    name: 'RolesController',
    prefix: `${api}/roles`,
    endpoints: [
      row('GET', 'list', 'list', 200, granted('permissions:read'), 'List roles'),
      row('GET /:id', 'get', 'get', 200, granted('permissions:read'), 'Read one role'),
      row('POST', 'create', 'create', 201, granted('permissions:manage'), 'Create a role'),
      row('PATCH /:id', 'update', 'update', 200, granted('permissions:manage'), 'Change a role'),
      row('DELETE /:id', 'delete', 'delete', 204, granted('permissions:manage'), 'Delete a role'),
    ],
  },
  {
    context: 'audit',
    file: `${source}/modules/audit/audit.controller.ts`,
    name: 'AuditController',
    prefix: `${api}/audit-logs`,
    endpoints: [row('GET', 'list', 'list', 200, granted('audit:read', 'own'), 'Read the audit log')],
  },
];

/** Endpoints of the base contexts. */
export const BASE_ENDPOINTS: readonly EndpointDesign[] = CONTROLLERS.flatMap(
  ({ context, file, name, prefix, endpoints }) =>
    endpoints.map(({ route, handler, operation, status, access, summary, takesCredentials = false }) => {
      const [method = '', path = ''] = route.split(' ');
      return {
        method: method as EndpointDesign['method'],
        path: `${prefix}${path}`,
        ...access,
        roles: [],
        summary,
        status,
        takesCredentials,
        operation,
        handler: `${name}.${handler}`,
        context,
        file,
      };
    }),
);

function row(
  route: string,
  handler: string,
  operation: EndpointOperation,
  status: Status,
  access: EndpointRow['access'],
  summary: string,
): EndpointRow {
  return { route, handler, operation, status, access, summary };
}

/** An endpoint that takes a password or a token. */
function credentials(
  route: string,
  handler: string,
  status: Status,
  access: EndpointRow['access'],
  summary: string,
): EndpointRow {
  return { ...row(route, handler, 'action', status, access, summary), takesCredentials: true };
}
