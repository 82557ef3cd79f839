import { environmentOf } from '../environment.js';
import type { Fact, Unit } from '../fact.js';
import { figure } from './facts.js';
import type { OperationsSource } from './source.js';

/** The default of a variable of the environment, as a figure: what the programs take when nobody sets it. */
export function settingOf(
  name: string,
  label: string,
  unit: Unit,
  source: Pick<OperationsSource, 'product' | 'blueprint' | 'scale'>,
): Fact {
  const variable = environmentOf(source).find((one) => one.name === name);
  if (variable?.default === undefined) throw new Error(`${name} has no default.`);
  const text = `${name} in .env.example; ${variable.description}`;
  return figure([`setting.${name}`, label], Number(variable.default), unit, 'rule', text);
}
