import type { Design } from '../model.js';
import type { Decision } from './model.js';

/** Every decision, in the order of their numbers. */
export function decisionsOf(_: Pick<Design, 'blueprint' | 'entities' | 'scale'>): readonly Decision[] {
  return [];
}
