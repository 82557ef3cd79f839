import type { Fact, Unit } from './fact.js';

/** A number that the generated code fixes: the document prints it from here, and a test reads it from the code. */
export interface CodeConstant extends Fact {
  /** File of the repository. */
  readonly where: string;
  /** Its first group is the number in the file, with or without `_`. */
  readonly pattern: RegExp;
  /** Number in the file for one unit of the value: 1000 where the file says milliseconds and the value is in seconds. */
  readonly perUnit: number;
}

export function constant(
  name: string,
  label: string,
  value: number,
  unit: Unit,
  where: string,
  pattern: RegExp,
  perUnit = 1,
): CodeConstant {
  const because = [{ text: `The code fixes it in ${where}.` }];
  return { id: `constants.${name}`, label, value, unit, basis: 'rule', because, where, pattern, perUnit };
}
