import { stringify } from 'yaml';

import type { BlueprintSource } from './schema/blueprint.js';

/** Text of a `blueprint.yaml`, laid out as a person would: reading it gives the same blueprint. */
export function writeBlueprint(source: BlueprintSource): string {
  return stringify(source, { lineWidth: 110 });
}
