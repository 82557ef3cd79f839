import { environmentOf } from '../../../design/environment.js';
import type { Design } from '../../../design/model.js';

/** Default of a numeric variable of the environment, e.g. `PORT`. */
export function setting(design: Design, name: string): number {
  const value = environmentOf(design).find((variable) => variable.name === name)?.default;
  if (value === undefined) throw new Error(`${name} has no default.`);
  return Number(value);
}
