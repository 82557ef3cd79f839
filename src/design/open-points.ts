import type { Blueprint } from '../blueprint/model.js';
import { notGenerated } from '../blueprint/not-generated.js';
import type { OpenPoint } from './model.js';

/** The list behind the warnings of `check` is the list of open points in the generated README. */
export function openPoints(blueprint: Blueprint): OpenPoint[] {
  return notGenerated(blueprint);
}
