import { checkBlueprint } from './check.js';
import type { Diagnostic } from './diagnostic.js';
import { inFileOrder } from './findings.js';
import type { Blueprint } from './model.js';
import { parseBlueprint } from './parse.js';

/** Text → Blueprint with every finding about it, in the order of the file. The blueprint is fit for use when none is an error. */
export function readBlueprint(text: string, file: string): { blueprint?: Blueprint; diagnostics: Diagnostic[] } {
  const parsed = parseBlueprint(text, file);
  if (!parsed.blueprint) return parsed;
  return {
    blueprint: parsed.blueprint,
    diagnostics: inFileOrder([...parsed.diagnostics, ...checkBlueprint(parsed.blueprint)]),
  };
}
