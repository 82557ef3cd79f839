import type { EntityDesign } from '../../design/model.js';
import { tsString } from '../../text/escape.js';

/** Key of the permission to do something with an entity, as a TypeScript string. */
export function permissionOf({ permissions, names }: EntityDesign, action: string): string {
  const key = permissions[action];
  if (key === undefined) throw new Error(`${names.One} has no permission to ${action}.`);
  return tsString(key);
}
