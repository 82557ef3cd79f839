import type { Design } from './model.js';

/** One operation of the API. */
export interface EndpointDesign {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/api/v1/orders/:id/cancel` */
  readonly path: string;
  readonly access: 'public' | 'member' | 'permission';
  /** Only where `access` is `permission`. */
  readonly permission?: string;
  /** Built-in roles that it asks for on top. */
  readonly roles: readonly string[];
  readonly summary: string;
  /** Name of the entity; absent in base contexts. */
  readonly entity?: string;
  readonly context: string;
  /** File of the repository that declares it. */
  readonly file: string;
}

/** Every endpoint, base contexts first. */
export function endpointsOf(_: Pick<Design, 'entities' | 'contexts' | 'blueprint'>): readonly EndpointDesign[] {
  return [];
}
