/** Words that mean something else in a language, a library or in every generated repository, and why. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** TypeScript: a variable, parameter or constant cannot be called like this. CEL reserves no others. */
export const KEYWORDS = words(`
  abstract any arguments as async await boolean break case catch class const continue debugger declare default delete do else
  enum eval export extends false finally for function get if implements import in instanceof interface is keyof let loop
  module namespace never new null number object of package private protected public return set static string super switch
  symbol this throw true try type typeof undefined unknown using var void while with yield
`);

/** Keywords that TypeScript knows by their place only; as a property or method they are as good as any word. */
const CONTEXTUAL = words(`
  abstract any as async boolean declare get is keyof module never number object of set string symbol type unknown using
`);

/** Types and values that exist in every TypeScript file. */
const GLOBALS = words(`
  Array ArrayBuffer AsyncIterable Atomics Awaited BigInt Blob Boolean Buffer Capitalize Crypto DataView Date Element Error
  Exclude Extract File FormData Function Generator Global Headers Infinity Intl Iterable Iterator JSON Map Math NaN NonNullable
  Number Object Omit Parameters Partial Pick Process Promise Proxy Readonly Record Reflect RegExp Request Required Response
  ReturnType Set String Symbol URL Uint8Array WeakMap WeakRef WeakSet
`);

/** Names that a generated module imports from NestJS. */
const NESTJS = words(`
  ApiTags Body Controller Delete Get Guard Header HttpCode Inject Injectable Interceptor Logger Middleware Module Param Patch Pipe
  Post Provider Put Query Res Reflector
`);

/** Names of the generated Prisma client. */
const PRISMA = words('Prisma PrismaClient Decimal Enums Model Models Json InputJsonValue TransactionClient');

/** Models, types, classes and API schemas of every generated repository. */
const OURS = words(`
  Actor Api App AssignRoles AuditEntry AuditLog AuditRecord Auth AuthAcceptInvitation AuthChangePassword
  AuthGuard AuthLogin AuthMe AuthRefresh AuthRegister AuthSession AuthSwitchOrganization Authenticated BadRequest
  Config Conflict CurrentActor Cursor Database DomainEvent FileReference Forbidden Health Identity Invitation InvitationList
  JsonValue Membership MembershipRole Money NewInvitation NotFound Organization OutboxEvent Page Permission PermissionList Problem
  ProblemDetails Public RefreshToken RequirePermission RequireRole Role RoleList RolePermission Rule Scope Sequence
  Server Stored TooManyRequests Transaction Transition Unauthorized Unprocessable User
`);

const ENTITY_SUGGESTIONS: Readonly<Record<string, string>> = {
  Post: 'Article',
  Page: 'WebPage',
  Transaction: 'PaymentTransaction',
  Role: 'JobRole',
  Permission: 'AccessRight',
  Membership: 'ClubMembership',
  Rule: 'PricingRule',
  Query: 'SavedQuery',
  Request: 'ServiceRequest',
  Response: 'SurveyResponse',
  File: 'Document',
  Record: 'Entry',
  Map: 'FloorPlan',
  Module: 'CourseModule',
  Return: 'ReturnRequest',
  Case: 'SupportCase',
  Package: 'Parcel',
  Class: 'CourseClass',
  Sequence: 'NumberSequence',
};

/** Why an entity cannot have this name, and a better one; nothing if it can. */
export function reservedEntityName(
  name: string,
  variables: readonly string[],
): { because: string; suggestion: string } | undefined {
  const because = OURS.has(name)
    ? 'every generated repository has one of its own'
    : NESTJS.has(name)
      ? 'NestJS exports it'
      : PRISMA.has(name)
        ? 'the Prisma client exports it'
        : GLOBALS.has(name)
          ? 'it is a type of JavaScript'
          : variables.some((variable) => KEYWORDS.has(variable) && !CONTEXTUAL.has(variable))
            ? 'it is a keyword of TypeScript'
            : undefined;
  if (because === undefined) return undefined;
  const suggestion =
    ENTITY_SUGGESTIONS[name] ?? (name === 'User' || name === 'Organization' ? `${name}Profile` : `${name}Entry`);
  return { because, suggestion };
}

/** Columns of every table. */
const BASE_COLUMNS = words('id tenantId createdAt updatedAt createdBy updatedBy version');
/** Columns PostgreSQL keeps for itself. */
const SYSTEM_COLUMNS = words('ctid xmin xmax cmin cmax tableoid');
const OBJECT_MEMBERS = words('constructor prototype hasOwnProperty toString valueOf toJSON then');

/** Why a field or relation cannot have this name; nothing if it can. */
export function reservedFieldName(name: string): string | undefined {
  if (BASE_COLUMNS.has(name)) return 'every entity has it already';
  if (SYSTEM_COLUMNS.has(name)) return 'PostgreSQL keeps it for itself';
  if (OBJECT_MEMBERS.has(name)) return 'every JavaScript object has it';
  if (name === 'now') return 'it means the moment in expressions';
  if (name === 'tenant' || name === 'organization') return 'every row has its organization already';
  if (KEYWORDS.has(name) && !CONTEXTUAL.has(name)) return 'it is a keyword of TypeScript';
  return undefined;
}

const SERVICE_METHODS = words(
  'actions create delete find findOrThrow field get list read remove requireParent take update transition',
);

/** Why a lifecycle action cannot have this name; nothing if it can. */
export function reservedActionName(name: string): string | undefined {
  if (SERVICE_METHODS.has(name)) return 'every entity has it already';
  if (OBJECT_MEMBERS.has(name)) return 'every JavaScript object has it';
  if (KEYWORDS.has(name) && !CONTEXTUAL.has(name)) return 'it is a keyword of TypeScript';
  return undefined;
}

/** Contexts, folders and routes of every generated repository. */
const OUR_CONTEXTS = words(`
  api app audit auth common config core database events generated health identity middleware modules notifications openapi
  organizations permissions roles storage support users
`);

export function reservedContextName(name: string): string | undefined {
  return OUR_CONTEXTS.has(name) ? 'every generated repository has it already' : undefined;
}

/** Last parts of routes that base contexts answer. */
export const OUR_ROUTES = words(`
  audit audit-log audit-records auth health identity invitations me members memberships organization organizations permissions ready
  refresh-tokens roles sessions users
`);

/** Tables of every generated database. */
export const OUR_TABLES = words(`
  audit_log memberships membership_roles organizations outbox_events permissions refresh_tokens role_permissions roles sequences
  users _prisma_migrations
`);

export const OUR_MODELS: ReadonlySet<string> = OURS;

/** Why a system cannot have this name; nothing if it can. */
export function reservedSystemName(name: string): string | undefined {
  if (/^pg-|^pg$/.test(name)) return 'PostgreSQL keeps names that begin with pg for itself';
  if (/^kube-|^default$/.test(name)) return 'Kubernetes keeps it for itself';
  if (words('postgres template0 template1 node-modules test').has(name)) return 'it would be taken for something else';
  return undefined;
}

/** Query parameters of every list. */
export const LIST_PARAMETERS = words('cursor fields limit search sort');
