import type { Blueprint } from '../../blueprint/model.js';

/** Where a system runs whose blueprint does not say so; also the region of the price table. */
export const DEFAULT_REGION = 'eu-central-1';

/** The first is where the system runs; never empty. */
export function regionsOf({ constraints }: Blueprint): readonly string[] {
  return constraints.regions.length > 0 ? constraints.regions : [DEFAULT_REGION];
}

export function isEuropean(region: string): boolean {
  return /^(eu|europe)-/.test(region);
}
