/** One operation of the API. */
export interface EndpointDesign {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/api/v1/orders/:id/cancel` */
  readonly path: string;
  readonly access: 'public' | 'member' | 'permission';
  /** Only where `access` is `permission`. */
  readonly permission?: string;
  /** Whether a grant of `own` rows suffices (`own`), or only one of all rows. Only where `access` is `permission`. */
  readonly scope?: 'own' | 'all';
  /** Built-in roles that it asks for on top. */
  readonly roles: readonly string[];
  readonly summary: string;
  /** Status of the usual answer. */
  readonly status: 200 | 201 | 204;
  /** Whether it takes a password or a token in its body, and so counts against the limit of credentials. */
  readonly takesCredentials: boolean;
  readonly operation: EndpointOperation;
  /** `OrdersController.cancel` */
  readonly handler: string;
  /** Name of the entity; absent in base contexts. */
  readonly entity?: string;
  readonly context: string;
  /** File of the repository that declares it. */
  readonly file: string;
}

/** `action`: a step of a lifecycle, or whatever else is not one of the five. */
export type EndpointOperation = 'list' | 'get' | 'create' | 'update' | 'delete' | 'action';
